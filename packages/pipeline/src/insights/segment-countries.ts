import type { CountryBySegment } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { customerCtes } from '../features/customer-ctes.ts';
import { dataExtent } from '../features/data-extent.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import type { Scope } from '../features/scope.ts';
import { numberOf, readParts } from './read-parts.ts';
import { segmentCounts } from './segment-counts.ts';
import { membersOf, type SegmentViewOptions } from './segment-scope.ts';

const mostCountries = 12;

/** Customers of the twelve largest countries by segment, most customers first. Throws `nothing-kept`. */
export async function segmentCountries(
  session: Session,
  table: DataTable,
  scope: Scope,
  { k }: Pick<SegmentViewOptions, 'k'>,
): Promise<CountryBySegment[]> {
  membersOf(scope);
  const { asOf } = await dataExtent(session, table, scope);
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, [], scope, { asOf });
  const parts = await readParts(
    session,
    ctes,
    {
      all: { sql: 'select count(*) as n from customers' },
      counts: {
        sql: 'select country as value, segment, count(*) as n from customers where country is not null group by all',
      },
    },
    bindings.values,
  );
  if (numberOf(parts.all[0], 'n') === 0) throw nothingKept(table, scope.filters);
  return segmentCounts(parts.counts, k)
    .slice(0, mostCountries)
    .map(({ value, ...counts }) => ({ country: value, ...counts }));
}
