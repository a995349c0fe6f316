import { defaultRules, type Inspection } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { describeColumns, inspectionOf, isStageable } from './inspection-of.ts';
import { mappingAsked } from './mapping-asked.ts';
import { type ReadingEffects, type ReadingOptions, withSource } from './opened-source.ts';
import { stageSource } from './staged-source.ts';
import { watchSteps } from './watch-steps.ts';

const scratch = 'inspection';

/**
 * Reads a whole file as an import would and says all that is known of it; nothing is kept. A mapping that lacks a role is
 * no failure here: the ledger is then null and a warning says what is missing.
 */
export async function inspectSource(
  effects: ReadingEffects,
  path: string,
  options: ReadingOptions = {},
): Promise<Inspection> {
  const { onProgress, watch } = watchSteps(effects);
  const reading = { ...effects, onProgress };
  const inspect = (session: Session) =>
    withSource(reading, session, path, options, async (opened) => {
      const asked = mappingAsked(opened, options.mapping);
      const staged = isStageable(opened, asked)
        ? await stageSource(reading, session, opened, asked.mapping, scratch)
        : null;
      const columns = await describeColumns(reading, session, opened);
      const rules = options.rules ?? defaultRules;
      const inspection = await inspectionOf(reading, session, { opened, columns, asked, staged, rules });
      await session.run(`DROP TABLE IF EXISTS ${session.quoteIdentifier(scratch)}`);
      return inspection;
    });
  return effects.engine.transaction(inspect, watch);
}
