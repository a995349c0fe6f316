import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { client } from '../../../lib/client.ts';
import { downloadFrom } from '../../../lib/download.ts';
import { useFilters } from '../../../lib/use-filters.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';

/** What can be taken away: the customers under the filters, the model, the recipe. */
export function ExportMenu() {
  const { segmentation } = useSegmentation();
  const { filters } = useFilters();
  if (segmentation === null) return null;
  const params = { segmentationId: segmentation.id };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}>Export</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => downloadFrom(client.address('downloadCustomers', { params, query: filters }))}>
          Customers shown, CSV
        </Menu.Item>
        <Menu.Item onClick={() => downloadFrom(client.address('downloadModel', { params }))}>Model, JSON</Menu.Item>
        <Menu.Item onClick={() => downloadFrom(client.address('downloadRecipe', { params }))}>Recipe, JSON</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
