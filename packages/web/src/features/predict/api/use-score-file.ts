import { ClienteleError, type Job, type ScoredFile } from '@clientele/contracts';
import { useCallback, useState } from 'react';
import { client } from '../../../lib/client.ts';
import { useJob } from '../../../lib/use-job.ts';

export interface ScoreRun {
  /** The file that is on its way or scored; null before and after. */
  file: File | null;
  /** Share of it that was sent; null once it is there. */
  sent: number | null;
  job: Job | null;
  isRunning: boolean;
  error: Error | null;
  result: ScoredFile | null;
  score(file: File): void;
  /** Says why something cannot be scored at all. */
  refuse(reason: ClienteleError): void;
  cancel(): void;
}

/** Sends a file and has it scored; another file takes its place. */
export function useScoreFile(segmentationId: string): ScoreRun {
  const { run, cancel, clear, isRunning, job, error } = useJob<'score'>();
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [result, setResult] = useState<ScoredFile | null>(null);
  const [refusal, setRefusal] = useState<ClienteleError | null>(null);

  const start = useCallback(
    async (chosen: File) => {
      setFile(chosen);
      setResult(null);
      setRefusal(null);
      setSent(0);
      const scored = await run(async (signal) => {
        const onProgress = (share: number) => signal.aborted || setSent(share);
        const { id } = await client.upload(chosen, { name: chosen.name, signal, onProgress });
        if (signal.aborted) throw new ClienteleError('cancelled', 'The work was cancelled; nothing was changed.');
        setSent(null);
        return client.call('scoreUpload', { params: { segmentationId }, body: { uploadId: id }, signal });
      });
      if (scored !== null) setResult(scored);
    },
    [run, segmentationId],
  );

  return {
    file,
    sent,
    job: sent === null ? job : null,
    isRunning,
    error: refusal ?? error,
    result,
    score: (chosen) => void start(chosen),
    refuse: (reason) => {
      cancel();
      clear();
      setFile(null);
      setResult(null);
      setRefusal(reason);
    },
    cancel: () => {
      cancel();
      setFile(null);
    },
  };
}
