import { ClienteleError, type FeatureInfo, type Problem, type Scale } from '@clientele/contracts';
import { countOf, formatNumber } from './format-value.ts';
import type { FittedColumn } from './number-column.ts';
import { scaleColumn } from './scale-column.ts';

/** More values than this make a category useless as a feature, and the matrix too wide. */
export const mostCategoryValues = 50;

/** The values of a category among the kept rows, in code-point order, with how many customers have each. */
export function countCategories(raw: readonly (string | null)[], kept: Int32Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of kept) {
    const value = raw[row] ?? null;
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Prepares a category as columns of 0 and 1. Two values need one column, which stands for the last of them in code-point
 * order (so that a category of two weighs as much as a number); more need one each. Missing is the most frequent value.
 */
export function fitCategoryColumns(
  feature: FeatureInfo,
  raw: readonly (string | null)[],
  kept: Int32Array,
  scale: Scale,
): FittedColumn[] {
  const { id, label } = feature;
  const counts = countCategories(raw, kept);
  if (counts.size === 0) {
    throw new ClienteleError(
      'feature-constant',
      `None of the ${countOf(kept.length, 'customer')} has a value for ${label}; leave this feature out.`,
      { feature: id },
    );
  }
  if (counts.size > mostCategoryValues) {
    throw new ClienteleError(
      'unsupported',
      `${label} has ${formatNumber(counts.size, 0)} different values, and a category can have at most ${mostCategoryValues}; leave this feature out or group its values.`,
      { feature: id, values: counts.size },
    );
  }
  const values = [...counts.keys()];
  const columns = values.length > 2 ? values : values.slice(-1);
  const [most] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  const missing = kept.length - [...counts.values()].reduce((sum, count) => sum + count, 0);
  const filledIn: Problem[] = [];
  if (missing > 0) {
    const message = `${formatNumber(missing, 0)} of ${countOf(kept.length, 'customer')} have no value for ${label}; the most frequent one, ${most}, is filled in.`;
    filledIn.push({ severity: 'warning', code: 'missing-filled', message, column: id, count: missing });
  }
  return columns.map((category, index) => {
    const marks = Float64Array.from(kept, (row) => ((raw[row] ?? most) === category ? 1 : 0));
    const { center, divisor, constant } = scaleColumn(marks, scale, label);
    const fill = most === category ? 1 : 0;
    return {
      prepared: { id, label, unit: 'category', transform: 'none', center, divisor, fill, percentiles: [], category },
      values: marks.map((mark) => (mark - center) / divisor),
      constant,
      warnings: index === 0 ? filledIn : [],
    };
  });
}
