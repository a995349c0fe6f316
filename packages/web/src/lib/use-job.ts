import type { JobResults } from '@clientele/client';
import { isClienteleError, type Job } from '@clientele/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asError } from './as-error.ts';
import { client } from './client.ts';

export interface JobRun<Result> {
  /** Starts the work; a run still going is cancelled first. Gives the result, or null where it failed or was cancelled. */
  run(start: (signal: AbortSignal) => Promise<Job>): Promise<Result | null>;
  cancel(): void;
  /** Forgets the last error. */
  clear(): void;
  isRunning: boolean;
  /** The job at its last event; null before the first. */
  job: Job | null;
  error: Error | null;
}

const isAbandoned = (failure: unknown) =>
  (isClienteleError(failure) && failure.code === 'cancelled') ||
  (failure instanceof Error && failure.name === 'AbortError');

/** Runs long work of the service with progress and cancel, as `useJob<'segment'>()`; leaving the screen cancels it. */
export function useJob<Kind extends Job['kind']>(): JobRun<JobResults[Kind]> {
  const [job, setJob] = useState<Job | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const controller = useRef<AbortController | null>(null);

  const cancel = useCallback(() => {
    controller.current?.abort();
    controller.current = null;
    setRunning(false);
  }, []);
  const clear = useCallback(() => setError(null), []);
  useEffect(() => () => controller.current?.abort(), []);

  const run = useCallback(async (start: (signal: AbortSignal) => Promise<Job>): Promise<JobResults[Kind] | null> => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    const isCurrent = () => controller.current === own;
    setRunning(true);
    setJob(null);
    setError(null);
    try {
      const first = await start(own.signal);
      const onChange = (current: Job) => {
        if (isCurrent()) setJob(current);
      };
      const result = await client.watchJob<Kind>(first, { signal: own.signal, onChange });
      return isCurrent() ? result : null;
    } catch (failure) {
      if (isCurrent() && !isAbandoned(failure)) {
        setError(asError(failure));
      }
      return null;
    } finally {
      if (isCurrent()) setRunning(false);
    }
  }, []);

  return { run, cancel, clear, isRunning, job, error };
}
