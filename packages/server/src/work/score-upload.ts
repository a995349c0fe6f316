import { setImmediate } from 'node:timers/promises';
import {
  ClienteleError,
  type Prediction,
  type ScoredFile,
  type SegmentationDocument,
  type Upload,
} from '@clientele/contracts';
import { type ReadCustomers, readNewCustomers, scoredCsv, watchSteps } from '@clientele/pipeline';
import type { JobContext } from '../jobs/job-runner.ts';
import type { Scores } from '../store/scores.ts';
import { dropTable, scratchName } from '../store/scratch-tables.ts';
import type { StoredSegmentation } from '../store/segmentations.ts';
import { forgetUpload } from '../store/uploads.ts';
import { readingOf } from './inspect-upload.ts';
import type { Workshop } from './workshop.ts';

const chunkLength = 64 * 1024;
const mostBusyMs = 8;

/**
 * Scores the customers of an upload by a segmentation into a file that can be taken away; the upload is gone afterwards, however it went.
 * @throws ClienteleError `feature-unknown` where the file has not the columns of the model, what reading a file throws, `cancelled`
 */
export async function scoreUpload(
  workshop: Workshop,
  scores: Scores,
  { segmentation: { document } }: StoredSegmentation,
  upload: Upload,
  job: JobContext,
): Promise<ScoredFile> {
  const { engine, uploads, reviews } = workshop;
  return reviews.take(upload, job.signal, async () => {
    try {
      const customers = await readUpload(workshop, document, upload, job);
      const counts = new Map<number, number>();
      const name = readingOf(upload, {}).name ?? upload.name;
      const id = await scores.keep(name, scoredText(customers, counts, job), job.signal);
      return { id, name, rows: customers.table.ids.length, bySegment: bySegment(document, counts) };
    } finally {
      await reviews.forget(upload.id);
      await forgetUpload(engine, upload.id);
      await uploads.removeFile(upload.id);
    }
  });
}

/** The customers of the file in memory; of the table that they were read into nothing stays. */
function readUpload(
  { engine, uploads }: Workshop,
  document: SegmentationDocument,
  upload: Upload,
  job: JobContext,
): Promise<ReadCustomers> {
  const { onProgress, watch } = watchSteps(job);
  return engine.transaction(async (session) => {
    const table = await scratchName(session);
    const effects = { engine, signal: job.signal, onProgress };
    const options = { ...readingOf(upload, {}), table };
    const customers = await readNewCustomers(effects, session, uploads.path(upload.id), document, options);
    await dropTable(session, table);
    return customers;
  }, watch);
}

/** The scored rows as text in pieces, letting requests in between; `counts` gets the customers of each segment. */
async function* scoredText(
  { table, predictions }: ReadCustomers,
  counts: Map<number, number>,
  { signal, onProgress }: JobContext,
): AsyncGenerator<string> {
  const total = table.ids.length;
  let rows = 0;
  const counted = function* (): Generator<Prediction> {
    for (const prediction of predictions()) {
      counts.set(prediction.segment, (counts.get(prediction.segment) ?? 0) + 1);
      rows++;
      yield prediction;
    }
  };
  const tell = () => onProgress({ step: 'Scoring customers', done: rows / total, rows });
  tell();
  let chunk = '';
  let busySince = performance.now();
  for (const line of scoredCsv(table, counted())) {
    chunk += line;
    if (chunk.length >= chunkLength) {
      yield chunk;
      chunk = '';
    }
    if (performance.now() - busySince < mostBusyMs) continue;
    tell();
    await setImmediate();
    if (signal.aborted) throw new ClienteleError('cancelled', 'The work was cancelled; nothing was changed.');
    busySince = performance.now();
  }
  yield chunk;
}

/** Every segment of the model, and last those in none where there are some. */
function bySegment({ segments }: SegmentationDocument, counts: ReadonlyMap<number, number>): ScoredFile['bySegment'] {
  const none = counts.get(-1) ?? 0;
  return [
    ...segments.map(({ id, name }) => ({ segment: id, name, customers: counts.get(id) ?? 0 })),
    ...(none > 0 ? [{ segment: -1, name: 'No segment', customers: none }] : []),
  ];
}
