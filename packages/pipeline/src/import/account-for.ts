import type { Ledger, Problem, Rules, SourceInfo } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { dataProblems } from '../cleaning/data-problems.ts';
import { ledger } from '../cleaning/ledger.ts';
import { settleCurrency } from '../cleaning/settle-currency.ts';
import type { DataTable } from '../data-table.ts';
import type { Effects } from '../effects.ts';
import type { MappingAsked } from './mapping-asked.ts';
import type { OpenedSource } from './opened-source.ts';
import { dataTable, type StagedSource } from './staged-source.ts';

/** A file read into a table of the engine, with its account. */
export interface ImportedSource {
  source: SourceInfo;
  table: DataTable;
  rows: number;
  ledger: Ledger;
  problems: Problem[];
}

/** A file as it was read, and the rules that it is accounted for under. */
export interface StagedReading {
  opened: OpenedSource;
  asked: MappingAsked;
  staged: StagedSource;
  rules: Rules;
}

/**
 * The account of a staged table under rules: what each removes, what is kept, what is to be known of it. Where nobody
 * states the currency and the file names none, it is guessed from the whole file.
 */
export async function accountFor(
  { onProgress }: Pick<Effects, 'onProgress'>,
  session: Session,
  { opened: { source, recognition }, asked, staged, rules }: StagedReading,
): Promise<ImportedSource> {
  const { rows } = staged;
  onProgress?.({ step: 'Accounting for what is left out', done: null, rows });
  const data = dataTable(staged, asked.mapping, rules);
  const isOpen =
    data.kind === 'orders' && recognition.kind === 'orders' && !recognition.namesCurrency && !asked.statesCurrency;
  const { table, problems: guesses } = isOpen ? await settleCurrency(session, data) : { table: data, problems: [] };
  return {
    source: source.info,
    table,
    rows,
    ledger: await ledger(session, table),
    problems: [...recognition.problems, ...guesses, ...staged.problems, ...(await dataProblems(session, table))],
  };
}
