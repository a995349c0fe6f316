import type { Dataset, Upload } from '@clientele/contracts';
import type { JobContext } from '../jobs/job-runner.ts';
import { forgetUpload } from '../store/uploads.ts';
import { type ImportInput, importReview } from './import-review.ts';
import type { Workshop } from './workshop.ts';

/** Makes an upload a dataset; the upload is gone with it, as every row of it is in the dataset. */
export async function importUpload(
  { engine, uploads, reviews }: Workshop,
  upload: Upload,
  input: Omit<ImportInput, 'also'>,
  job: JobContext,
): Promise<Dataset> {
  return reviews.take(upload, job.signal, async (review) => {
    const also: ImportInput['also'] = (session) => forgetUpload(session, upload.id);
    const dataset = await importReview(engine, review, { ...input, also }, job);
    await reviews.forget(upload.id);
    await uploads.removeFile(upload.id);
    return dataset;
  });
}
