import type { Dataset } from '@clientele/contracts';
import { orderLinesCsv, sampleShopName, simulateShop } from '@clientele/simulator';
import type { JobContext } from '../jobs/job-runner.ts';
import { offerSample } from '../store/sample-offered.ts';
import { importUpload } from './import-upload.ts';
import { segmentAtFirst } from './segment-at-first.ts';
import type { Workshop } from './workshop.ts';

/** Imports the made-up shop through the way of every file. */
export async function importSampleShop(workshop: Workshop, job: JobContext): Promise<Dataset> {
  const shop = simulateShop();
  const upload = await workshop.uploads.receive(`${sampleShopName}.csv`, orderLinesCsv(shop));
  const reading = { name: upload.name, mapping: { currency: shop.currency } };
  return importUpload(workshop, upload, { name: sampleShopName, reading, sample: true }, job);
}

/** In a new store: imports the sample shop and segments it by the default recipe, once. */
export async function importSample(workshop: Workshop): Promise<void> {
  const { engine } = workshop;
  if (!(await offerSample(engine))) return;
  const job: JobContext = { signal: new AbortController().signal, onProgress: () => {} };
  const { id } = await importSampleShop(workshop, job);
  await segmentAtFirst(workshop, id, job);
}
