import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ClienteleError } from '@clientele/contracts';
import type { JobContext } from '../jobs/job-runner.ts';
import { listDatasets } from '../store/datasets.ts';
import { importReview } from './import-review.ts';
import { Review } from './review.ts';
import { segmentAtFirst } from './segment-at-first.ts';
import type { Workshop } from './workshop.ts';

/** Imports and segments files given at the start of the server, in order; one whose bytes are a dataset already is left out. */
export async function importFiles(workshop: Workshop, files: readonly string[], job: JobContext): Promise<void> {
  const { engine } = workshop;
  for (const path of files) {
    const contentHash = await hashFile(path);
    if ((await listDatasets(engine)).some((stored) => stored.contentHash === contentHash)) continue;
    const review = new Review(engine, path);
    try {
      const { id } = await importReview(engine, review, { reading: { name: basename(path) }, contentHash }, job);
      await segmentAtFirst(workshop, id, job);
    } finally {
      await review.close();
    }
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new ClienteleError(
      isMissing ? 'not-found' : 'file-unreadable',
      isMissing
        ? `There is no file ${path}; check its name.`
        : `The file ${path} cannot be read; check that you may read it.`,
      { file: path },
      cause,
    );
  }
  return hash.digest('hex');
}
