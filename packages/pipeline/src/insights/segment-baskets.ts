import type { SegmentBasket } from '@clientele/contracts';
import type { Row, Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import { productColumn, purchaseCtes } from '../features/purchases.ts';
import type { Scope } from '../features/scope.ts';
import { numberOf, numberOrNull, readParts } from './read-parts.ts';
import { groupsOf, membersOf, type SegmentViewOptions } from './segment-scope.ts';

/**
 * The orders of each of the k segments under the filters, then, where there are any, of customers in no segment (-1), and last of all
 * customers. Empty for a table of customers. Throws `nothing-kept`.
 */
export async function segmentBaskets(
  session: Session,
  table: DataTable,
  scope: Scope,
  { k }: Pick<SegmentViewOptions, 'k'>,
): Promise<SegmentBasket[]> {
  const members = membersOf(scope);
  if (table.kind !== 'orders') return [];
  const bindings = new Bindings();
  const products =
    productColumn(table) === null
      ? 'cast(null as bigint)'
      : 'count(product_no) filter (where not spread) + count(distinct product_no) filter (where spread)';
  const hasItems = table.mapping.roles.quantity !== undefined;
  const parts = await readParts(
    session,
    `${purchaseCtes(bindings, table, scope, members.table)},
    orders as materialized (
      select customer_no, order_no, cast(sum(amount) as double) as amount, cast(sum(items) as double) as items,
        ${products} as products
      from purchases where order_no is not null group by customer_no, order_no),
    grouped as not materialized (
      select orders.*, case when segment is null and is_seen then -1 else segment end as grp
      from orders left join buyers using (customer_no))`,
    {
      groups: {
        sql: `select grp, grouping(grp) as of_all, count(*) as orders, avg(amount) as average,
            median(amount) as middle, avg(items) as items, avg(products) as products,
            sum(amount) filter (where items is not null) / nullif(sum(items), 0) as price
          from grouped group by grouping sets ((grp), ())`,
      },
    },
    bindings.values,
  );
  const all = parts.groups.find((row) => row.of_all === 1);
  if (numberOf(all, 'orders') === 0) throw nothingKept(table, scope.filters);
  const hasNone = parts.groups.some((row) => row.of_all === 0 && row.grp === -1);
  const usual = hasItems ? priceOf(all) : null;
  return groupsOf(k, hasNone).map((segment) => {
    const row = segment === null ? all : parts.groups.find((found) => found.of_all === 0 && found.grp === segment);
    const price = hasItems ? priceOf(row) : null;
    return {
      segment,
      orders: numberOf(row, 'orders'),
      averageOrderValue: numberOrNull(row, 'average'),
      medianOrderValue: numberOrNull(row, 'middle'),
      itemsPerOrder: numberOrNull(row, 'items'),
      productsPerOrder: numberOrNull(row, 'products'),
      pricePerItem: price,
      priceLevel: price === null || usual === null ? null : price / usual,
    };
  });
}

/** Null where no price can be told: no pieces, or more returned than bought. */
function priceOf(row: Row | undefined): number | null {
  const price = numberOrNull(row, 'price');
  return price !== null && price > 0 ? price : null;
}
