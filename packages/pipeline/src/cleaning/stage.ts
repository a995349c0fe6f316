import type { Mapping } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { Source } from '../sources/source.ts';
import { stageCustomers } from './stage-customers.ts';
import { stageOrders } from './stage-orders.ts';
import type { Staged, StageOptions } from './staged.ts';

/**
 * Reads a source into a typed table with the rules that each row breaks, replacing a table of that name. Throws
 * `mapping-incomplete`, `no-rows` (headings only), `values-unreadable` (a needed column without one readable cell), and
 * what the source makes of a failure while reading.
 */
export async function stage(
  session: Session,
  source: Source,
  mapping: Mapping,
  table: string,
  options: StageOptions = {},
): Promise<Staged> {
  try {
    return mapping.kind === 'orders'
      ? await stageOrders(session, source, mapping, table, options)
      : await stageCustomers(session, source, mapping, table);
  } catch (cause) {
    throw source.explain(cause);
  }
}
