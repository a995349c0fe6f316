import type { Dataset, Upload } from '@clientele/contracts';
import type { JobContext } from '../jobs/job-runner.ts';
import { forgetUpload } from '../store/uploads.ts';
import { type ImportInput, importSourceFile } from './import-source-file.ts';
import type { Workshop } from './workshop.ts';

/** Makes an upload a dataset; the upload is gone with it, as every row of it is in the dataset. */
export async function importUpload(
  workshop: Workshop,
  upload: Upload,
  input: Pick<ImportInput, 'name' | 'reading' | 'sample'>,
  job: JobContext,
): Promise<Dataset> {
  const { uploads } = workshop;
  const also: ImportInput['also'] = (session) => forgetUpload(session, upload.id);
  const dataset = await importSourceFile(workshop, { ...input, path: uploads.path(upload.id), also }, job);
  await uploads.removeFile(upload.id);
  return dataset;
}
