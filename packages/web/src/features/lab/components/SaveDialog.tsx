import type { Segmentation } from '@clientele/contracts';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../lib/use-text.ts';
import { useSave } from '../api/use-save.ts';

export interface SaveDialogProps {
  segmentation: Segmentation;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** Asks for the name under which a draft is kept. */
export function SaveDialog({ segmentation, onClose, onSaved }: SaveDialogProps) {
  const text = useText();
  const save = useSave();
  const [name, setName] = useState(segmentation.name);
  const trimmed = name.trim();
  return (
    <Modal opened onClose={onClose} title={text('lab.saveTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed === '') return;
          save.mutate({ id: segmentation.id, name: trimmed }, { onSuccess: ({ id }) => onSaved(id) });
        }}
      >
        <TextInput
          label={text('lab.saveName')}
          description={text('lab.saveHint')}
          value={name}
          maxLength={200}
          data-autofocus
          error={save.error?.message}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Group justify="flex-end" mt="md" gap="sm">
          <Button onClick={onClose}>{text('parts.cancel')}</Button>
          <Button type="submit" variant="filled" disabled={trimmed === ''} loading={save.isPending}>
            {text('lab.saveDo')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
