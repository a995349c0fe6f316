import type { Dataset } from '@clientele/contracts';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../lib/use-text.ts';
import { useRenameDataset } from '../api/dataset-changes.ts';

/** Gives a dataset another name. */
export function RenameDialog({ dataset, onClose }: { dataset: Dataset; onClose: () => void }) {
  const text = useText();
  const rename = useRenameDataset();
  const [name, setName] = useState(dataset.name);
  const trimmed = name.trim();
  return (
    <Modal opened onClose={onClose} title={text('datasets.renameTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed !== '') rename.mutate({ datasetId: dataset.id, name: trimmed }, { onSuccess: onClose });
        }}
      >
        <TextInput
          label={text('datasets.name')}
          value={name}
          maxLength={200}
          data-autofocus
          error={rename.error?.message}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Group justify="flex-end" mt="md" gap="sm">
          <Button onClick={onClose}>{text('parts.cancel')}</Button>
          <Button type="submit" variant="filled" disabled={trimmed === ''} loading={rename.isPending}>
            {text('datasets.rename')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
