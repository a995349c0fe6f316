import type { Recipe } from '@clientele/contracts';
import { pca } from '@clientele/kernels';
import { type FeatureTable, prepare } from '@clientele/pipeline';
import type { Plane } from '../store/write-members.ts';

/** The customers of a run on the two principal components of what the method saw; NaN for those left out. */
export function planeOf(table: FeatureTable, recipe: Recipe): Plane {
  const { matrix, rows, columns, kept, preparation } = prepare(table, recipe);
  const components = Math.min(2, columns);
  const { components: axes, ratio, scores } = pca(matrix, { rows, columns, components, scores: true });
  const x = new Float64Array(table.ids.length).fill(Number.NaN);
  const y = x.slice();
  kept.forEach((row, i) => {
    x[row] = scores?.[i * components] ?? 0;
    y[row] = components === 2 ? (scores?.[i * components + 1] ?? 0) : 0;
  });
  const loadings = preparation.columns.map(({ label, category }, column) => ({
    label: category === null ? label : `${label}: ${category}`,
    x: axes[column] ?? 0,
    y: components === 2 ? (axes[columns + column] ?? 0) : 0,
  }));
  return { x, y, axes: { ratio: [...ratio], loadings } };
}
