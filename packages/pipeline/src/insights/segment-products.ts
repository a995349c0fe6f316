import type { SegmentProduct, SegmentProducts } from '@clientele/contracts';
import type { Row, Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import { productColumn, productNamesSql, purchaseCtes } from '../features/purchases.ts';
import type { Scope } from '../features/scope.ts';
import { numberOf, readParts, textOrNull } from './read-parts.ts';
import { type LiftCounts, liftChance, liftOf } from './segment-lift.ts';
import { membersOf, type SegmentViewOptions } from './segment-scope.ts';

const mostProducts = 10;
const leastBuyers = 5;
const leastShare = 0.02;
/** The chance of one wrong word in the whole view, parted evenly among all that is tested (Bonferroni; Dunn 1961). */
const wrongAtMost = 0.05;

/**
 * For each of the k segments the ten products of highest revenue and up to ten of highest lift under the filters. Unusual products were
 * bought by at least 5 customers and 2 % of the segment, and by more than chance explains: Fisher's exact test on one side at 5 % over
 * all pairs of a segment and a product that at least 5 customers bought. A description is the most frequent one of the product's code, whatever is filtered. Empty for a table of customers
 * and for data without products.
 * Throws `nothing-kept`.
 */
export async function segmentProducts(
  session: Session,
  table: DataTable,
  scope: Scope,
  { k }: Pick<SegmentViewOptions, 'k'>,
): Promise<SegmentProducts[]> {
  const members = membersOf(scope);
  if (productColumn(table) === null) return [];
  const bindings = new Bindings();
  const parts = await readParts(
    session,
    `${purchaseCtes(bindings, table, scope, members.table)},
    sizes as materialized (
      select segment, count(*) as size from (select distinct customer_no from purchases) left join buyers using (customer_no)
      group by segment),
    pairs as not materialized (
      select customer_no, product_no, count(*) filter (where not spread and order_no is not null) as orders,
        sum(items) as items, sum(amount) as amount
      from purchases where product_no is not null group by all),
    spread_orders as not materialized (
      select segment, product_no, count(distinct order_no) as orders
      from purchases left join buyers using (customer_no)
      where spread and order_no is not null and product_no is not null group by all),
    bought as materialized (
      select segment, product_no, count(*) as own, cast(sum(orders) as bigint) as orders,
        coalesce(cast(sum(items) as double), 0) as items, cast(sum(amount) as double) as revenue
      from pairs left join buyers using (customer_no) group by all),
    names as not materialized (${productNamesSql(bindings, table, scope)}),
    ranked as materialized (
      select bought.*, product, size, cast(sum(own) over (partition by product_no) as double) as buyers,
        row_number() over (partition by bought.segment order by revenue desc, product) as place
      from bought join sizes on bought.segment is not distinct from sizes.segment
        join (select product_no, product from names) using (product_no)),
    chosen as materialized (
      select * from ranked
      where segment is not null and (place <= ${mostProducts} or (own >= ${leastBuyers} and own >= ${leastShare} * size
        and own * (select sum(size) from sizes) > size * buyers)))`,
    {
      sizes: { sql: 'select size from sizes' },
      tested: { sql: `select count(distinct product_no) as n from ranked where buyers >= ${leastBuyers}` },
      products: {
        sql: `select c.* exclude (product_no, orders), c.orders + coalesce(s.orders, 0) as orders, n.description
          from chosen c left join spread_orders s on c.segment = s.segment and c.product_no = s.product_no
            join names n on c.product_no = n.product_no`,
      },
    },
    bindings.values,
  );
  const customers = parts.sizes.reduce((sum, row) => sum + numberOf(row, 'size'), 0);
  if (customers === 0) throw nothingKept(table, scope.filters);
  const chance = wrongAtMost / (numberOf(parts.tested[0], 'n') * k);
  const productOf = (row: Row) => shapeProduct(row, customers);
  return Array.from({ length: k }, (_, segment) => {
    const ours = parts.products.filter((row) => row.segment === segment);
    const top = ours.filter((row) => numberOf(row, 'place') <= mostProducts);
    return {
      segment,
      top: top.map(productOf).sort((a, b) => b.revenue - a.revenue || byName(a, b)),
      unusual: ours
        .filter((row) => isUnusual(countsOf(row, customers), chance))
        .map(productOf)
        .sort((a, b) => b.lift - a.lift || byName(a, b))
        .slice(0, mostProducts),
    };
  });
}

const byName = (a: SegmentProduct, b: SegmentProduct): number => (a.product < b.product ? -1 : 1);

function countsOf(row: Row, customers: number): LiftCounts {
  return { own: numberOf(row, 'own'), size: numberOf(row, 'size'), buyers: numberOf(row, 'buyers'), customers };
}

function isUnusual(counts: LiftCounts, chance: number): boolean {
  const isSupported = counts.own >= leastBuyers && counts.own >= leastShare * counts.size;
  return isSupported && liftOf(counts) > 1 && liftChance(counts) <= chance;
}

function shapeProduct(row: Row, customers: number): SegmentProduct {
  return {
    product: String(row.product),
    description: textOrNull(row, 'description'),
    customers: numberOf(row, 'own'),
    orders: numberOf(row, 'orders'),
    items: numberOf(row, 'items'),
    revenue: numberOf(row, 'revenue'),
    lift: liftOf(countsOf(row, customers)),
  };
}
