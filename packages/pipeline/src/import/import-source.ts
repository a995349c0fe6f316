import { defaultRules } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { refuseNothingKept } from '../cleaning/refuse-nothing-kept.ts';
import { accountFor, type ImportedSource } from './account-for.ts';
import { mappingAsked } from './mapping-asked.ts';
import { type ReadingEffects, type ReadingOptions, withSource } from './opened-source.ts';
import { stageSource } from './staged-source.ts';

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
  return withSource(effects, session, path, options, async (opened) => {
    const rules = options.rules ?? defaultRules;
    const asked = mappingAsked(opened, options.mapping);
    if (asked.incomplete !== null) throw asked.incomplete;
    const staged = await stageSource(effects, session, opened, asked.mapping, name, options.isFinal ? { rules } : {});
    const imported = await accountFor(effects, session, { opened, asked, staged, rules });
    refuseNothingKept(imported.ledger, imported.source.name);
    return imported;
  });
}
