import type { Mapping, Problem } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { DayOrder } from '../recognition/time-text.ts';
import type { Relation, Source } from '../sources/source.ts';
import { type QuickTimes, withTimeSql } from './cell-sql.ts';
import { type ReadingPlan, roleIndex } from './reading-plan.ts';
import type { StageCounts } from './stage-counts.ts';

/** The order of day and month that the whole column speaks for. */
export interface TimeDecision {
  dayOrder: DayOrder;
  /** True where it reads more cells than the first reading did. */
  more: boolean;
  problems: Problem[];
}

const words: Record<DayOrder, string> = { dmy: 'day/month/year', mdy: 'month/day/year' };
const number = (value: number) => value.toLocaleString('en-GB');

/** Decides the order of day and month from the whole column and says where both fit, or where both occur. */
export async function decideTimes(
  session: Session,
  source: Source,
  mapping: Mapping,
  plan: ReadingPlan,
  counts: Pick<StageCounts, 'times' | 'strangeTimes' | 'lateDays'>,
): Promise<TimeDecision> {
  const decided: TimeDecision = { dayOrder: plan.dayOrder, more: false, problems: [] };
  if (mapping.dateOrder !== 'auto' || (counts.strangeTimes === 0 && (!plan.openOrder || counts.lateDays > 0)))
    return decided;
  const at = roleIndex(source, mapping, 'time');
  const column = source.columns[at] as string;
  if (counts.strangeTimes === 0) return { ...decided, problems: [ambiguous(column, plan.dayOrder, counts.times)] };
  const { sql, values } = fitsSql(source.relation([at]), `c${at}`, plan.quickTimes);
  const [row] = await session.rows(sql, values);
  const n = (name: string) => Number(row?.[name] ?? 0);
  const fits: Record<DayOrder, number> = { dmy: n('dmy'), mdy: n('mdy') };
  const only: Record<DayOrder, number> = { dmy: n('only_dmy'), mdy: n('only_mdy') };
  const other: DayOrder = plan.dayOrder === 'dmy' ? 'mdy' : 'dmy';
  const dayOrder = plan.openOrder && fits[other] > fits[plan.dayOrder] ? other : plan.dayOrder;
  const problems: Problem[] = [];
  if (only.dmy > 0 && only.mdy > 0) {
    const lost: DayOrder = dayOrder === 'dmy' ? 'mdy' : 'dmy';
    problems.push({
      severity: 'warning',
      code: 'mixed-dates',
      message: `${column} mixes two orders of day and month: ${number(only.dmy)} cells can only be ${words.dmy} and ${number(only.mdy)} only ${words.mdy}. It was read as ${words[dayOrder]}, so ${number(only[lost])} cells stay unread and the others may be wrong.`,
      column,
      count: only[lost],
    });
  } else if (plan.openOrder && only.dmy === 0 && only.mdy === 0 && fits.dmy > 0) {
    problems.push(ambiguous(column, dayOrder, fits.dmy));
  }
  return { dayOrder, more: fits[dayOrder] > counts.times, problems };
}

/** SQL of how many cells fit each order of day and month, and how many one order alone; each cell is read once. */
export function fitsSql({ sql, values }: Relation, cell: string, quick: QuickTimes): Relation {
  const cells = `(SELECT ${cell} AS c, count(*) AS n FROM ${sql} WHERE ${cell} IS NOT NULL GROUP BY 1)`;
  const times = withTimeSql(withTimeSql(cells, 'c', 'dmy', 'dmy', quick), 'c', 'mdy', 'mdy', quick);
  const sum = (name: string, test: string) => `coalesce(sum(n) FILTER (WHERE ${test}), 0) AS ${name}`;
  const counts = [
    sum('dmy', 'dmy IS NOT NULL'),
    sum('mdy', 'mdy IS NOT NULL'),
    sum('only_dmy', 'dmy IS NOT NULL AND mdy IS NULL'),
    sum('only_mdy', 'mdy IS NOT NULL AND dmy IS NULL'),
  ];
  return { sql: `SELECT ${counts.join(', ')} FROM ${times}`, values };
}

function ambiguous(column: string, dayOrder: DayOrder, cells: number): Problem {
  const other = words[dayOrder === 'dmy' ? 'mdy' : 'dmy'];
  return {
    severity: 'warning',
    code: 'ambiguous-dates',
    message: `${column} was read as ${words[dayOrder]}, but all ${number(cells)} cells would also fit ${other}; if that is meant, set the date order to ${other}.`,
    column,
    count: cells,
  };
}
