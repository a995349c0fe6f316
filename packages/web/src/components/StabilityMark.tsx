import { doubtText, type SegmentDoubt } from '@clientele/charts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useFormats } from '../lib/use-formats.ts';
import { useText } from '../lib/use-text.ts';
import classes from './StabilityMark.module.css';

/** Beside the name of a segment that does not come back when customers are drawn anew; nothing beside a stable one. */
export function StabilityMark({ doubt, size = 14 }: { doubt: SegmentDoubt | null; size?: number }) {
  const formats = useFormats();
  const text = useText();
  if (doubt === null) return null;
  const words = doubtText(doubt, { formats, text });
  return (
    <span className={classes.mark} title={words} role="img" aria-label={words}>
      <IconAlertTriangle size={size} stroke={1.9} aria-hidden="true" />
    </span>
  );
}
