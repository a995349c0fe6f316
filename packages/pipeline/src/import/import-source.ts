import { defaultRules, type Ledger, type Problem, type Rules, type SourceInfo } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { dataProblems } from '../cleaning/data-problems.ts';
import { ledger } from '../cleaning/ledger.ts';
import { refuseNothingKept } from '../cleaning/refuse-nothing-kept.ts';
import { stage } from '../cleaning/stage.ts';
import type { DataTable } from '../data-table.ts';
import type { Effects } from '../effects.ts';
import { completeMapping, type MappingPatch } from '../recognition/complete-mapping.ts';
import { recognise } from '../recognition/recognise.ts';
import { openSource } from '../sources/open-source.ts';
import type { Source } from '../sources/source.ts';

/** How a file is to be read; whatever is absent is recognised. */
export interface ReadingOptions {
  /** Name to show instead of the file's own. */
  name?: string;
  mapping?: MappingPatch;
  rules?: Rules;
  sheets?: string[];
  /** Looks for what only the rules that are on need, so that a single run is faster; other rules cannot be switched later. */
  isFinal?: boolean;
}

/** A file read into a table of the engine, with its account. */
export interface ImportedSource {
  source: SourceInfo;
  table: DataTable;
  rows: number;
  ledger: Ledger;
  problems: Problem[];
}

/** Opens a file for as long as `work` needs it. */
export async function withSource<T>(
  effects: Pick<Effects, 'engine' | 'signal' | 'onProgress'>,
  session: Session,
  path: string,
  options: ReadingOptions,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  const source = await openSource(path, {
    engine: session,
    workDir: effects.engine.workDir,
    name: options.name,
    sheets: options.sheets,
    signal: effects.signal,
    onProgress: (done, rows) => effects.onProgress?.({ step: 'Recognising the file', done, rows }),
  });
  try {
    return await work(source);
  } finally {
    await source.close();
  }
}

/**
 * Reads a file into the table `name` of the session: recognise, stage, account. Nothing is left behind where it throws, if the
 * session is a transaction. Throws what opening and staging throw, and `nothing-kept` where cleaning leaves no row.
 */
export async function importSource(
  effects: Pick<Effects, 'engine' | 'signal' | 'onProgress'>,
  session: Session,
  path: string,
  name: string,
  options: ReadingOptions = {},
): Promise<ImportedSource> {
  return withSource(effects, session, path, options, async (source) => {
    const recognition = recognise(source);
    const rules = options.rules ?? defaultRules;
    const mapping = completeMapping(source, recognition.mapping, options.mapping);
    effects.onProgress?.({ step: 'Reading rows', done: null, rows: null });
    const staged = await stage(session, source, mapping, name, options.isFinal ? { rules } : {});
    const { kind, columns, rows } = staged;
    const table: DataTable = { kind, table: staged.table, mapping: staged.mapping, columns, rules };
    effects.onProgress?.({ step: 'Accounting for what is left out', done: null, rows });
    const account = await ledger(session, table);
    refuseNothingKept(account, source.info.name);
    const problems = [...recognition.problems, ...staged.problems, ...(await dataProblems(session, table))];
    return { source: source.info, table, rows, ledger: account, problems };
  });
}
