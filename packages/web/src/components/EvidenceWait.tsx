import type { EvidenceState } from '../lib/use-evidence.ts';
import { useText } from '../lib/use-text.ts';
import { ErrorBlock } from './ErrorBlock.tsx';
import { Progress } from './Progress.tsx';

/** How far the gathering of the evidence is, or why it failed; nothing once it is there. */
export function EvidenceWait({ state }: { state: EvidenceState }) {
  const text = useText();
  const { evidence, error, isRunning, job, retry } = state;
  if (evidence !== null) return null;
  if (error !== null) return <ErrorBlock error={error} onRetry={retry} />;
  return isRunning ? <Progress job={job} label={text('evidence.waiting')} /> : null;
}
