import type { Formats } from '@clientele/charts';
import type { Kpis, Month, Overview } from '@clientele/contracts';

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
}

interface Measure {
  id: keyof Kpis;
  label: string;
  note: string | null;
  text(value: number | null, formats: Formats): string;
  /** The change in the measure's own unit; absent: as a share. */
  difference?(value: number, formats: Formats): string;
  lowerIsBetter?: boolean;
  month?(month: Month): number | null;
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);

const measures: readonly Measure[] = [
  {
    id: 'customers',
    label: 'Customers',
    note: null,
    text: (value, { count }) => count(value),
    month: ({ customers }) => customers,
  },
  {
    id: 'revenue',
    label: 'Revenue',
    note: null,
    text: (value, { moneyShort }) => moneyShort(value),
    month: ({ revenue }) => revenue,
  },
  {
    id: 'orders',
    label: 'Orders',
    note: null,
    text: (value, { count }) => count(value),
    month: ({ orders }) => orders,
  },
  {
    id: 'recency',
    label: 'Days since last order',
    note: 'mean',
    text: (value, { number }) => number(value),
    difference: (value, { number }) => `${number(value)} days`,
    lowerIsBetter: true,
  },
  {
    id: 'frequency',
    label: 'Orders per customer',
    note: 'mean',
    text: (value, { number }) => number(value),
    month: ({ orders, customers }) => ratio(orders, customers),
  },
  {
    id: 'monetary',
    label: 'Revenue per customer',
    note: 'mean',
    text: (value, { moneyShort }) => moneyShort(value),
    month: ({ revenue, customers }) => ratio(revenue, customers),
  },
];

/** From this share on a change is told as a multiple. */
const manifold = 10;

function changeOf(measure: Measure, comparison: Overview['comparison'], formats: Formats): KpiChange | null {
  const now = comparison?.current.kpis[measure.id] ?? null;
  const before = comparison?.before.kpis[measure.id] ?? null;
  if (now === null || before === null) return null;
  const difference = now - before;
  if (measure.difference === undefined && before <= 0) return null;
  const share = Math.abs(difference) / before;
  const text =
    measure.difference?.(Math.abs(difference), formats) ??
    (share < manifold ? formats.share(share) : `${formats.number(now / before)}\u00D7`);
  if (difference === 0) return { direction: 'same', text: 'no change', isBetter: null };
  return {
    direction: difference > 0 ? 'up' : 'down',
    text,
    isBetter: difference > 0 !== (measure.lowerIsBetter ?? false),
  };
}

/** The tiles of the strip: value, change against the period before, course by month. Unfinished months are left out of the course. */
export function kpiTiles({ kpis, comparison, months }: Overview, formats: Formats): KpiTile[] {
  const finished = months.filter(({ days, daysInMonth }) => days === daysInMonth);
  return measures.map((measure) => ({
    id: measure.id,
    label: measure.label,
    value: measure.text(kpis[measure.id], formats),
    note: measure.note,
    change: changeOf(measure, comparison, formats),
    series: measure.month === undefined ? [] : finished.map(measure.month).filter((value) => value !== null),
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
export function comparisonText(comparison: Overview['comparison'], formats: Formats): string | null {
  if (comparison === null) return null;
  const { kind, current, before } = comparison;
  const range = ({ from, to }: { from: string; to: string }) =>
    monthRange(from, to, formats) ?? formats.range(from, to);
  const lead = kind === 'halves' ? 'Change between the halves' : 'Change';
  return `${lead}: ${range(current)} against ${range(before)}`;
}
