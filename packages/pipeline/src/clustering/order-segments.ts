import type { FeatureTable } from '../features/feature-table.ts';
import type { Prepared } from '../preparation/prepare.ts';
import { columnEffects } from './column-effects.ts';

/**
 * The final segment id of each label. Segments go by value, highest first: by mean revenue per customer where there are
 * orders, else by the mean over the numeric columns of how many standard deviations the segment lies above the base.
 * Rows of label -1 count for none. Equal value: the larger segment first, then the one of the lowest row.
 */
export function orderSegments(
  labels: Int32Array,
  clusters: number,
  table: FeatureTable,
  prepared: Prepared,
): Int32Array {
  const sizes = new Float64Array(clusters);
  const first = new Float64Array(clusters).fill(Infinity);
  labels.forEach((label, row) => {
    if (label < 0) return;
    sizes[label] = (sizes[label] ?? 0) + 1;
    if (row < (first[label] ?? 0)) first[label] = row;
  });
  const value = table.revenue === null ? meanEffects(labels, clusters, prepared) : new Float64Array(clusters);
  if (table.revenue !== null) {
    for (let row = 0; row < labels.length; row++) {
      const label = labels[row] ?? 0;
      if (label < 0) continue;
      value[label] = (value[label] ?? 0) + (table.revenue[prepared.kept[row] ?? 0] ?? 0);
    }
    for (let label = 0; label < clusters; label++) value[label] = (value[label] ?? 0) / (sizes[label] || 1);
  }
  const by = (numbers: Float64Array, label: number) => numbers[label] ?? 0;
  const order = Array.from({ length: clusters }, (_, label) => label).sort(
    (a, b) => by(value, b) - by(value, a) || by(sizes, b) - by(sizes, a) || by(first, a) - by(first, b),
  );
  const ids = new Int32Array(clusters);
  order.forEach((label, id) => {
    ids[label] = id;
  });
  return ids;
}

function meanEffects(labels: Int32Array, clusters: number, prepared: Prepared): Float64Array {
  const effects = columnEffects(labels, clusters, prepared);
  const numeric = prepared.preparation.columns.flatMap((column, index) => (column.category === null ? [index] : []));
  const means = new Float64Array(clusters);
  for (let label = 0; label < clusters; label++) {
    for (const column of numeric) {
      means[label] = (means[label] ?? 0) + (effects[label * prepared.columns + column] ?? 0) / numeric.length;
    }
  }
  return means;
}
