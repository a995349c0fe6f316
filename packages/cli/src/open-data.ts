import type { Method } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { createPool, type Pool } from '@clientele/kernels';
import {
  importSource,
  type JoinAccount,
  joinAttributes,
  type Progress,
  type ReadingOptions,
  type ReadSource,
  withReadSource,
} from '@clientele/pipeline';
import type { AttributesFile } from './options/attribute-options.ts';
import type { DataOptions } from './options/data-options.ts';
import { readDataOptions } from './options/data-options.ts';
import { createProgressLine } from './output/progress-line.ts';

/** Below this, threads take longer to start and to compile than they save. */
const fewestForThreads = 20_000;
/** Evidence is made of many fits. */
const fewestForEvidence = 1_000;
/** These take their time over few customers too. */
const slowMethods: readonly Method[] = ['minibatch', 'gmm', 'kprototypes'];
const fewestForSlow = 1_000;

/** A file read into an engine in memory, and what works on it. */
export interface OpenedData extends ReadSource {
  engine: Engine;
  /** Of a joined table of customers; null where none was given. */
  join: (JoinAccount & { name: string }) | null;
  /** What the kernels need for so many customers: progress, and threads where they pay. */
  effectsFor(
    customers: number,
    method: Method,
    hasEvidence?: boolean,
  ): { pool?: Pool; onProgress: (progress: Progress) => void };
}

/**
 * Reads a file as the options say, hands it to `work` and leaves nothing behind. With `isFinal` the account leaves out what rules
 * that are off would remove, and the table has no `spare` columns: both cost time.
 */
export async function withData<T>(
  file: string,
  options: DataOptions,
  single: Pick<ReadingOptions, 'isFinal' | 'spare'> & { attributes?: AttributesFile },
  work: (data: OpenedData) => Promise<T>,
): Promise<T> {
  const { attributes, ...thrift } = single;
  const reading = { ...readDataOptions(options), ...thrift };
  const { onProgress, clear } = createProgressLine();
  const engine = await openDuckdb();
  let pool: Pool | undefined;
  const effectsFor: OpenedData['effectsFor'] = (customers, method, hasEvidence = false) => {
    const isSlow = slowMethods.includes(method);
    const fewest = hasEvidence ? fewestForEvidence : isSlow ? fewestForSlow : fewestForThreads;
    if (customers >= fewest) pool ??= createPool();
    return { ...(pool && { pool }), onProgress };
  };
  try {
    return await withReadSource({ engine, onProgress }, engine, file, 'data', reading, async (read) => {
      const joined = attributes === undefined ? null : await join({ engine, onProgress }, read, attributes);
      return work({ ...read, ...joined, join: joined?.join ?? null, engine, effectsFor });
    });
  } finally {
    clear();
    await pool?.close();
    await engine.close();
  }
}

/** What was read, with the columns of a table of customers joined to it. */
async function join(
  effects: { engine: Engine; onProgress: (progress: Progress) => void },
  read: ReadSource,
  { path, reading }: AttributesFile,
): Promise<Pick<ReadSource, 'table' | 'account'> & { join: OpenedData['join'] }> {
  const { engine } = effects;
  const customers = await importSource(effects, engine, path, 'customers_of_attributes', reading);
  const source = { table: customers.table, file: customers.source.name };
  const { table, account: found } = await joinAttributes(engine, read.table, source, 'attributes');
  const { attributes } = table;
  const problems = customers.problems.filter(({ code }) => code !== 'repeated-customers');
  return {
    table,
    join: { name: source.file, ...found, problems: [...problems, ...found.problems] },
    async account() {
      const account = await read.account();
      return { ...account, table: { ...account.table, attributes } };
    },
  };
}
