import type { Alert, Grain, Series, SeriesMeasure, ViewOptions } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { medianOf } from '@clientele/kernels';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { dateOf, dayNumber } from '../features/calendar.ts';
import { type DataExtent, dataExtent } from '../features/data-extent.ts';
import type { Scope } from '../features/scope.ts';
import { ordersOf, visitsSql } from '../features/visits.ts';
import type { Period } from './compare-periods.ts';
import { numberOf } from './read-parts.ts';
import { seriesDrivers } from './series-drivers.ts';
import { seriesExpectations } from './series-expectations.ts';
import { type Step, seriesSteps } from './series-steps.ts';

export type SeriesAsked = Pick<ViewOptions, 'grain' | 'measure' | 'rule' | 'window' | 'deviations'>;

const mostAlerts = 30;
/** Steps that an unusual one is held against: at most so many before it, and some after it where there are too few. */
const mostLike = 8;
const fewestLike = 4;

interface Totals {
  revenue: number;
  orders: number;
  customers: number;
}

/**
 * A measure over time under the filters, steps without orders as 0 (without a value for the average order), what was to be expected, and at
 * most 30 of the unusual steps, the strongest, with what they were made of. Unfinished steps are never unusual, nor is a first or last day of the data for being low:
 * it may not be whole. No steps for a table of customers and where no kept line has a time.
 */
export async function series(session: Session, table: DataTable, scope: Scope, asked: SeriesAsked): Promise<Series> {
  const { grain, measure, rule } = asked;
  const extent = await dataExtent(session, table, scope);
  const shown = periodShown(extent, scope);
  const empty = { grain, measure, rule, period: null, steps: [], alerts: [] };
  if (table.kind === 'customers' || shown === null) return empty;

  const byStart = await totalsByStep(session, table, scope, grain);
  if (byStart.size === 0) return empty;
  const steps = seriesSteps(shown.period, grain);
  const totals = steps.map(({ first }) => byStart.get(first) ?? { revenue: 0, orders: 0, customers: 0 });
  const values = totals.map((of) => measureOf(of, measure));
  const measured = Float64Array.from(steps, ({ isFinished }, i) => (isFinished ? (values[i] ?? NaN) : NaN));
  const { period, expected, low, high, score } = seriesExpectations(measured, asked);
  if (grain === 'day')
    for (const [i, { first }] of steps.entries())
      if (shown.cut.includes(first) && measured[i]! < low[i]!) low[i] = measured[i]!;
  const isUnusual = steps.map((_, i) => measured[i]! < low[i]! || measured[i]! > high[i]!);

  const unusual = [...steps.keys()]
    .filter((i) => isUnusual[i])
    .sort((a, b) => Math.abs(measured[b]! - expected[b]!) - Math.abs(measured[a]! - expected[a]!))
    .slice(0, mostAlerts)
    .sort((a, b) => b - a);
  const hasMoney = table.mapping.roles.amount !== undefined || table.mapping.roles.unitPrice !== undefined;
  const found = unusual.map((i) => {
    const like = likeSteps(i, steps, isUnusual, grain);
    const difference = measured[i]! - expected[i]!;
    const usual = medianOf(like.map((at) => totals[at]!.revenue));
    const money = measure === 'revenue' ? difference : totals[i]!.revenue - (usual || 0);
    return { i, like, difference, money: hasMoney ? money : null };
  });
  const drivers = await driversOf(session, table, scope, grain, steps, totals, found);
  return {
    grain,
    measure,
    rule,
    period,
    steps: steps.map(({ first, isFinished }, i) => ({
      start: dateOf(first),
      value: values[i] ?? 0,
      expected: orNull(expected[i]!),
      low: orNull(low[i]!),
      high: orNull(high[i]!),
      isFinished,
      isUnusual: isUnusual[i]!,
    })),
    alerts: found.map(
      ({ i, difference, money }, at): Alert => ({
        start: dateOf(steps[i]!.first),
        value: measured[i]!,
        expected: expected[i]!,
        difference,
        money,
        score: score[i]!,
        drivers: drivers[at]!,
      }),
    ),
  };
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value);

function measureOf({ revenue, orders, customers }: Totals, measure: SeriesMeasure): number | null {
  if (measure === 'averageOrderValue') return orders > 0 ? revenue / orders : null;
  return { revenue, orders, customers }[measure];
}

/** The days shown, as far as data cover them, and those of them at which the data themselves begin and end. */
function periodShown(
  { first, last, asOf }: DataExtent,
  { filters, asOf: given }: Scope,
): { period: Period; cut: number[] } | null {
  if (first === null || last === null || asOf === null) return null;
  const [begin, end] = [dayNumber(first.slice(0, 10)), dayNumber(last.slice(0, 10))];
  const lasts = [end, ...(filters.to ? [dayNumber(filters.to)] : []), ...(given ? [dayNumber(asOf.slice(0, 10))] : [])];
  const period = { first: Math.max(begin, filters.from ? dayNumber(filters.from) : begin), last: Math.min(...lasts) };
  return period.first <= period.last ? { period, cut: [begin, end] } : null;
}

async function totalsByStep(
  session: Session,
  table: DataTable,
  scope: Scope,
  grain: Grain,
): Promise<Map<number, Totals>> {
  const bindings = new Bindings();
  const step = grain === 'day' ? 'day' : `cast(date_trunc('${grain}', day) as date)`;
  const rows = await session.rows(
    `select cast(${step} as varchar) as start, coalesce(cast(sum(amount) as double), 0) as revenue, ${ordersOf()} as orders,
       count(distinct customer_key) as customers
     from (${visitsSql(bindings, table, scope)}) where day is not null group by ${step}`,
    bindings.values,
  );
  return new Map(
    rows.map((row) => [
      dayNumber(String(row.start)),
      { revenue: numberOf(row, 'revenue'), orders: numberOf(row, 'orders'), customers: numberOf(row, 'customers') },
    ]),
  );
}

/** Finished steps without alarm, of the same weekday where steps are days: the nearest before, and where there are too few the nearest after. */
function likeSteps(i: number, steps: readonly Step[], isUnusual: readonly boolean[], grain: Grain): number[] {
  const stride = grain === 'day' ? 7 : 1;
  const like: number[] = [];
  const take = (from: number, by: number, most: number) => {
    for (let at = from; at >= 0 && at < steps.length && like.length < most; at += by)
      if (steps[at]!.isFinished && !isUnusual[at]) like.push(at);
  };
  take(i - stride, -stride, mostLike);
  take(i + stride, stride, fewestLike);
  return like;
}

/** Drivers of those that had orders, money and steps like them. */
async function driversOf(
  session: Session,
  table: DataTable,
  scope: Scope,
  grain: Grain,
  steps: readonly Step[],
  totals: readonly Totals[],
  found: readonly { i: number; like: number[]; money: number | null }[],
): Promise<Alert['drivers'][]> {
  const explained = found.flatMap(({ i, like, money }, at) =>
    money && like.length > 0 && totals[i]!.orders > 0
      ? [{ at, step: steps[i]!.first, like: like.map((other) => steps[other]!.first), money }]
      : [],
  );
  const drivers = await seriesDrivers(session, table, scope, grain, explained);
  const byAlert = new Map(explained.map(({ at }, of) => [at, drivers[of]!]));
  return found.map((_, at) => byAlert.get(at) ?? []);
}
