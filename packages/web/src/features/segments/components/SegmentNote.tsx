import { useState } from 'react';
import { useSegmentationDocument } from '../../../lib/use-segmentation.ts';
import { useText } from '../../../lib/use-text.ts';
import classes from './SegmentNote.module.css';

/** What fits into a few lines of a card stands in full. */
const short = 220;
const fewLines = 6;

/** What the user noted of a segment of the segmentation shown; a long note is cut until it is asked for. */
export function SegmentNote({ segment }: { segment: number }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const note = useSegmentationDocument().data?.notes[String(segment)];
  if (note === undefined) return null;
  const isLong = note.length > short || note.split('\n').length > fewLines;
  return (
    <div className={classes.note}>
      <h3>{text('segment-note.title')}</h3>
      <p data-cut={(isLong && !isOpen) || undefined}>{note}</p>
      {isLong && (
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {text(isOpen ? 'segment-note.less' : 'segment-note.more')}
        </button>
      )}
    </div>
  );
}
