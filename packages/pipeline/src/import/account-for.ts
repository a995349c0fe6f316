import type { Ledger, Problem, SourceInfo } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { dataProblems } from '../cleaning/data-problems.ts';
import { ledger } from '../cleaning/ledger.ts';
import type { DataTable } from '../data-table.ts';
import type { Effects } from '../effects.ts';
import type { OpenedSource } from './opened-source.ts';
import type { StagedSource } from './staged-source.ts';

/** A file read into a table of the engine, with its account. */
export interface ImportedSource {
  source: SourceInfo;
  table: DataTable;
  rows: number;
  ledger: Ledger;
  problems: Problem[];
}

/** The account of a staged table under the rules of `table`: what each removes, what is kept, what is to be known of it. */
export async function accountFor(
  { onProgress }: Pick<Effects, 'onProgress'>,
  session: Session,
  { source, recognition }: OpenedSource,
  { rows, problems }: StagedSource,
  table: DataTable,
): Promise<ImportedSource> {
  onProgress?.({ step: 'Accounting for what is left out', done: null, rows });
  return {
    source: source.info,
    table,
    rows,
    ledger: await ledger(session, table),
    problems: [...recognition.problems, ...problems, ...(await dataProblems(session, table))],
  };
}
