import { quoteIdentifier, type Session } from '@clientele/engines';
import { ruleBit } from './kept-condition.ts';
import { noteBits } from './orders-sql.ts';

/** What a table of order lines just staged holds, in rows. */
export interface StageCounts {
  rows: number;
  times: number;
  amounts: number;
  quantities: number;
  strangeTimes: number;
  strangeNumbers: number;
  otherCurrency: number;
  cancelled: number;
  /** Times after the twelfth of a month, which tell day from month. */
  lateDays: number;
}

/** Counts a table of order lines just staged. */
export async function stageCounts(session: Session, table: string): Promise<StageCounts> {
  const has = (bits: number) => `count(*) FILTER (WHERE flags & ${bits} <> 0)`;
  const counts: Record<keyof StageCounts, string> = {
    rows: 'count(*)',
    times: 'count(time)',
    amounts: 'count(amount)',
    quantities: 'count(quantity)',
    strangeTimes: has(noteBits.strangeTime),
    strangeNumbers: has(noteBits.strangeNumber),
    otherCurrency: has(noteBits.otherCurrency),
    cancelled: has(ruleBit('cancellation')),
    lateDays: 'count(*) FILTER (WHERE day(time) > 12)',
  };
  const names = Object.keys(counts) as (keyof StageCounts)[];
  const [row] = await session.rows(
    `SELECT ${names.map((name) => `${counts[name]} AS "${name}"`).join(', ')} FROM ${quoteIdentifier(table)}`,
  );
  return Object.fromEntries(names.map((name) => [name, Number(row?.[name] ?? 0)])) as Record<keyof StageCounts, number>;
}
