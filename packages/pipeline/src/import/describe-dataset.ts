import type { Dataset } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { dataExtent } from '../features/data-extent.ts';
import { featuresOffered } from '../features/features-offered.ts';
import { keptRows } from '../features/kept-rows.ts';
import type { ImportedSource } from './account-for.ts';

/** All that is said of a dataset but what its owner gives it. */
export async function describeDataset(
  session: Session,
  { source, table, rows, ledger, problems }: ImportedSource,
): Promise<Omit<Dataset, 'id' | 'name' | 'createdAt' | 'sample'>> {
  const isOrders = table.kind === 'orders';
  const { first, last } = await dataExtent(session, table, { filters: {} });
  const kept = keptRows(table, {});
  const countries =
    table.mapping.roles.country === undefined
      ? []
      : await session.rows(
          `select country as name, count(distinct customer) as customers from ${kept.sql}
           where country is not null group by country order by customers desc, name`,
          kept.values,
        );
  return {
    kind: table.kind,
    source,
    mapping: table.mapping,
    rules: table.rules,
    ledger,
    rows,
    kept: ledger.kept.rows,
    customers: ledger.kept.customers,
    orders: isOrders ? ledger.kept.orders : null,
    revenue: isOrders ? ledger.kept.revenue : null,
    currency: table.mapping.currency,
    from: first,
    to: last,
    countries: countries.map((row) => ({ name: String(row.name), customers: Number(row.customers) })),
    features: featuresOffered(table),
    problems,
  };
}
