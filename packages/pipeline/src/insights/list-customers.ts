import type { CustomerPage, CustomerRow, FeatureInfo } from '@clientele/contracts';
import type { Row, Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { dataExtent } from '../features/data-extent.ts';
import { resolveFeatures } from '../features/resolve-features.ts';
import { type Scope, storedCustomers } from '../features/scope.ts';
import { numberOf, numberOrNull, textOrNull } from './read-parts.ts';

export interface CustomersAsked extends Scope {
  /** Start of the id, in any letter case. */
  search?: string;
  offset: number;
  limit: number;
  /** `id` (default), `country`, `segment`, or a feature. */
  sort?: string;
  descending?: boolean;
  /** Feature ids in the rows; none: those suggested. The one sorted by is always there. */
  features?: readonly string[];
}

const sortColumns = new Map([
  ['id', 'customer'],
  ['country', 'country'],
  ['segment', 'segment'],
]);

/**
 * A page of the customers under the filters. Missing values come last in either direction; ties are in order of id. No
 * customer found is an empty page. Throws `feature-unknown` for a sort that is no column.
 */
export async function listCustomers(session: Session, table: DataTable, asked: CustomersAsked): Promise<CustomerPage> {
  const features = resolveFeatures(table, asked.features);
  let column = sortColumns.get(asked.sort ?? 'id');
  if (column === undefined) {
    const [sorted] = resolveFeatures(table, [asked.sort!]) as [FeatureInfo];
    let index = features.findIndex(({ id }) => id === sorted.id);
    if (index < 0) index = features.push(sorted) - 1;
    column = featureColumn(index);
  }
  const stored = storedCustomers(table, asked) !== null;
  const { asOf } = stored ? { asOf: null } : await dataExtent(session, table, asked);
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, features, asked, { asOf });
  const direction = asked.descending ? 'desc' : 'asc';
  const order = `order by ${column} ${direction} nulls last, customer, line`;
  const values = features.map((_, i) => `, ${featureColumn(i)}`).join('');
  const rows = await session.rows(
    `with ${ctes},
     found as ${asked.search ? '' : 'not '}materialized (
       select customer, line, country, segment${values} from customers
       where ${asked.search ? startsWith(bindings, asked.search) : 'true'}),
     page as (
       select * from found ${order} limit ${bindings.bind(asked.limit)} offset ${bindings.bind(asked.offset)})
     select counted.total, page.* from (select count(*) as total from found) counted left join page on true ${order}`,
    bindings.values,
  );
  return {
    total: numberOf(rows[0], 'total'),
    rows: rows.filter((row) => row.customer !== null).map((row) => customerRow(row, features)),
  };
}

/** True for ids that start so in any letter case; letters are folded only where there are any. */
function startsWith(bindings: Bindings, search: string): string {
  const hasCase = search.toLowerCase() !== search.toUpperCase();
  return hasCase
    ? `starts_with(lower(customer), lower(${bindings.bind(search)}))`
    : `starts_with(customer, ${bindings.bind(search)})`;
}

/** A row of `customers` with these features. */
export function customerRow(row: Row, features: readonly FeatureInfo[]): CustomerRow {
  return {
    id: String(row.customer),
    country: textOrNull(row, 'country'),
    segment: numberOrNull(row, 'segment'),
    features: Object.fromEntries(
      features.map(({ id, unit }, i) => {
        const column = featureColumn(i);
        return [id, unit === 'category' ? textOrNull(row, column) : numberOrNull(row, column)];
      }),
    ),
  };
}
