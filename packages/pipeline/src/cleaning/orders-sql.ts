import { type Mapping, type Role, type RuleId, ruleIds } from '@clientele/contracts';
import { quoteIdentifier, type Value } from '@clientele/engines';
import type { Source } from '../sources/source.ts';
import { administrativeSql } from './administrative.ts';
import { idSql, numberSql, tidySql, withTimeSql } from './cell-sql.ts';
import { ruleBit } from './kept-condition.ts';
import { type ReadingPlan, roleIndex } from './reading-plan.ts';
import { cancelledStatusSql } from './status-words.ts';

/** Bits of `flags` above the rules': what the stage noticed of a line beside the rules. They remove nothing. */
export const noteBits = {
  /** The time cell is not empty, yet no time. */
  strangeTime: 1 << ruleIds.length,
  /** A number cell is not empty, yet no number. */
  strangeNumber: 2 << ruleIds.length,
  /** The line's currency is not the dataset's. */
  otherCurrency: 4 << ruleIds.length,
  /** Of the costly rules, those that are off were not looked for. */
  costlyUnknown: 8 << ruleIds.length,
} as const;

/** Rules that take work of their own: they are not looked for in a single run in which they are off. */
export const costlyRules: readonly RuleId[] = ['cancelled-later', 'administrative', 'duplicate'];

/** What a reading looks for beside what every reading does. */
export interface Look {
  later: boolean;
  duplicates: boolean;
  administrative: boolean;
  /** Keep the descriptions of products that have a code too. */
  descriptions: boolean;
  products: boolean;
  countries: boolean;
}

export interface Statement {
  sql: string;
  values: Value[];
}

const bit = (rule: RuleId, condition: string) => `CASE WHEN ${condition} THEN ${ruleBit(rule)} ELSE 0 END`;
const note = (value: number, condition: string) => `CASE WHEN ${condition} THEN ${value} ELSE 0 END`;

/** The one statement that reads order lines into a typed table, flags and all. With `duplicates`, `line_hash` of all cells is left in it. */
export function createOrdersSql(
  source: Source,
  mapping: Mapping,
  plan: ReadingPlan,
  table: string,
  look: Look,
): Statement {
  const index = (role: Role) => roleIndex(source, mapping, role);
  const cell = (role: Role) => (index(role) < 0 ? undefined : `c${index(role)}`);
  const used: Role[] = [
    'customer',
    'order',
    'time',
    'quantity',
    'unitPrice',
    'amount',
    ...(look.products ? (['product'] as const) : []),
    ...(look.descriptions || look.administrative ? (['description'] as const) : []),
    ...(look.countries ? (['country'] as const) : []),
    'status',
    'currency',
  ];
  const needed = [...new Set(used.map(index).filter((at) => at >= 0))].sort((a, b) => a - b);
  const relation = source.relation(look.duplicates ? undefined : needed);
  const values = [...relation.values];
  const bind = (value: Value) => `$${values.push(value)}`;

  const text = (role: Role) =>
    used.includes(role) && cell(role) !== undefined ? tidySql(cell(role) as string) : 'NULL::VARCHAR';
  const number = (role: Role) =>
    cell(role) === undefined ? 'NULL::DECIMAL(18,6)' : numberSql(cell(role) as string, plan.mark);
  const time = cell('time') as string;
  const customer = cell('customer') as string;
  const id = plan.floatIds ? `regexp_replace(${idSql(customer)}, '\\.0+$', '')` : idSql(customer);
  const money = cell('amount') ?? (cell('unitPrice') as string);
  const isAmount = cell('amount') !== undefined;
  const followsFirst = plan.fillDown ? 'follows' : 'false';

  const conditions: Partial<Record<RuleId, string>> = {
    'no-customer': 'customer IS NULL',
    'unreadable-time': 'time IS NULL',
    'unreadable-number': `amount IS NULL${cell('quantity') === undefined ? '' : ' OR quantity IS NULL'}`,
    cancellation: cancellation(plan, cell('order'), mapping.roles.status, cell('status')),
    quantity: cell('quantity') === undefined ? 'false' : 'quantity <= 0',
    price: isAmount ? `amount <= 0 AND NOT ${followsFirst}` : 'price <= 0',
    administrative: look.administrative
      ? administrativeSql(cell('product') && 'product', cell('description') && 'description')
      : 'false',
  };
  const strangeNumber = [
    `(amount IS NULL AND ${money} IS NOT NULL)`,
    ...(cell('quantity') === undefined ? [] : [`(quantity IS NULL AND ${cell('quantity')} IS NOT NULL)`]),
  ].join(' OR ');
  const flags = [
    ...Object.entries(conditions)
      .filter(([, condition]) => condition !== 'false')
      .map(([rule, condition]) => bit(rule as RuleId, condition)),
    note(noteBits.strangeTime, `time IS NULL AND ${time} IS NOT NULL`),
    note(noteBits.strangeNumber, strangeNumber),
  ];
  if (cell('currency') !== undefined && mapping.currency !== null)
    flags.push(note(noteBits.otherCurrency, `upper(trim(${cell('currency')})) <> ${bind(mapping.currency)}`));
  if (!(look.later && look.duplicates && look.administrative)) flags.push(String(noteBits.costlyUnknown));

  const amount = isAmount
    ? plan.fillDown
      ? `CASE WHEN follows AND ${money} IS NULL THEN 0 ELSE price END`
      : 'price'
    : 'try_cast(quantity * price AS DECIMAL(18,6))';
  const hash = look.duplicates ? `, hash(${source.columns.map((_, i) => `c${i}`).join(', ')}) AS line_hash` : '';
  const rows = plan.fillDown
    ? filledDown(relation.sql, needed, look.duplicates ? source.columns.length : 0, cell)
    : relation.sql;
  const original = plan.fillDown && look.duplicates ? ', line_hash' : hash;

  const sql = `CREATE OR REPLACE TABLE ${quoteIdentifier(table)} AS
    SELECT customer,
      CASE WHEN order_cell IS NULL THEN coalesce(customer, '') || ' ' || coalesce(CAST(time AS VARCHAR), '') ELSE order_cell END AS order_id,
      time, quantity, CAST(amount AS DECIMAL(18,6)) AS amount, product, ${look.descriptions ? 'description' : 'NULL::VARCHAR AS description'}, country,
      CAST(${flags.join(' + ')} AS USMALLINT) AS flags${look.duplicates ? ', line_hash' : ''}
    FROM (SELECT *, ${amount} AS amount FROM (
      SELECT *, ${id} AS customer, ${text('order')} AS order_cell,
        ${number('quantity')} AS quantity, ${isAmount ? number('amount') : number('unitPrice')} AS price,
        ${text('product')} AS product, ${text('description')} AS description, ${text('country')} AS country${plan.fillDown ? '' : original}
      FROM ${withTimeSql(rows, time, 'time', plan.dayOrder, plan.quickTimes)}))${plan.fillDown ? ' ORDER BY line' : ''}`;
  return { sql, values };
}

