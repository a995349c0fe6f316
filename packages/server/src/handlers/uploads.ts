import { Readable } from 'node:stream';
import { ClienteleError } from '@clientele/contracts';
import type { HandlersOf } from '../http/handlers.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import { inspectUpload } from '../work/inspect-upload.ts';
import type { Workshop } from '../work/workshop.ts';

/** Files sent, and what they are recognised as. */
export function uploadHandlers(workshop: Workshop, jobs: JobRunner): HandlersOf<'upload' | 'inspectUpload'> {
  const { uploads } = workshop;
  return {
    async upload({ query, context }) {
      const type = context.req.header('content-type')?.split(';')[0]?.trim();
      if (type !== 'application/octet-stream')
        throw new ClienteleError('usage', 'Send the bytes of the file with Content-Type: application/octet-stream.');
      uploads.checkSize(query.name, Number(context.req.header('content-length') ?? 0));
      return uploads.receive(query.name, context.req.raw.body ?? Readable.from([]));
    },
    async inspectUpload({ params, body }) {
      const upload = await uploads.find(params.uploadId);
      return jobs.start('inspect', (job) => inspectUpload(workshop, upload, body, job));
    },
  };
}
