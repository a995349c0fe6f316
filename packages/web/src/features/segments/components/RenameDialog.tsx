import type { Segmentation } from '@clientele/contracts';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { useText } from '../../../lib/use-text.ts';
import { useRename } from '../api/use-rename.ts';
import classes from './RenameDialog.module.css';
import { RenameNote } from './RenameNote.tsx';

const longest = 80;

/** Where a text of the list differs from the one it had: by segment id. */
const changesOf = (texts: readonly string[], before: readonly string[]): Record<string, string> =>
  Object.fromEntries(texts.flatMap((text, id) => (text === before[id] ? [] : [[String(id), text]])));

/** Names of the segmentation and of its segments, all at once, so that two can change places; and a note on each segment. */
export function RenameDialog({ segmentation, onClose }: { segmentation: Segmentation; onClose: () => void }) {
  const text = useText();
  const rename = useRename();
  const { segments } = segmentation.document;
  const namesBefore = segments.map((segment) => segment.name);
  const notesBefore = segments.map(({ id }) => segmentation.notes[String(id)] ?? '');
  const [name, setName] = useState(segmentation.name);
  const [names, setNames] = useState<readonly string[]>(namesBefore);
  const [notes, setNotes] = useState<readonly string[]>(notesBefore);
  const trimmed = names.map((each) => each.trim());
  const problemOf = (index: number): string | null => {
    const own = trimmed[index] ?? '';
    if (own === '') return text('rename.nameless');
    return trimmed.indexOf(own) === index ? null : text('rename.taken');
  };
  const isReady = name.trim() !== '' && segments.every((_, index) => problemOf(index) === null);
  const replaced = (list: readonly string[], index: number, by: string) =>
    list.map((each, at) => (at === index ? by : each));
  const save = () =>
    rename.mutate(
      {
        segmentationId: segmentation.id,
        name: name.trim(),
        segmentNames: changesOf(trimmed, namesBefore),
        segmentNotes: changesOf(
          notes.map((note) => note.trim()),
          notesBefore,
        ),
      },
      { onSuccess: onClose },
    );
  return (
    <Modal opened onClose={onClose} title={text('rename.title')} size="md">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) save();
        }}
      >
        <TextInput
          label={text('rename.segmentation')}
          value={name}
          maxLength={200}
          error={name.trim() === '' ? text('rename.segmentationNameless') : undefined}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <fieldset className={classes.segments}>
          <legend>{text('rename.segments')}</legend>
          {segments.map((segment, index) => (
            <div key={segment.id} className={classes.segment}>
              <SegmentDot segment={segment.id} />
              <div className={classes.fields}>
                <TextInput
                  aria-label={text('rename.nameOf', { name: segment.name })}
                  value={names[index] ?? ''}
                  maxLength={longest}
                  data-autofocus={index === 0 || undefined}
                  error={problemOf(index)}
                  onChange={({ currentTarget }) => setNames(replaced(names, index, currentTarget.value))}
                />
                <RenameNote
                  of={segment.name}
                  note={notes[index] ?? ''}
                  onChange={(note) => setNotes(replaced(notes, index, note))}
                />
              </div>
            </div>
          ))}
        </fieldset>
        {rename.error !== null && (
          <p role="alert" className={classes.refusal}>
            {rename.error.message}
          </p>
        )}
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{text('rename.cancel')}</Button>
          <Button type="submit" variant="filled" disabled={!isReady} loading={rename.isPending}>
            {text('rename.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
