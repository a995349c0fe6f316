import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { createPool, type Pool } from '@clientele/kernels';
import { type ImportedSource, importSource, type Progress } from '@clientele/pipeline';
import type { DataOptions } from './options/data-options.ts';
import { readDataOptions } from './options/data-options.ts';
import { createProgressLine } from './output/progress-line.ts';

/** A file read into an engine in memory, and what works on it. */
export interface OpenedData extends ImportedSource {
  engine: Engine;
  pool: Pool;
  onProgress: (progress: Progress) => void;
}

/** Reads a file as the options say, hands it to `work` and leaves nothing behind. */
export async function withData<T>(
  file: string,
  options: DataOptions,
  work: (data: OpenedData) => Promise<T>,
): Promise<T> {
  const reading = readDataOptions(options);
  const line = createProgressLine();
  const engine = await openDuckdb();
  const pool = createPool();
  pool.warm();
  try {
    const effects = { engine, onProgress: line.onProgress };
    const imported = await importSource(effects, engine, file, 'data', { ...reading, isFinal: true });
    return await work({ ...imported, engine, pool, onProgress: line.onProgress });
  } finally {
    line.clear();
    await pool.close();
    await engine.close();
  }
}
