import { defaultRules, type Problem, type SourceInfo } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { refuseNothingKept } from '../cleaning/refuse-nothing-kept.ts';
import type { DataTable } from '../data-table.ts';
import { accountFor, type ImportedSource } from './account-for.ts';
import { mappingAsked } from './mapping-asked.ts';
import { type ReadingEffects, type ReadingOptions, withSource } from './opened-source.ts';
import { dataTable, stageSource } from './staged-source.ts';

/** A file read into a table, not yet accounted for. */
export interface ReadSource {
  table: DataTable;
  source: SourceInfo;
  problems: Problem[];
  /** The full account; throws `nothing-kept` where cleaning leaves no row. */
  account(): Promise<ImportedSource>;
}

/**
 * Reads a file into the table `name` of the session: recognise and stage. Throws what opening and staging throw. The account
 * can be had as long as `work` runs.
 */
export async function withReadSource<T>(
  effects: ReadingEffects,
  session: Session,
  path: string,
  name: string,
  options: ReadingOptions,
  work: (read: ReadSource) => Promise<T>,
): Promise<T> {
  return withSource(effects, session, path, options, async (opened) => {
    const rules = options.rules ?? defaultRules;
    const asked = mappingAsked(opened, options.mapping);
    if (asked.incomplete !== null) throw asked.incomplete;
    const kept = options.isFinal ? { rules, spare: options.spare } : {};
    const staged = await stageSource(effects, session, opened, asked.mapping, name, kept);
    return work({
      table: dataTable(staged, asked.mapping, rules),
      source: opened.source.info,
      problems: [...opened.recognition.problems, ...staged.problems],
      async account() {
        const imported = await accountFor(effects, session, { opened, asked, staged, rules });
        refuseNothingKept(imported.ledger, imported.source.name);
        return imported;
      },
    });
  });
}

/**
 * Reads a file into the table `name` of the session: recognise, stage, account. Nothing is left behind where it throws, if the
 * session is a transaction. Throws what opening and staging throw, and `nothing-kept` where cleaning leaves no row.
 */
export async function importSource(
  effects: ReadingEffects,
  session: Session,
  path: string,
  name: string,
  options: ReadingOptions = {},
): Promise<ImportedSource> {
  return withReadSource(effects, session, path, name, options, (read) => read.account());
}
