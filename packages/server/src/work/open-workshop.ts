import { availableParallelism } from 'node:os';
import { startRunner } from '../runs/runner.ts';
import { completeDatasets } from '../store/complete-datasets.ts';
import { openFolder } from '../store/open-folder.ts';
import { Turns } from '../store/turns.ts';
import { Uploads } from '../store/uploads.ts';
import { Predictors } from './predictors.ts';
import { Reviews } from './reviews.ts';
import { ViewCache } from './view-cache.ts';
import type { Workshop } from './workshop.ts';

const defaultUploadLimitBytes = 4 * 1024 ** 3;

/** A workshop on a data folder, and how it is left. */
export interface OpenWorkshop {
  workshop: Workshop;
  close(): Promise<void>;
}

/**
 * Opens the store of a folder and makes ready what works on it.
 * @throws ClienteleError `conflict` where the store is taken
 */
export async function openWorkshop(
  dataDir: string,
  uploadLimitBytes: number = defaultUploadLimitBytes,
): Promise<OpenWorkshop> {
  const folder = await openFolder(dataDir, availableParallelism());
  const { engine } = folder;
  const runner = startRunner();
  const uploads = new Uploads(engine, folder.uploads, uploadLimitBytes);
  const reviews = new Reviews(engine, uploads);
  const close = async () => {
    await runner.close();
    await reviews.close();
    await folder.close();
  };
  try {
    await uploads.sweep();
    await completeDatasets(engine);
  } catch (cause) {
    await close();
    throw cause;
  }
  return {
    workshop: {
      engine,
      runner,
      uploads,
      reviews,
      turns: new Turns(),
      predictors: new Predictors(engine),
      views: new ViewCache(),
    },
    close,
  };
}
