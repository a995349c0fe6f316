import { quoteIdentifier, type Row, type Session } from '@clientele/engines';
import { keptCondition } from '../cleaning/kept-condition.ts';
import type { DataTable } from '../data-table.ts';
import { Bindings } from './bindings.ts';
import { isoMoment } from './calendar.ts';
import { dateConditions, dayConditions } from './kept-rows.ts';
import type { Materialised } from './materialised.ts';
import { type Scope, storedVisits } from './scope.ts';

/** Times of the kept lines, ISO without zone; null where there is none. No country, customer or segment narrows them. */
export interface DataExtent {
  /** Of all kept lines. */
  first: string | null;
  last: string | null;
  /** The moment that features are computed for: as given, or the last kept line in the date window plus one day. */
  asOf: string | null;
  /** False where all times stand at midnight. */
  hasHours: boolean;
}

/** First and last time of the kept lines, and the as-of time of a scope. */
export async function dataExtent(session: Session, table: DataTable, scope: Scope): Promise<DataExtent> {
  if (table.kind === 'customers') return { first: null, last: null, asOf: null, hasHours: false };
  const stored = storedVisits(table, scope);
  if (stored !== null) {
    const { first, last, hasHours } = stored;
    return { first, last, hasHours, asOf: await storedAsOf(session, stored, scope) };
  }
  const bindings = new Bindings();
  const asOf =
    typeof scope.asOf === 'string'
      ? `cast(${bindings.bind(isoMoment(scope.asOf))} as timestamp)`
      : `max(time) filter (where ${dateConditions(bindings, table, scope.filters).join(' and ') || 'true'}) + interval 1 day`;
  const [row] = await session.rows(
    `select min(time) as first, max(time) as last, ${asOf} as as_of,
       coalesce(bool_or(time <> date_trunc('day', time)), false) as has_hours
     from ${quoteIdentifier(table.table)} where ${keptCondition(table.rules)}`,
    bindings.values,
  );
  return {
    first: textOf(row, 'first'),
    last: textOf(row, 'last'),
    asOf: textOf(row, 'as_of'),
    hasHours: row?.has_hours === true,
  };
}

async function storedAsOf(session: Session, stored: Materialised, { asOf, filters }: Scope): Promise<string | null> {
  if (typeof asOf === 'string') return isoMoment(asOf);
  const lastDay = stored.last?.slice(0, 10);
  if (lastDay === undefined) return null;
  const bindings = new Bindings();
  const conditions = dayConditions(bindings, filters);
  if ((filters.from ?? lastDay) <= lastDay && (filters.to ?? lastDay) >= lastDay) return stored.asOf;
  const [row] = await session.rows(
    `select max(last) + interval 1 day as as_of from ${quoteIdentifier(stored.visits)} where ${conditions.join(' and ')}`,
    bindings.values,
  );
  return textOf(row, 'as_of');
}

function textOf(row: Row | undefined, name: string): string | null {
  const cell = row?.[name];
  return typeof cell === 'string' ? cell : null;
}
