import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Menu } from '../../../components/Menu.tsx';
import { client } from '../../../lib/client.ts';
import { downloadFrom } from '../../../lib/download.ts';
import { useFilters } from '../../../lib/use-filters.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import { useText } from '../../../lib/use-text.ts';

/** What can be taken away: the customers under the filters, the model, the recipe. */
export function ExportMenu() {
  const { segmentation } = useSegmentation();
  const { filters } = useFilters();
  const text = useText();
  const navigate = useNavigate();
  if (segmentation === null) return null;
  const params = { segmentationId: segmentation.id };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}>
          {text('overview.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => downloadFrom(client.address('downloadCustomers', { params, query: filters }))}>
          {text('overview.export.customers')}
        </Menu.Item>
        <Menu.Item onClick={() => downloadFrom(client.address('downloadCustomersParquet', { params, query: filters }))}>
          {text('overview.export.parquet')}
        </Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/report', search: true })}>
          {text('overview.export.report')}
        </Menu.Item>
        <Menu.Item onClick={() => downloadFrom(client.address('downloadModel', { params }))}>
          {text('overview.export.model')}
        </Menu.Item>
        <Menu.Item onClick={() => downloadFrom(client.address('downloadRecipe', { params }))}>
          {text('overview.export.recipe')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
