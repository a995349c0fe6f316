import { type Dataset, firstSegmentationName, type ImportRequest, type Job } from '@clientele/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../../lib/client.ts';
import { formatsFor } from '../../../lib/formats-for.ts';
import { notify } from '../../../lib/notify.ts';
import { datasetsQuery } from '../../../lib/use-dataset.ts';
import { useJob } from '../../../lib/use-job.ts';
import { segmentationsQuery } from '../../../lib/use-segmentation.ts';
import { useText } from '../../../lib/use-text.ts';

export interface ImportRun {
  isRunning: boolean;
  job: Job | null;
  /** What is going on, before the first event tells more. */
  label: string;
  error: Error | null;
  importFile(request: ImportRequest): Promise<void>;
  importSample(): Promise<void>;
  cancel(): void;
}

/** Imports, runs the default recipe on what was imported, and shows the overview with a notice of what was done. */
export function useImport(): ImportRun {
  const text = useText();
  const importJob = useJob<'import'>();
  const segmentJob = useJob<'segment'>();
  const [isBusy, setBusy] = useState(false);
  const cache = useQueryClient();
  const navigate = useNavigate();

  async function finish(dataset: Dataset, isReviewed: boolean): Promise<void> {
    const formats = formatsFor(dataset.currency);
    const { kind, name, kept, rows, customers } = dataset;
    const segmentation = await segmentJob.run((signal) =>
      client.call('segment', {
        params: { datasetId: dataset.id },
        body: { recipe: {}, name: firstSegmentationName(kind) },
        signal,
      }),
    );
    await cache.invalidateQueries();
    // In place of the review: the file is a dataset now, and Back leads to the list.
    await navigate({
      to: '/overview',
      search: { dataset: dataset.id, segmentation: segmentation?.id },
      replace: isReviewed,
    });
    const counts = {
      kept: formats.count(kept),
      rows: formats.count(rows),
      kind,
      customers: formats.count(customers),
    };
    void notify({
      title: text('data.imported', { name }),
      message:
        segmentation === null
          ? text('data.importedPlain', counts)
          : text('data.importedSegments', { ...counts, n: segmentation.document.segments.length }),
      color: 'var(--measure)',
      autoClose: 8000,
      closeButtonProps: { 'aria-label': text('parts.close') },
    });
  }

  async function go(start: (signal: AbortSignal) => Promise<Job>, isReviewed: boolean): Promise<void> {
    setBusy(true);
    try {
      const dataset = await importJob.run(start);
      if (dataset !== null) await finish(dataset, isReviewed);
    } finally {
      setBusy(false);
    }
  }

  /** The sample shop is imported once; the next time it is only shown. */
  async function trySample(): Promise<void> {
    const datasets = await cache.ensureQueryData(datasetsQuery);
    const there = datasets.find(({ sample }) => sample);
    if (there === undefined) return go((signal) => client.call('importSample', { signal }), false);
    const segmentations = await cache.ensureQueryData(segmentationsQuery(there.id));
    if (segmentations.length === 0) return finish(there, false);
    await navigate({ to: '/overview', search: { dataset: there.id } });
  }

  return {
    isRunning: isBusy || segmentJob.isRunning,
    job: segmentJob.isRunning ? segmentJob.job : importJob.job,
    label: text(segmentJob.isRunning ? 'data.finding' : 'data.importing'),
    error: importJob.error,
    importFile: (request) => go((signal) => client.call('importDataset', { body: request, signal }), true),
    importSample: trySample,
    cancel: () => (segmentJob.isRunning ? segmentJob.cancel() : importJob.cancel()),
  };
}
