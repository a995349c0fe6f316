import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { RecipeInput } from '@clientele/contracts';
import type { Progress, ReadingOptions } from '@clientele/pipeline';
import type { JobContext } from './jobs/job-runner.ts';
import { findDataset } from './store/datasets.ts';
import { changeDataset } from './work/change-dataset.ts';
import { evidenceOf } from './work/evidence-of.ts';
import { importReview } from './work/import-review.ts';
import { openWorkshop } from './work/open-workshop.ts';
import { type ReportQuery, reportOf } from './work/report-of.ts';
import { Review } from './work/review.ts';
import { runSegmentation } from './work/run-segmentation.ts';
import type { Workshop } from './work/workshop.ts';

export interface ReportOnFile extends Pick<ReportQuery, 'format' | 'title' | 'figures' | 'hasSegments' | 'language'> {
  /** The file of orders or customers. */
  path: string;
  reading: ReadingOptions;
  /** A table of customers whose columns are joined to the orders, and how it is read. */
  attributes?: { path: string; reading: ReadingOptions };
  /** Its filters are the report's. */
  recipe: RecipeInput;
  onProgress: (progress: Progress) => void;
}

/**
 * Reads a file into a store of its own, segments it, and makes the report; the store is gone afterwards. The same work as that of the
 * server, so the numbers are the same. Throws what importing, running the recipe and `reportOf` throw.
 */
export async function reportOnFile(options: ReportOnFile): Promise<Uint8Array | string> {
  const { path, reading, attributes, recipe, onProgress, ...query } = options;
  const job = { signal: new AbortController().signal, onProgress };
  const dataDir = await mkdtemp(join(tmpdir(), 'clientele-report-'));
  try {
    const { workshop, close } = await openWorkshop(dataDir);
    try {
      const dataset = await importFile(workshop, path, reading, job);
      if (attributes !== undefined) {
        const customers = await importFile(workshop, attributes.path, attributes.reading, job);
        await changeDataset(workshop, dataset.id, { join: customers.id });
      }
      const stored = await findDataset(workshop.engine, dataset.id);
      const { id: segmentation } = await runSegmentation(workshop, stored, { recipe }, job);
      await evidenceOf(workshop, segmentation, job);
      onProgress({ step: 'Making the report', done: null, rows: dataset.kept });
      const asked = { ...query, ...recipe.filters, segmentation };
      return (await reportOf(workshop, dataset.id, asked, job)).content;
    } finally {
      await close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function importFile({ engine }: Workshop, path: string, reading: ReadingOptions, job: JobContext) {
  const review = new Review(engine, path);
  try {
    return await importReview(engine, review, { reading: { ...reading, name: basename(path) } }, job);
  } finally {
    await review.close();
  }
}
