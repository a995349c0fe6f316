import { quoteIdentifier, type Session } from '@clientele/engines';
import { keptCondition } from '../cleaning/kept-condition.ts';
import type { DataTable } from '../data-table.ts';
import { Bindings } from './bindings.ts';
import { isoMoment } from './calendar.ts';
import { dateConditions } from './kept-rows.ts';
import type { Scope } from './scope.ts';

/** Times of the kept lines, ISO without zone; null where there is none. No country, customer or segment narrows them. */
export interface DataExtent {
  /** Of all kept lines. */
  first: string | null;
  last: string | null;
  /** The moment that features are computed for: as given, or the last kept line in the date window plus one day. */
  asOf: string | null;
}

/** First and last time of the kept lines, and the as-of time of a scope. */
export async function dataExtent(session: Session, table: DataTable, scope: Scope): Promise<DataExtent> {
  if (table.kind === 'customers') return { first: null, last: null, asOf: null };
  const bindings = new Bindings();
  const asOf =
    typeof scope.asOf === 'string'
      ? `cast(${bindings.bind(isoMoment(scope.asOf))} as timestamp)`
      : `max(time) filter (where ${dateConditions(bindings, table, scope.filters).join(' and ') || 'true'}) + interval 1 day`;
  const [row] = await session.rows(
    `select min(time) as first, max(time) as last, ${asOf} as as_of
     from ${quoteIdentifier(table.table)} where ${keptCondition(table.rules)}`,
    bindings.values,
  );
  const text = (name: string) => (typeof row?.[name] === 'string' ? row[name] : null);
  return { first: text('first'), last: text('last'), asOf: text('as_of') };
}
