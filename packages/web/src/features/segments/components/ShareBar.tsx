import { segmentMark } from '@clientele/charts';
import { useFormats } from '../../../lib/use-formats.ts';
import { useScheme } from '../../../lib/use-scheme.ts';
import classes from './SegmentCards.module.css';

/** A share as a bar in the segment's colour, hatched from the eighth segment on. */
export function ShareBar({ label, share, segment }: { label: string; share: number | null; segment: number }) {
  const formats = useFormats();
  const { color, isTinted } = segmentMark(segment, useScheme());
  const width = `${Math.max(0, Math.min(1, share ?? 0)) * 100}%`;
  return (
    <div className={classes.share}>
      <span>{label}</span>
      <span className={classes.track} aria-hidden="true">
        {share !== null && share > 0 && (
          <span style={{ width, backgroundColor: color }} data-hatched={isTinted || undefined} />
        )}
      </span>
      <strong>{formats.share(share)}</strong>
    </div>
  );
}
