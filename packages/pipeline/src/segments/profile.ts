import type { Trait } from '@clientele/contracts';
import { mean as meanOf, quantiles } from '@clientele/kernels';
import { columnEffects } from '../clustering/column-effects.ts';
import type { FeatureTable } from '../features/feature-table.ts';
import { countCategories } from '../preparation/category-columns.ts';
import { gather, withoutGaps } from '../preparation/gather.ts';
import type { Prepared } from '../preparation/prepare.ts';

/** The numbers of a group of customers. */
export interface GroupProfile {
  size: number;
  /** Share of customers, 0 to 1. */
  share: number;
  revenue: number | null;
  revenueShare: number | null;
  /** In raw units over the customers whose value is known; for a category the share of each value, as `feature=value`. */
  means: Record<string, number>;
  medians: Record<string, number>;
  /** Share of customers with one order; null where orders are not a feature. */
  boughtOnce: number | null;
}

export interface SegmentProfile extends GroupProfile {
  /** By column of the matrix: standard deviations above the base, after the transform. */
  effects: number[];
  /** Strongest first. */
  traits: Trait[];
}

/** Profiles of the base and of every segment. */
export interface Profiles {
  base: GroupProfile;
  segments: SegmentProfile[];
  /** Customers in no segment; null where there are none. */
  unassigned: Pick<GroupProfile, 'size' | 'share' | 'revenue' | 'revenueShare'> | null;
}

/** Profiles each segment against the base. `labels` has a segment of 0 to k-1, or -1, for each row of the prepared matrix. */
export function profileSegments(table: FeatureTable, prepared: Prepared, labels: Int32Array, k: number): Profiles {
  const { kept, columns } = prepared;
  const base = profileGroup(table, kept, kept.length, null);
  const effects = columnEffects(labels, k, prepared);
  const members = rowsByLabel(labels, kept, k);
  const segments = members.map((rows, id) => {
    const own = Array.from(effects.subarray(id * columns, (id + 1) * columns), round);
    const traits = own
      .map((effect, column) => ({ column, effect }))
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || a.column - b.column);
    return { ...profileGroup(table, rows, kept.length, base.revenue), effects: own, traits };
  });
  return { base, segments, unassigned: unassignedOf(table, labels, kept, base.revenue) };
}

function unassignedOf(
  table: FeatureTable,
  labels: Int32Array,
  kept: Int32Array,
  allRevenue: number | null,
): Profiles['unassigned'] {
  const rows = kept.filter((_, at) => (labels[at] ?? 0) < 0);
  if (rows.length === 0) return null;
  const { size, share, revenue, revenueShare } = profileGroup(table, rows, kept.length, allRevenue);
  return { size, share, revenue, revenueShare };
}

/** For each label the rows of the FeatureTable that have it. */
function rowsByLabel(labels: Int32Array, kept: Int32Array, k: number): Int32Array[] {
  const sizes = new Int32Array(k);
  for (const label of labels) if (label >= 0) sizes[label] = (sizes[label] ?? 0) + 1;
  const members = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(k);
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] ?? 0;
    if (label < 0) continue;
    const next = filled[label] ?? 0;
    const rows = members[label];
    if (rows !== undefined) rows[next] = kept[at] ?? 0;
    filled[label] = next + 1;
  }
  return members;
}

function profileGroup(table: FeatureTable, rows: Int32Array, all: number, allRevenue: number | null): GroupProfile {
  const means: [string, number][] = [];
  const medians: [string, number][] = [];
  for (const { id } of table.features) {
    const numbers = table.numbers[id];
    if (numbers === undefined) {
      const counts = countCategories(table.categories[id] ?? [], rows);
      const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
      for (const [value, count] of counts) means.push([`${id}=${value}`, count / known]);
      continue;
    }
    const known = withoutGaps(gather(numbers, rows));
    if (known.length === 0) continue;
    means.push([id, round(meanOf(known))]);
    medians.push([id, round(quantiles(known, [0.5])[0] ?? 0)]);
  }
  const revenue = table.revenue === null ? null : sumAt(table.revenue, rows);
  const whole = allRevenue ?? revenue;
  const orders = table.numbers.frequency;
  return {
    size: rows.length,
    share: rows.length / all,
    revenue,
    revenueShare: revenue === null || whole === null || whole === 0 ? null : revenue / whole,
    means: Object.fromEntries(means),
    medians: Object.fromEntries(medians),
    boughtOnce: orders === undefined ? null : rows.filter((row) => orders[row] === 1).length / rows.length,
  };
}

function sumAt(values: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at++) sum += values[rows[at] ?? 0] ?? 0;
  return round(sum);
}

/** Twelve figures: more would only show in which order numbers were added. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
