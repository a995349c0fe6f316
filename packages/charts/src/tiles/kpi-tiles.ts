import type { KpiComparison, Kpis, Month, Views } from '@clientele/contracts';
import type { Text, TextKey } from '@clientele/texts';
import type { FigureContext } from '../figure.ts';
import type { Formats } from '../format/create-formats.ts';

export interface KpiChange {
  direction: 'up' | 'down' | 'same';
  text: string;
  /** Null where neither is better. */
  isBetter: boolean | null;
}

export interface KpiTile {
  id: string;
  label: string;
  value: string;
  /** Beside the value: mean. */
  note: string | null;
  change: KpiChange | null;
  /** By month, oldest first; empty where there is no series. */
  series: readonly number[];
  /** Stands in the second, quieter strip. */
  isMinor: boolean;
}

interface Measure {
  id: string;
  label: TextKey;
  note: TextKey | null;
  value(kpis: Kpis): number | null;
  text(value: number | null, formats: Formats): string;
  /** The change in the measure's own unit; absent: as a share. */
  difference?(value: number, formats: Formats, text: Text): string;
  /** Null: neither way is better. */
  isHigherBetter: boolean | null;
  month?(month: Month): number | null;
  /** Stands in the second, quieter strip. */
  isMinor?: boolean;
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);

const measures: readonly Measure[] = [
  {
    id: 'customers',
    label: 'common.customers',
    note: null,
    value: ({ customers }) => customers,
    text: (value, { count }) => count(value),
    isHigherBetter: true,
    month: ({ customers }) => customers,
  },
  {
    id: 'revenue',
    label: 'common.revenue',
    note: null,
    value: ({ revenue }) => revenue,
    text: (value, { moneyShort }) => moneyShort(value),
    isHigherBetter: true,
    month: ({ revenue }) => revenue,
  },
  {
    id: 'orders',
    label: 'common.orders',
    note: null,
    value: ({ orders }) => orders,
    text: (value, { count }) => count(value),
    isHigherBetter: true,
    month: ({ orders }) => orders,
  },
  {
    id: 'recency',
    label: 'overview.kpi.recency',
    note: 'overview.kpi.mean',
    value: ({ recency }) => recency,
    text: (value, { number }) => number(value),
    difference: (value, { number }, text) => text('overview.kpi.days', { n: value, days: number(value) }),
    isHigherBetter: false,
  },
  {
    id: 'frequency',
    label: 'overview.kpi.frequency',
    note: 'overview.kpi.mean',
    value: ({ frequency }) => frequency,
    text: (value, { number }) => number(value),
    isHigherBetter: true,
    month: ({ orders, customers }) => ratio(orders, customers),
  },
  {
    id: 'monetary',
    label: 'overview.kpi.monetary',
    note: 'overview.kpi.mean',
    value: ({ monetary }) => monetary,
    text: (value, { moneyShort }) => moneyShort(value),
    isHigherBetter: true,
    month: ({ revenue, customers }) => ratio(revenue, customers),
  },
  {
    id: 'averageOrderValue',
    label: 'overview.kpi.orderValue',
    note: 'overview.kpi.mean',
    value: ({ averageOrderValue }) => averageOrderValue,
    text: (value, { moneyShort }) => moneyShort(value),
    isHigherBetter: true,
    isMinor: true,
  },
  {
    id: 'returningCustomers',
    label: 'overview.kpi.returning',
    note: null,
    value: ({ customers, oneTimeCustomers }) => customers - oneTimeCustomers,
    text: (value, { count }) => count(value),
    isHigherBetter: true,
    isMinor: true,
  },
  {
    id: 'oneTimeCustomers',
    label: 'overview.kpi.oneTime',
    note: null,
    value: ({ oneTimeCustomers }) => oneTimeCustomers,
    text: (value, { count }) => count(value),
    isHigherBetter: null,
    isMinor: true,
  },
];

/** From this share on a change is told as a multiple. */
const manifold = 10;

function changeOf(measure: Measure, comparison: KpiComparison, { formats, text }: KpiContext): KpiChange | null {
  if (comparison === null) return null;
  const now = measure.value(comparison.current.kpis);
  const before = measure.value(comparison.before.kpis);
  if (now === null || before === null) return null;
  const difference = now - before;
  if (measure.difference === undefined && before <= 0) return null;
  if (difference === 0) return { direction: 'same', text: text('overview.kpi.noChange'), isBetter: null };
  const share = Math.abs(difference) / before;
  return {
    direction: difference > 0 ? 'up' : 'down',
    text:
      measure.difference?.(Math.abs(difference), formats, text) ??
      (share < manifold ? formats.share(share) : `${formats.number(now / before)}\u00D7`),
    isBetter: measure.isHigherBetter === null ? null : difference > 0 === measure.isHigherBetter,
  };
}

type KpiContext = Pick<FigureContext, 'formats' | 'text'>;

/** The tiles of the strips: value, change against the period before, course by month. Unfinished months are left out of the course. */
export function kpiTiles(
  { kpis, kpiComparison: comparison, months }: Pick<Views, 'kpis' | 'kpiComparison' | 'months'>,
  context: KpiContext,
): KpiTile[] {
  const finished = months.filter(({ days, daysInMonth }) => days === daysInMonth);
  return measures.map((measure) => ({
    id: measure.id,
    label: context.text(measure.label),
    value: measure.text(measure.value(kpis), context.formats),
    note: measure.note === null ? null : context.text(measure.note),
    change: changeOf(measure, comparison, context),
    series: measure.month === undefined ? [] : finished.map(measure.month).filter((value) => value !== null),
    isMinor: measure.isMinor ?? false,
  }));
}

/** "Jun–Nov 2011" where the days are whole months; null where they are not. */
function monthRange(from: string, to: string, { month }: Formats): string | null {
  const dayAfter = new Date(`${to.slice(0, 10)}T00:00:00Z`);
  dayAfter.setUTCDate(dayAfter.getUTCDate() + 1);
  if (from.slice(8, 10) !== '01' || dayAfter.getUTCDate() !== 1) return null;
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  const year = (text: string) => text.slice(0, 4);
  if (first === last) return `${month(first)} ${year(first)}`;
  const begin = year(first) === year(last) ? month(first) : `${month(first)} ${year(first)}`;
  return `${begin}\u2013${month(last)} ${year(last)}`;
}

/** What the changes compare, in words; null where nothing is compared. */
export function comparisonText(comparison: KpiComparison, { formats, text }: KpiContext): string | null {
  if (comparison === null) return null;
  const { kind, current, before } = comparison;
  const range = ({ from, to }: { from: string; to: string }) =>
    monthRange(from, to, formats) ?? formats.range(from, to);
  const key = kind === 'halves' ? 'overview.changeHalves' : 'overview.change';
  return text(key, { current: range(current), before: range(before) });
}
