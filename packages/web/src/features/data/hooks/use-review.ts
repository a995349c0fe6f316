import { type Inspection, type InspectRequest, isClienteleError, type Mapping, type Rules } from '@clientele/contracts';
import { useCallback, useEffect, useState } from 'react';
import { client } from '../../../lib/client.ts';
import { type JobRun, useJob } from '../../../lib/use-job.ts';
import { useSearch } from '../../../lib/use-search.ts';
import { useText } from '../../../lib/use-text.ts';
import { storedRequest, storeRequest } from './review-request.ts';
import { type Sending, useSending } from './use-sending.ts';

export interface Review {
  sending: Sending;
  /** The file that is looked at, as the address says; null where there is none. */
  upload: { id: string; name: string } | null;
  /** True where the service no longer has the file. */
  isGone: boolean;
  /** What is known of the file; the old view while a new one is made. */
  inspection: Inspection | null;
  /** The mapping and rules as asked for, which the inspection follows. */
  mapping: Mapping | null;
  rules: Rules | null;
  sheets: readonly string[];
  job: JobRun<Inspection>;
  /** Why the file could not be read. */
  error: Error | null;
  change(request: InspectRequest): Promise<void>;
  /** Asks the last question again. */
  retry(): void;
  /** Leaves the file. */
  close(): void;
}

/** One file on its way in: sent, recognised, and read again after each change. The address holds which, so that reload and Back work. */
export function useReview(): Review {
  const { search, change: changeAddress } = useSearch();
  const text = useText();
  const job = useJob<'inspect'>();
  const [found, setFound] = useState<{ id: string; inspection: Inspection } | null>(null);
  const [request, setRequest] = useState<InspectRequest>({});
  const { run, clear, cancel } = job;
  const uploadId = search.upload;
  const sending = useSending(useCallback(({ id, name }) => changeAddress({ upload: id, file: name }), [changeAddress]));

  const inspect = useCallback(
    async (id: string, body: InspectRequest) => {
      setRequest(body);
      const inspection = await run((signal) =>
        client.call('inspectUpload', { params: { uploadId: id }, body, signal }),
      );
      if (inspection === null) return;
      const settled = { ...body, mapping: inspection.mapping, rules: inspection.rules };
      setFound({ id, inspection });
      setRequest(settled);
      storeRequest(id, settled);
    },
    [run],
  );

  useEffect(() => {
    setFound(null);
    setRequest({});
    if (uploadId !== undefined) void inspect(uploadId, storedRequest(uploadId));
    return () => {
      cancel();
      clear();
    };
  }, [uploadId, inspect, cancel, clear]);

  const inspection = found !== null && found.id === uploadId ? found.inspection : null;
  const change = useCallback(
    async (patch: InspectRequest) => {
      if (uploadId === undefined || inspection === null) return;
      await inspect(uploadId, {
        mapping: request.mapping ?? inspection.mapping,
        rules: request.rules ?? inspection.rules,
        ...(request.sheets !== undefined && { sheets: request.sheets }),
        ...patch,
      });
    },
    [uploadId, inspection, request, inspect],
  );

  return {
    sending,
    upload:
      uploadId === undefined
        ? null
        : { id: uploadId, name: search.file ?? inspection?.source.name ?? text('data.theFile') },
    isGone: isClienteleError(job.error) && job.error.code === 'not-found',
    inspection,
    mapping: request.mapping ?? inspection?.mapping ?? null,
    rules: request.rules ?? inspection?.rules ?? null,
    sheets: request.sheets ?? inspection?.source.sheets.filter(({ chosen }) => chosen).map(({ name }) => name) ?? [],
    job,
    error: job.error,
    change,
    retry: () => uploadId !== undefined && void inspect(uploadId, request),
    close: () => changeAddress({ upload: undefined, file: undefined }),
  };
}
