import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ClienteleError } from '@clientele/contracts';
import type { JobContext } from '../jobs/job-runner.ts';
import { listDatasets } from '../store/datasets.ts';
import { importSourceFile } from './import-source-file.ts';
import type { Workshop } from './workshop.ts';

/** Imports files given at the start of the server, in order; one whose bytes are a dataset already is left out. */
export async function importFiles(workshop: Workshop, files: readonly string[], job: JobContext): Promise<void> {
  for (const path of files) {
    const contentHash = await hashFile(path);
    const known = (await listDatasets(workshop.engine)).some((stored) => stored.contentHash === contentHash);
    if (!known) await importSourceFile(workshop, { path, reading: { name: basename(path) }, contentHash }, job);
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
