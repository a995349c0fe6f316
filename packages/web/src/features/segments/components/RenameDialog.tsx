import type { Segmentation } from '@clientele/contracts';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { useRename } from '../api/use-rename.ts';
import classes from './RenameDialog.module.css';

const longest = 80;

/** Names of the segmentation and of its segments, all at once, so that two can change places. */
export function RenameDialog({ segmentation, onClose }: { segmentation: Segmentation; onClose: () => void }) {
  const rename = useRename();
  const { segments } = segmentation.document;
  const [name, setName] = useState(segmentation.name);
  const [names, setNames] = useState<readonly string[]>(segments.map((segment) => segment.name));
  const trimmed = names.map((each) => each.trim());
  const problemOf = (index: number): string | null => {
    const own = trimmed[index] ?? '';
    if (own === '') return 'A segment needs a name';
    return trimmed.indexOf(own) === index ? null : 'Another segment has this name';
  };
  const isReady = name.trim() !== '' && segments.every((_, index) => problemOf(index) === null);
  const changed = Object.fromEntries(
    segments.flatMap((segment, index) => {
      const own = trimmed[index] ?? segment.name;
      return own === segment.name ? [] : [[String(segment.id), own]];
    }),
  );
  return (
    <Modal opened onClose={onClose} title="Rename" size="md">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) return;
          rename.mutate(
            { segmentationId: segmentation.id, name: name.trim(), segmentNames: changed },
            { onSuccess: onClose },
          );
        }}
      >
        <TextInput
          label="Segmentation"
          value={name}
          maxLength={200}
          error={name.trim() === '' ? 'A segmentation needs a name' : undefined}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <fieldset className={classes.segments}>
          <legend>Segments</legend>
          {segments.map((segment, index) => (
            <div key={segment.id} className={classes.segment}>
              <SegmentDot segment={segment.id} />
              <TextInput
                aria-label={`Name of ${segment.name}`}
                value={names[index] ?? ''}
                maxLength={longest}
                data-autofocus={index === 0 || undefined}
                error={problemOf(index)}
                onChange={({ currentTarget }) =>
                  setNames(names.map((each, at) => (at === index ? currentTarget.value : each)))
                }
              />
            </div>
          ))}
        </fieldset>
        {rename.error !== null && (
          <p role="alert" className={classes.refusal}>
            {rename.error.message}
          </p>
        )}
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" disabled={!isReady} loading={rename.isPending}>
            Rename
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
