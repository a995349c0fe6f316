import type { Dataset } from '@clientele/contracts';
import type { Engine, Session } from '@clientele/engines';
import { describeDataset, materialise, type ReadingOptions } from '@clientele/pipeline';
import type { JobContext } from '../jobs/job-runner.ts';
import { insertDataset, materialisedTables, nextNumber } from '../store/datasets.ts';
import { newId } from '../store/new-id.ts';
import type { Review } from './review.ts';

/** How a file is to become a dataset. */
export interface ImportInput {
  /** Name of the dataset; absent: the file's without its ending. */
  name?: string | undefined;
  reading: ReadingOptions;
  sample?: boolean;
  contentHash?: string;
  /** Done in the same transaction. */
  also?: (session: Session) => Promise<void>;
}

/** Makes a file a dataset in one transaction: its rows, its account, its features and its record, or nothing of them. */
export async function importReview(
  engine: Engine,
  review: Review,
  input: ImportInput,
  job: JobContext,
): Promise<Dataset> {
  const number = await nextNumber(engine);
  return review.adopt(input.reading, `rows_${number}`, job, async (session, imported, onProgress) => {
    const { table } = imported;
    onProgress({ step: 'Computing features', done: null, rows: imported.rows });
    const materialised = await materialise(session, table, materialisedTables(table));
    const dataset: Dataset = {
      ...(await describeDataset(session, imported)),
      id: newId(),
      name: input.name ?? plainName(imported.source.name),
      createdAt: new Date().toISOString(),
      sample: input.sample ?? false,
    };
    const contentHash = input.contentHash ?? null;
    await insertDataset(session, number, { dataset, table, materialised, edition: newId(), contentHash });
    await input.also?.(session);
    return dataset;
  });
}

function plainName(file: string): string {
  return file.replace(/(\.\w{1,8}){1,2}$/, '').slice(0, 200) || file.slice(0, 200);
}
