import type { Dataset } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { describeDataset, importSource, materialiseCustomers, type ReadingOptions } from '@clientele/pipeline';
import type { JobContext } from '../jobs/job-runner.ts';
import { insertDataset, nextNumber } from '../store/datasets.ts';
import { newId } from '../store/new-id.ts';
import type { Workshop } from './workshop.ts';

/** A file to become a dataset. */
export interface ImportInput {
  path: string;
  /** Name of the dataset; absent: the file's without its ending. */
  name?: string | undefined;
  reading: ReadingOptions;
  sample?: boolean;
  contentHash?: string;
  /** Done in the same transaction. */
  also?: (session: Session) => Promise<void>;
}

/** Imports a file in one transaction: its rows, its account, its features and its record, or nothing of them. */
export async function importSourceFile(workshop: Workshop, input: ImportInput, job: JobContext): Promise<Dataset> {
  const { engine } = workshop;
  let step = 'Reading rows';
  const { signal } = job;
  const effects = {
    engine,
    signal,
    onProgress: (progress: Parameters<JobContext['onProgress']>[0]) => {
      step = progress.step;
      job.onProgress(progress);
    },
  };
  return engine.transaction(
    async (session) => {
      const number = await nextNumber(session);
      const imported = await importSource(effects, session, input.path, `rows_${number}`, input.reading);
      const { table } = imported;
      const features = table.kind === 'orders' ? `features_${number}` : null;
      effects.onProgress({ step: 'Computing features', done: null, rows: imported.rows });
      if (features !== null) await materialiseCustomers(session, table, features);
      const dataset: Dataset = {
        ...(await describeDataset(session, imported)),
        id: newId(),
        name: input.name ?? plainName(imported.source.name),
        createdAt: new Date().toISOString(),
        sample: input.sample ?? false,
      };
      await insertDataset(session, number, { dataset, table, features, contentHash: input.contentHash ?? null });
      await input.also?.(session);
      return dataset;
    },
    { signal, onProgress: (done, rows) => job.onProgress({ step, done, rows }) },
  );
}

function plainName(file: string): string {
  return file.replace(/(\.\w{1,8}){1,2}$/, '').slice(0, 200) || file.slice(0, 200);
}
