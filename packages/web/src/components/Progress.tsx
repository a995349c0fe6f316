import type { Job } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { formatsFor } from '../lib/formats-for.ts';
import { useText } from '../lib/use-text.ts';
import classes from './States.module.css';

export interface ProgressProps {
  job: Pick<Job, 'progress' | 'step' | 'rows'> | null;
  /** Said before the first event. */
  label: string;
  onCancel?: () => void;
}

/** What is being done and how far, with Cancel. */
export function Progress({ job, label, onCancel }: ProgressProps) {
  const text = useText();
  const formats = formatsFor(null);
  const step = job === null || job.step === '' ? label : job.step;
  const share = job?.progress ?? null;
  const parts = [step];
  if (share !== null) parts.push(formats.share(share, 0));
  if (job?.rows) parts.push(text('parts.lines', { n: job.rows, count: formats.count(job.rows) }));
  return (
    <div className={classes.progress}>
      <div className={classes.progressText}>
        <span aria-live="polite">{parts.join(', ')}</span>
        {onCancel !== undefined && (
          <Button variant="subtle" onClick={onCancel}>
            {text('parts.cancel')}
          </Button>
        )}
      </div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={step}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        data-unknown={share === null || undefined}
      >
        <div className={classes.fill} style={share === null ? undefined : { width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
