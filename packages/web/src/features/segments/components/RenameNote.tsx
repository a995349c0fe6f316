import { Textarea } from '@mantine/core';
import { useId } from 'react';
import { useText } from '../../../lib/use-text.ts';
import classes from './RenameDialog.module.css';

const longest = 2000;
/** So many characters before the end it is said how many are left. */
const near = 200;

export interface RenameNoteProps {
  /** Name of the segment. */
  of: string;
  note: string;
  onChange: (note: string) => void;
}

/** What is noted of a segment, as long as a page at most. */
export function RenameNote({ of, note, onChange }: RenameNoteProps) {
  const text = useText();
  const hint = useId();
  const left = longest - note.length;
  return (
    <div>
      <Textarea
        aria-label={text('rename.noteOf', { name: of })}
        aria-describedby={left <= near ? hint : undefined}
        placeholder={text('rename.notePlaceholder')}
        value={note}
        maxLength={longest}
        autosize
        minRows={1}
        maxRows={8}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {left <= near && (
        <p id={hint} className={classes.left} aria-live="polite">
          {text('rename.left', { n: left })}
        </p>
      )}
    </div>
  );
}