function cancellation(
  plan: ReadingPlan,
  order: string | undefined,
  name: string | undefined,
  status: string | undefined,
): string {
  const tests: string[] = [];
  if (order !== undefined && plan.cancelPrefix)
    tests.push(
      `CASE WHEN (${order} >= 'C' AND ${order} < 'D') OR (${order} >= 'c' AND ${order} < 'd') THEN regexp_matches(${order}, '^[Cc][0-9]') ELSE false END`,
    );
  if (name !== undefined && status !== undefined) tests.push(cancelledStatusSql(name, status));
  return tests.length === 0 ? 'false' : tests.join(' OR ');
}

/** The rows with an order's own fields carried down from its first line, as long as its lines stand together. */
function filledDown(
  relation: string,
  needed: readonly number[],
  hashed: number,
  cell: (role: Role) => string | undefined,
): string {
  const order = cell('order') as string;
  const names = needed.map((at) => `c${at}`);
  const carried = (['customer', 'time', 'country', 'status', 'currency'] as const)
    .flatMap((role) => cell(role) ?? [])
    .filter((name) => names.includes(name));
  const kept = names.filter((name) => !carried.includes(name));
  const fill = [...new Set(carried)].map(
    (name) =>
      `first_value(${name} IGNORE NULLS) OVER (PARTITION BY run ORDER BY line ROWS UNBOUNDED PRECEDING) AS ${name}`,
  );
  const hash = hashed > 0 ? `, hash(${Array.from({ length: hashed }, (_, i) => `c${i}`).join(', ')}) AS line_hash` : '';
  return `(SELECT ${[...kept, ...fill].join(', ')}, line, follows${hashed > 0 ? ', line_hash' : ''}
    FROM (SELECT *, sum(CASE WHEN follows THEN 0 ELSE 1 END) OVER (ORDER BY line ROWS UNBOUNDED PRECEDING) AS run
      FROM (SELECT *, coalesce(${order} = lag(${order}) OVER (ORDER BY line), false) AS follows
        FROM (SELECT *, row_number() OVER () AS line${hash} FROM ${relation}))))`;
}
