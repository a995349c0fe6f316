import { type Ledger, type LedgerEntry, type RuleId, ruleIds, type Totals } from '@clientele/contracts';
import { quoteIdentifier, type Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { ruleBit, ruleMask } from './kept-condition.ts';
import { costlyRules, noteBits } from './orders-sql.ts';

/** Lines with the same flags. Money in millionths, exact. */
interface FlagGroup {
  flags: number;
  rows: number;
  micros: bigint;
}

/** Customers, or orders, that are last seen with `first` (the lowest bit removing their hardiest line; 0: kept). */
interface EntityGroup {
  first: number;
  /** Bits of rules that are off and that all their kept lines break. */
  shared: number;
  count: number;
}

const kept = 1 << 20;
/** The rules that a table of customers can break. */
const customerRules: readonly RuleId[] = ['no-customer', 'duplicate'];

async function entityGroups(session: Session, table: string, entity: string, on: number): Promise<EntityGroup[]> {
  const hit = `(CAST(flags AS INTEGER) & ${on})`;
  const found = await session.rows(
    `SELECT first, shared, count(*) AS n FROM (
       SELECT max(CASE WHEN ${hit} = 0 THEN ${kept} ELSE ${hit} & -${hit} END) AS first,
         bit_and(flags) FILTER (WHERE ${hit} = 0) AS shared
       FROM ${quoteIdentifier(table)} WHERE ${entity} IS NOT NULL GROUP BY ${entity})
     GROUP BY ALL`,
  );
  return found.map((row) => ({ first: Number(row.first), shared: Number(row.shared ?? 0), count: Number(row.n) }));
}

function money(micros: bigint): number {
  return Number(micros) / 1_000_000;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

/**
 * The account of cleaning: what is read, what each rule that is on removes given those before it, what is kept, and what
 * each rule that is off would remove. A table of customers knows no rules of order lines. A rule that was not looked for when the table was staged is left out of `off`.
 */
export async function ledger(session: Session, data: DataTable): Promise<Ledger> {
  const hasMoney = data.kind === 'orders';
  const on = ruleMask(data.rules);
  const lines: FlagGroup[] = (
    await session.rows(
      `SELECT flags, count(*) AS n, ${hasMoney ? 'CAST(coalesce(sum(amount), 0) * 1000000 AS HUGEINT)::VARCHAR' : "'0'"} AS micros
       FROM ${quoteIdentifier(data.table)} GROUP BY flags`,
    )
  ).map((row) => ({ flags: Number(row.flags), rows: Number(row.n), micros: BigInt(String(row.micros)) }));
  const customers = await entityGroups(session, data.table, 'customer', on);
  const orders = hasMoney ? await entityGroups(session, data.table, 'order_id', on) : [];

  const totals = (isIn: (flags: number) => boolean, seen: (group: EntityGroup) => boolean): Totals => {
    const inside = lines.filter((group) => isIn(group.flags));
    return {
      rows: sum(inside, (group) => group.rows),
      customers: sum(customers.filter(seen), (group) => group.count),
      orders: sum(orders.filter(seen), (group) => group.count),
      revenue: money(inside.reduce((total, group) => total + group.micros, 0n)),
    };
  };
  const entry = (rule: RuleId, before: Totals, left: Totals, removed: (flags: number) => boolean): LedgerEntry => {
    const out = lines.filter((group) => removed(group.flags));
    return {
      rule,
      rows: before.rows - left.rows,
      customers: before.customers - left.customers,
      orders: before.orders - left.orders,
      revenue: money(out.reduce((total, group) => total + group.micros, 0n)),
      left,
    };
  };

  const read = totals(
    () => true,
    () => true,
  );
  const entries: LedgerEntry[] = [];
  let before = read;
  let mask = 0;
  const applicable = hasMoney ? ruleIds : customerRules;
  for (const rule of applicable.filter((id) => data.rules[id])) {
    const [earlier, bit] = [mask, ruleBit(rule)];
    mask |= bit;
    const through = mask;
    const left = totals(
      (flags) => (flags & through) === 0,
      (group) => group.first > bit,
    );
    entries.push(entry(rule, before, left, (flags) => (flags & earlier) === 0 && (flags & bit) !== 0));
    before = left;
  }
  const unknown = lines.reduce((bits, group) => bits | group.flags, 0);
  const isKnown = (rule: RuleId) => (unknown & noteBits.costlyUnknown) === 0 || !costlyRules.includes(rule);
  const off = applicable
    .filter((rule) => !data.rules[rule] && isKnown(rule))
    .map((rule) => {
      const bit = ruleBit(rule);
      const left = totals(
        (flags) => (flags & (on | bit)) === 0,
        (group) => group.first === kept && (group.shared & bit) === 0,
      );
      return entry(rule, before, left, (flags) => (flags & on) === 0 && (flags & bit) !== 0);
    });
  return { read, entries, off, kept: before };
}
