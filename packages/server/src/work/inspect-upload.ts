import { type Inspection, type InspectRequest, type Mapping, roles, type Upload } from '@clientele/contracts';
import type { MappingPatch, ReadingOptions } from '@clientele/pipeline';
import type { JobContext } from '../jobs/job-runner.ts';
import type { Workshop } from './workshop.ts';

/** Recognises an upload, or reads it as the user says, and makes nothing of it yet. */
export async function inspectUpload(
  { reviews }: Workshop,
  upload: Upload,
  request: InspectRequest,
  job: JobContext,
): Promise<Inspection> {
  return reviews.take(upload, job.signal, (review) => review.inspect(readingOf(upload, request), job));
}

/** How an upload is to be read: a mapping that is given is all of it, so that a role it lacks is played by no column. */
export function readingOf(upload: Upload, { mapping, rules, sheets }: InspectRequest): ReadingOptions {
  const name = upload.name.split(/[\\/]/).at(-1) || upload.name;
  return {
    name,
    ...(mapping && { mapping: wholeMapping(mapping) }),
    ...(rules && { rules }),
    ...(sheets && { sheets }),
  };
}

function wholeMapping(mapping: Mapping): MappingPatch {
  return { ...mapping, roles: Object.fromEntries(roles.map((role) => [role, mapping.roles[role] ?? null])) };
}
