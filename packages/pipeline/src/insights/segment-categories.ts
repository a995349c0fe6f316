import type { CategoryBySegment } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { dataExtent } from '../features/data-extent.ts';
import { featuresOffered } from '../features/features-offered.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import type { Scope } from '../features/scope.ts';
import { numberOf, readParts } from './read-parts.ts';
import { segmentCounts } from './segment-counts.ts';
import { membersOf, type SegmentViewOptions } from './segment-scope.ts';

const mostValues = 100;

/**
 * Customers by the value of each category on offer and by segment: at most a hundred values, most customers first. Throws
 * `nothing-kept` where there are categories and no customer.
 */
export async function segmentCategories(
  session: Session,
  table: DataTable,
  scope: Scope,
  { k }: Pick<SegmentViewOptions, 'k'>,
): Promise<CategoryBySegment[]> {
  membersOf(scope);
  const features = featuresOffered(table).filter(({ unit }) => unit === 'category');
  if (features.length === 0) return [];
  const { asOf } = await dataExtent(session, table, scope);
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, features, scope, { asOf });
  const places = features.map((_, i) => i).join(', ');
  const columns = features.map((_, i) => featureColumn(i)).join(', ');
  const parts = await readParts(
    session,
    ctes,
    {
      all: { sql: 'select count(*) as n from customers' },
      counts: {
        sql: `select f, value, segment, count(*) as n
          from (select segment, unnest(cast([${places}] as integer[])) as f, unnest(cast([${columns}] as varchar[])) as value
            from customers)
          where value is not null group by all`,
      },
    },
    bindings.values,
  );
  if (numberOf(parts.all[0], 'n') === 0) throw nothingKept(table, scope.filters);
  return features.map(({ id }, f) => {
    const rows = parts.counts.filter((row) => row.f === f);
    return { feature: id, values: segmentCounts(rows, k).slice(0, mostValues) };
  });
}
