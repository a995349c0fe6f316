import type { Inspection, InspectRequest, Upload } from '@clientele/contracts';
import { inspectSource, type ReadingOptions } from '@clientele/pipeline';
import type { JobContext } from '../jobs/job-runner.ts';
import type { Workshop } from './workshop.ts';

/** Recognises an upload, or reads it as the user says, and keeps nothing of it. */
export async function inspectUpload(
  { engine, uploads }: Workshop,
  upload: Upload,
  request: InspectRequest,
  { signal, onProgress }: JobContext,
): Promise<Inspection> {
  return inspectSource({ engine, signal, onProgress }, uploads.path(upload.id), readingOf(upload, request));
}

/** How an upload is to be read. */
export function readingOf(upload: Upload, { mapping, rules, sheets }: InspectRequest): ReadingOptions {
  const name = upload.name.split(/[\\/]/).at(-1) || upload.name;
  return { name, ...(mapping && { mapping }), ...(rules && { rules }), ...(sheets && { sheets }) };
}
