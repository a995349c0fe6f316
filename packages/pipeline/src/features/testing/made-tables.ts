import { defaultRules, type FeatureColumn, type Mapping, type Role, type Rules } from '@clientele/contracts';
import { quoteIdentifier, type Session } from '@clientele/engines';
import type { DataTable, Members } from '../../data-table.ts';
import type { MaterialisedTables } from '../materialised.ts';

/** A line as a test writes it; absent cells are null. */
export interface MadeLine {
  customer: string | null;
  order?: string | null;
  time: string | null;
  quantity?: number | null;
  amount: number | null;
  product?: string | null;
  description?: string | null;
  country?: string | null;
  /** Bits of the rules that the line breaks. */
  flags?: number;
}

const allRoles: Role[] = ['customer', 'order', 'time', 'quantity', 'amount', 'product', 'description', 'country'];

/** Puts lines into a staged table; roles that are not mapped have null columns. */
export async function makeOrders(
  session: Session,
  name: string,
  lines: readonly MadeLine[],
  options: { without?: Role[]; rules?: Partial<Rules> } = {},
): Promise<DataTable> {
  const roles = allRoles.filter((role) => !options.without?.includes(role));
  const has = (role: Role) => roles.includes(role);
  const table = quoteIdentifier(name);
  await session.run(
    `create or replace table ${table} (customer varchar, order_id varchar, time timestamp, quantity decimal(18,6),
      amount decimal(18,6), product varchar, description varchar, country varchar, flags usmallint)`,
  );
  const columns = ['customer', 'order', 'time', 'quantity', 'amount', 'product', 'description', 'country', 'flags'];
  const text = lines.map((line) => ({
    ...line,
    ...Object.fromEntries(allRoles.filter((role) => !has(role)).map((role) => [role, null])),
    flags: line.flags ?? 0,
  }));
  const read = columns.map((column) => `json_extract_string(value, '$.${column}')`);
  await session.run(`insert into ${table} select ${read.join(', ')} from json_each($1)`, [JSON.stringify(text)]);
  const mapping: Mapping = {
    kind: 'orders',
    roles: Object.fromEntries(roles.map((role) => [role, `Column of ${role}`])),
    dateOrder: 'ymd',
    decimal: 'point',
    currency: null,
  };
  return { kind: 'orders', table: name, mapping, columns: [], rules: { ...defaultRules, ...options.rules } };
}

/** Puts customers into a staged table: each row an id, a country, and a value a column. */
export async function makeCustomers(
  session: Session,
  name: string,
  columns: readonly { name: string; type: 'number' | 'category'; suggested?: boolean }[],
  rows: readonly (readonly [id: string, country: string | null, ...values: (number | string | null)[]])[],
): Promise<DataTable> {
  const types = columns.map(({ type }, i) => `f${i} ${type === 'number' ? 'double' : 'varchar'}`);
  const table = quoteIdentifier(name);
  await session.run(
    `create or replace table ${table} (${['customer varchar', 'country varchar', 'flags usmallint', ...types].join(', ')})`,
  );
  for (const [id, country, ...values] of rows) {
    const cells = [id, country, 0, ...values].map((cell) => (cell === null ? null : String(cell)));
    await session.run(`insert into ${table} values (${cells.map((_, i) => `$${i + 1}`).join(', ')})`, cells);
  }
  const offered = columns.map(({ name: column, type, suggested = true }, i): FeatureColumn => {
    const values = rows.map((row) => row[i + 2]).filter((value) => value !== null && value !== undefined);
    const distinct = [...new Set(values.map(String))];
    return {
      name: column,
      type,
      missing: rows.length - values.length,
      distinct: distinct.length,
      values: type === 'category' ? distinct : [],
      suggested,
    };
  });
  const mapping: Mapping = {
    kind: 'customers',
    roles: { customer: 'Id', country: 'Country' },
    dateOrder: 'auto',
    decimal: 'point',
    currency: null,
  };
  return { kind: 'customers', table: name, mapping, columns: offered, rules: defaultRules };
}

/** Puts the segments of customers into a table. */
export async function makeMembers(session: Session, name: string, segments: Record<string, number>): Promise<Members> {
  const table = quoteIdentifier(name);
  await session.run(`create or replace table ${table} (customer varchar, segment integer)`);
  for (const entry of Object.entries(segments)) await session.run(`insert into ${table} values ($1, $2)`, entry);
  return { table: name };
}

/** Names for what stands in for the lines. */
export const storedNames = (prefix: string): MaterialisedTables => ({
  customers: `${prefix} customers`,
  visits: `${prefix} visits`,
  purchases: `${prefix} purchases`,
  products: `${prefix} products`,
});
