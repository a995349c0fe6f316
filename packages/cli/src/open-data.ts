import type { Method } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { createPool, type Pool } from '@clientele/kernels';
import { type Progress, type ReadingOptions, type ReadSource, withReadSource } from '@clientele/pipeline';
import type { DataOptions } from './options/data-options.ts';
import { readDataOptions } from './options/data-options.ts';
import { createProgressLine } from './output/progress-line.ts';

/** Below this, threads take longer to start and to compile than they save. */
const fewestForThreads = 20_000;
/** These take their time over few customers too. */
const slowMethods: readonly Method[] = ['minibatch', 'gmm', 'kprototypes'];
const fewestForSlow = 1_000;

/** A file read into an engine in memory, and what works on it. */
export interface OpenedData extends ReadSource {
  engine: Engine;
  /** What the kernels need for so many customers: progress, and threads where they pay. */
  effectsFor(customers: number, method: Method): { pool?: Pool; onProgress: (progress: Progress) => void };
}

/**
 * Reads a file as the options say, hands it to `work` and leaves nothing behind. With `isFinal` the account leaves out what rules
 * that are off would remove, and the table has no `spare` columns: both cost time.
 */
export async function withData<T>(
  file: string,
  options: DataOptions,
  single: Pick<ReadingOptions, 'isFinal' | 'spare'>,
  work: (data: OpenedData) => Promise<T>,
): Promise<T> {
  const reading = { ...readDataOptions(options), ...single };
  const { onProgress, clear } = createProgressLine();
  const engine = await openDuckdb();
  let pool: Pool | undefined;
  const effectsFor: OpenedData['effectsFor'] = (customers, method) => {
    if (customers >= (slowMethods.includes(method) ? fewestForSlow : fewestForThreads)) pool ??= createPool();
    return { ...(pool && { pool }), onProgress };
  };
  try {
    return await withReadSource({ engine, onProgress }, engine, file, 'data', reading, (read) =>
      work({ ...read, engine, effectsFor }),
    );
  } finally {
    clear();
    await pool?.close();
    await engine.close();
  }
}
