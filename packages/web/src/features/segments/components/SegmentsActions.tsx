import type { Filters, Segmentation } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { IconDownload, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { client } from '../../../lib/client.ts';
import { downloadFrom } from '../../../lib/download.ts';
import { useText } from '../../../lib/use-text.ts';
import { RenameDialog } from './RenameDialog.tsx';

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

/** Rename, and what can be taken away. */
export function SegmentsActions({ segmentation, filters }: { segmentation: Segmentation; filters: Filters }) {
  const [isRenaming, setRenaming] = useState(false);
  const text = useText();
  const params = { segmentationId: segmentation.id };
  return (
    <>
      <Button leftSection={<IconPencil {...icon} />} onClick={() => setRenaming(true)}>
        {text('segments.rename')}
      </Button>
      <Button
        leftSection={<IconDownload {...icon} />}
        onClick={() => downloadFrom(client.address('downloadCustomers', { params, query: filters }))}
      >
        {text('customers.csv')}
      </Button>
      <Button
        leftSection={<IconDownload {...icon} />}
        title={text('segments.model.title')}
        onClick={() => downloadFrom(client.address('downloadModel', { params }))}
      >
        {text('segments.model')}
      </Button>
      {isRenaming && <RenameDialog segmentation={segmentation} onClose={() => setRenaming(false)} />}
    </>
  );
}
