import type { Dataset } from '@clientele/contracts';
import { Button, Group, Modal } from '@mantine/core';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { useDeleteDataset } from '../api/dataset-changes.ts';

/** Asks before a dataset goes. */
export function DeleteDialog({ dataset, onClose }: { dataset: Dataset; onClose: () => void }) {
  const remove = useDeleteDataset();
  return (
    <Modal opened onClose={onClose} title={`Delete ${dataset.name}?`}>
      <p>The dataset and all its segmentations go, and cannot be brought back. The file it came from is not touched.</p>
      {remove.error !== null && <ErrorBlock error={remove.error} />}
      <Group justify="flex-end" mt="md" gap="sm">
        <Button onClick={onClose} data-autofocus>
          Keep it
        </Button>
        <Button
          variant="filled"
          loading={remove.isPending}
          onClick={() => remove.mutate(dataset.id, { onSuccess: onClose })}
        >
          Delete
        </Button>
      </Group>
    </Modal>
  );
}
