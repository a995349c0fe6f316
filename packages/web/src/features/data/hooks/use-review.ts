import type { Inspection, InspectRequest, Mapping, Rules, Upload } from '@clientele/contracts';
import { useCallback, useRef, useState } from 'react';
import { asError } from '../../../lib/as-error.ts';
import { client } from '../../../lib/client.ts';
import { type JobRun, useJob } from '../../../lib/use-job.ts';

export interface Review {
  /** The file that is being sent, with the share sent; null before and after. */
  sending: { name: string; share: number } | null;
  upload: Upload | null;
  /** What is known of the file; the old view while a new one is made. */
  inspection: Inspection | null;
  /** The mapping and rules as asked for, which the inspection follows. */
  mapping: Mapping | null;
  rules: Rules | null;
  sheets: readonly string[];
  job: JobRun<Inspection>;
  error: Error | null;
  open(file: File): Promise<void>;
  change(request: InspectRequest): Promise<void>;
  /** Asks the last question again. */
  retry(): void;
  close(): void;
  cancel(): void;
}

/** One file on its way in: sent, recognised, and read again after each change. */
export function useReview(): Review {
  const job = useJob<'inspect'>();
  const [sending, setSending] = useState<Review['sending']>(null);
  const [upload, setUpload] = useState<Upload | null>(null);
  const [inspection, setInspection] = useState<Inspection | null>(null);
  const [request, setRequest] = useState<InspectRequest>({});
  const [sendError, setSendError] = useState<Error | null>(null);
  const sender = useRef<AbortController | null>(null);
  const { run, clear, cancel: cancelJob } = job;

  const inspect = useCallback(
    async (uploadId: string, body: InspectRequest) => {
      setRequest(body);
      const found = await run((signal) => client.call('inspectUpload', { params: { uploadId }, body, signal }));
      if (found === null) return;
      setInspection(found);
      setRequest({ ...body, mapping: found.mapping, rules: found.rules });
    },
    [run],
  );

  const close = useCallback(() => {
    sender.current?.abort();
    cancelJob();
    clear();
    setSending(null);
    setUpload(null);
    setInspection(null);
    setRequest({});
    setSendError(null);
  }, [cancelJob, clear]);

  const open = useCallback(
    async (file: File) => {
      close();
      const controller = new AbortController();
      sender.current = controller;
      setSending({ name: file.name, share: 0 });
      try {
        const sent = await client.upload(file, {
          name: file.name,
          signal: controller.signal,
          onProgress: (share) => setSending({ name: file.name, share }),
        });
        if (controller.signal.aborted) return;
        setUpload(sent);
        setSending(null);
        await inspect(sent.id, {});
      } catch (failure) {
        if (controller.signal.aborted) return;
        setSending(null);
        setSendError(asError(failure));
      }
    },
    [close, inspect],
  );

  const change = useCallback(
    async (patch: InspectRequest) => {
      if (upload === null || inspection === null) return;
      await inspect(upload.id, {
        mapping: request.mapping ?? inspection.mapping,
        rules: request.rules ?? inspection.rules,
        ...(request.sheets === undefined ? {} : { sheets: request.sheets }),
        ...patch,
      });
    },
    [upload, inspection, request, inspect],
  );

  return {
    sending,
    upload,
    inspection,
    mapping: request.mapping ?? inspection?.mapping ?? null,
    rules: request.rules ?? inspection?.rules ?? null,
    sheets: request.sheets ?? inspection?.source.sheets.filter(({ chosen }) => chosen).map(({ name }) => name) ?? [],
    job,
    error: sendError ?? job.error,
    open,
    change,
    retry: () => upload !== null && void inspect(upload.id, request),
    close,
    cancel: inspection === null ? close : cancelJob,
  };
}
