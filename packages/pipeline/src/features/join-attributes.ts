import { ClienteleError } from '@clientele/contracts';
import { quoteIdentifier, type Session } from '@clientele/engines';
import type { Attributes, DataTable } from '../data-table.ts';
import { attributeIds } from './attribute-ids.ts';
import { Bindings } from './bindings.ts';
import { type JoinAccount, joinAccount } from './join-account.ts';
import { keptWhere } from './kept-rows.ts';

/** A table of customers as a source of attributes. */
export interface AttributesSource {
  table: DataTable;
  /** Name of the file that it was read from. */
  file: string;
}

/** Order lines with the attributes of their customers, and what was found for whom. */
export interface JoinedOrders {
  table: DataTable;
  account: JoinAccount;
}

/**
 * Copies the columns of a table of customers into the table `into` and joins them to order lines by the customer's id, which
 * must be the same to the letter; of rows of one id the first in the file counts. Throws `usage` where one is no order lines
 * or the other no table of customers, and `mapping-incomplete` where the customers have no column of ids, or none of them
 * is a customer of the order lines.
 */
export async function joinAttributes(
  session: Session,
  orders: DataTable,
  { table: customers, file }: AttributesSource,
  into: string,
): Promise<JoinedOrders> {
  checkKinds(orders, customers, file);
  const ids = attributeIds(
    file,
    customers.columns.map(({ name }) => name),
  );
  const repeated = await copyColumns(session, customers, into);
  const attributes: Attributes = {
    table: into,
    name: file,
    mapping: customers.mapping,
    columns: customers.columns.map((column, i) => ({ ...column, id: ids[i] ?? column.name })),
    repeated,
  };
  const account = await joinAccount(session, orders, attributes);
  if (account.matched === 0) throw await nothingMatches(session, orders, attributes, account.without);
  return { table: { ...orders, attributes }, account };
}

function checkKinds(orders: DataTable, customers: DataTable, file: string): void {
  if (orders.kind !== 'orders')
    throw new ClienteleError('usage', 'Attributes are joined to order lines, and this is a table of customers.');
  if (customers.kind !== 'customers')
    throw new ClienteleError('usage', `${file} holds order lines; a table with one row a customer was expected.`, {
      file,
    });
  if (customers.mapping.roles.customer === undefined)
    throw new ClienteleError(
      'mapping-incomplete',
      `No column of ${file} holds the customer's id, by which it is joined; say which one plays the role "customer".`,
      { file, missing: ['customer'] },
    );
  if (customers.columns.length === 0)
    throw new ClienteleError(
      'usage',
      `${file} has no column beside the id that could be a feature; take another table of customers.`,
      { file },
    );
}

/** Answers how many rows repeat the id of an earlier one. */
async function copyColumns(session: Session, customers: DataTable, into: string): Promise<number> {
  const bindings = new Bindings();
  const where = `${keptWhere(bindings, customers, {})} and customer is not null`;
  const columns = customers.columns.map(({ type }, i) =>
    type === 'number' ? `case when isfinite(f${i}) then f${i} end as f${i}` : `f${i}`,
  );
  const from = quoteIdentifier(customers.table);
  await session.run(
    `create or replace table ${quoteIdentifier(into)} as
     select customer, ${columns.join(', ')} from ${from} where ${where}
     qualify row_number() over (partition by customer order by rowid) = 1 order by customer`,
    bindings.values,
  );
  const [row] = await session.rows(
    `select (select count(*) from ${from} where ${where}) - (select count(*) from ${quoteIdentifier(into)}) as repeated`,
    bindings.values,
  );
  return Number(row?.repeated ?? 0);
}

async function nothingMatches(
  session: Session,
  orders: DataTable,
  attributes: Attributes,
  without: number,
): Promise<ClienteleError> {
  const { name, mapping } = attributes;
  const bindings = new Bindings();
  const where = keptWhere(bindings, orders, {});
  const [ordering, listed] = [
    await examples(session, `select customer from ${quoteIdentifier(orders.table)} where ${where}`, bindings),
    await examples(session, `select customer from ${quoteIdentifier(attributes.table)}`, new Bindings()),
  ];
  const customers = without === 1 ? 'The one customer' : `None of the ${without.toLocaleString('en-GB')} customers`;
  const found = listed.length === 0 ? `${name} has no ids` : `the ids of ${name} are like ${listed.join(', ')}`;
  return new ClienteleError(
    'mapping-incomplete',
    `${customers} with orders is ${without === 1 ? 'not ' : ''}in ${name}: their ids are like ${ordering.join(', ')}, and ${found} (column ${mapping.roles.customer}); choose the column that holds the same ids.`,
    { file: name, orders: ordering, customers: listed },
  );
}

async function examples(session: Session, from: string, { values }: Bindings): Promise<string[]> {
  const rows = await session.rows(
    `select distinct customer from (${from}) where customer is not null order by customer limit 3`,
    values,
  );
  return rows.map(({ customer }) => `"${String(customer).slice(0, 40)}"`);
}
