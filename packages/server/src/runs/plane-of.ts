import type { Recipe } from '@clientele/contracts';
import { pca } from '@clientele/kernels';
import { type FeatureTable, prepare } from '@clientele/pipeline';
import type { Plane } from '../store/write-members.ts';

/** The customers of a run on the two principal components of what the method saw, and as they were prepared; NaN for those left out. */
export function planeOf(table: FeatureTable, recipe: Recipe): Plane {
  const { matrix, rows, columns, kept, preparation } = prepare(table, recipe);
  const components = Math.min(2, columns);
  const { components: axes, mean, ratio, scores } = pca(matrix, { rows, columns, components, scores: true });
  const x = new Float64Array(table.ids.length).fill(Number.NaN);
  const y = x.slice();
  kept.forEach((row, i) => {
    x[row] = scores?.[i * components] ?? 0;
    y[row] = components === 2 ? (scores?.[i * components + 1] ?? 0) : 0;
  });
  const prepared = preparation.columns.map((_, column) => {
    const values = new Float64Array(table.ids.length).fill(Number.NaN);
    kept.forEach((row, i) => {
      values[row] = matrix[i * columns + column] ?? Number.NaN;
    });
    return values;
  });
  const loadings = preparation.columns.map(({ label, category }, column) => ({
    label: category === null ? label : `${label}: ${category}`,
    x: axes[column] ?? 0,
    y: components === 2 ? (axes[columns + column] ?? 0) : 0,
  }));
  const origin = { x: 0, y: 0 };
  loadings.forEach((loading, column) => {
    origin.x += (mean[column] ?? 0) * loading.x;
    origin.y += (mean[column] ?? 0) * loading.y;
  });
  return { x, y, prepared, axes: { ratio: [...ratio], loadings, origin } };
}
