import type { Upload } from '@clientele/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asError } from '../../../lib/as-error.ts';
import { client } from '../../../lib/client.ts';

export interface Sending {
  /** The file that is on its way, with the share sent; null before and after. */
  file: { name: string; share: number } | null;
  error: Error | null;
  /** Sends a file; a file still on its way is given up. */
  send(file: File): Promise<void>;
  /** Sends again what failed; null where there is nothing to send. */
  retry: (() => void) | null;
  cancel(): void;
  /** Says why something cannot be sent at all. */
  refuse(error: Error): void;
}

/** Sends files to the service, one at a time. */
export function useSending(onSent: (upload: Upload) => void): Sending {
  const [file, setFile] = useState<Sending['file']>(null);
  const [error, setError] = useState<Error | null>(null);
  const controller = useRef<AbortController | null>(null);
  const [last, setLast] = useState<File | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const cancel = useCallback(() => {
    controller.current?.abort();
    setFile(null);
    setError(null);
  }, []);

  const send = useCallback(
    async (chosen: File) => {
      cancel();
      const own = new AbortController();
      controller.current = own;
      setLast(chosen);
      const { name } = chosen;
      setFile({ name, share: 0 });
      try {
        const upload = await client.upload(chosen, {
          name,
          signal: own.signal,
          onProgress: (share) => own.signal.aborted || setFile({ name, share }),
        });
        if (own.signal.aborted) return;
        setFile(null);
        onSent(upload);
      } catch (failure) {
        if (own.signal.aborted) return;
        setFile(null);
        setError(asError(failure));
      }
    },
    [cancel, onSent],
  );

  const refuse = useCallback(
    (reason: Error) => {
      cancel();
      setLast(null);
      setError(reason);
    },
    [cancel],
  );

  return { file, error, send, refuse, cancel, retry: last === null ? null : () => void send(last) };
}
