import { ClienteleError, type CustomerDetail } from '@clientele/contracts';
import type { Row, Session } from '@clientele/engines';
import { quoteIdentifier } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { dataExtent } from '../features/data-extent.ts';
import { featuresOffered } from '../features/features-offered.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import type { Scope } from '../features/scope.ts';
import { customerOrders } from './customer-orders.ts';
import { customerRow } from './list-customers.ts';
import { numberOf, numberOrNull, readParts } from './read-parts.ts';

export interface CustomerAsked extends Scope {
  id: string;
  /** Name of the dataset, for the message where there is no such customer. */
  dataset?: string;
}

const levels = [0.05, 0.25, 0.5, 0.75, 0.95];

/**
 * One customer under the filters: all features on offer, orders over time, and where each number stands among all
 * customers under the filters (that on the customer apart). Throws `not-found` for an id that is nowhere in the table,
 * `nothing-kept` for one that the rules or the filters leave out.
 */
export async function customerDetail(
  session: Session,
  table: DataTable,
  asked: CustomerAsked,
): Promise<Omit<CustomerDetail, 'prediction'>> {
  const scope: Scope = { ...asked, filters: { ...asked.filters, customer: undefined } };
  const features = featuresOffered(table);
  const { asOf } = await dataExtent(session, table, scope);
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, features, scope, { asOf });
  const id = bindings.bind(asked.id);
  const numeric = features.map((feature, i) => ({ feature, i })).filter(({ feature }) => feature.unit !== 'category');
  const me = `(select * from customers where customer = ${id} order by line limit 1)`;
  const against = numeric.map(({ i }) => {
    const column = featureColumn(i);
    return `quantile_cont(all_of.${column}, [${levels.join(', ')}]) as q${i},
      count(all_of.${column}) filter (where all_of.${column} <= me.${column}) as below${i}, count(all_of.${column}) as n${i}`;
  });
  const parts = await readParts(
    session,
    ctes,
    {
      me: { sql: `select * from ${me}` },
      against: {
        sql:
          against.length === 0 ? 'select 0 as nothing' : `select ${against.join(', ')} from customers all_of, ${me} me`,
      },
    },
    bindings.values,
  );
  const own = parts.me[0];
  if (own === undefined) throw await notThere(session, table, asked);
  const among = parts.against[0];
  const { orders, first, last } = await customerOrders(session, table, scope, asked.id);
  return {
    ...customerRow(own, features),
    firstOrder: first,
    lastOrder: last,
    orders,
    against: numeric.flatMap(({ feature, i }) => {
      const quantiles = among?.[`q${i}`];
      if (!Array.isArray(quantiles)) return [];
      const value = numberOrNull(own, featureColumn(i));
      const [p05, p25, median, p75, p95] = quantiles as [number, number, number, number, number];
      const rank = value === null ? null : numberOf(among, `below${i}`) / numberOf(among, `n${i}`);
      return [{ feature: feature.id, label: feature.label, value, rank, p05, p25, median, p75, p95 }];
    }),
  };
}

async function notThere(
  session: Session,
  table: DataTable,
  { id, dataset, filters }: CustomerAsked,
): Promise<ClienteleError> {
  const found: Row[] = await session.rows(
    `select 1 as there from ${quoteIdentifier(table.table)} where customer = $1 limit 1`,
    [id],
  );
  if (found.length > 0) return nothingKept(table, { ...filters, customer: id });
  const where = dataset === undefined ? '' : ` in ${dataset}`;
  return new ClienteleError('not-found', `No customer "${id}"${where}; search by the start of an id.`, { id });
}
