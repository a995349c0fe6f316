import type { Dataset } from '@clientele/contracts';
import { Button, Group, Modal } from '@mantine/core';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { useText } from '../../../lib/use-text.ts';
import { useDeleteDataset } from '../api/dataset-changes.ts';

/** Asks before a dataset goes. */
export function DeleteDialog({ dataset, onClose }: { dataset: Dataset; onClose: () => void }) {
  const text = useText();
  const remove = useDeleteDataset();
  return (
    <Modal opened onClose={onClose} title={text('datasets.deleteTitle', { name: dataset.name })}>
      <p>{text('datasets.deleteLead')}</p>
      {remove.error !== null && <ErrorBlock error={remove.error} />}
      <Group justify="flex-end" mt="md" gap="sm">
        <Button onClick={onClose} data-autofocus>
          {text('datasets.keep')}
        </Button>
        <Button
          variant="filled"
          loading={remove.isPending}
          onClick={() => remove.mutate(dataset.id, { onSuccess: onClose })}
        >
          {text('datasets.delete')}
        </Button>
      </Group>
    </Modal>
  );
}
