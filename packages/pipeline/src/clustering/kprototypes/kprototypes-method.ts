import { ClienteleError } from '@clientele/contracts';
import { kernelCalls } from '../kernel-calls.ts';
import { inSegmentOrder, rowsInSegmentOrder } from '../partition.ts';
import { partitionMethod } from '../partition-method.ts';
import { dearRows } from '../refit.ts';
import { codeOf, mixedColumns } from './mixed-columns.ts';
import { kprototypesScorer } from './scorer.ts';

/** k-prototypes: means of the numbers and most frequent values of the categories; needs a category among the features. */
export const kprototypesMethod = partitionMethod({
  id: 'kprototypes',
  async partition({ table, prepared, recipe }, k, effects) {
    const { matrix, rows, columns: width, preparation } = prepared;
    const { numbers, categories } = mixedColumns(preparation);
    if (categories.length === 0) {
      const what =
        table.asOf === null
          ? 'no category is among the features; choose one, or take k-means.'
          : 'order lines offer no category as a feature; take k-means, or a table of customers that has one.';
      throw new ClienteleError('usage', `k-prototypes is for numbers and categories together, and ${what}`);
    }
    const values = new Float64Array(rows * numbers.length);
    const codes = new Int32Array(rows * categories.length);
    for (let row = 0; row < rows; row++) {
      numbers.forEach((column, j) => {
        values[row * numbers.length + j] = matrix[row * width + column] ?? 0;
      });
      categories.forEach((category, j) => {
        codes[row * categories.length + j] = codeOf(matrix, row * width, category, preparation);
      });
    }
    const fit = await kernelCalls(effects, 'k-prototypes').kPrototypes(values, codes, {
      rows,
      columns: numbers.length,
      categoricalColumns: categories.length,
      clusters: k ?? 2,
      starts: recipe.starts,
      seed: recipe.seed,
      gamma: recipe.gamma ?? 'auto',
    });
    const { labels, clusters, iterations, converged, centers, modes, gamma, cost } = fit;
    return {
      labels,
      clusters,
      iterations,
      converged,
      quality: {},
      doubts: [],
      model: (ids) => ({
        method: 'kprototypes',
        k: clusters,
        centers: rowsInSegmentOrder(ids, centers, numbers.length),
        modes: inSegmentOrder(ids, (cluster) =>
          Array.from(modes.subarray(cluster * categories.length, (cluster + 1) * categories.length)),
        ),
        gamma,
        variance: cost / rows / (numbers.length + categories.length),
        iterations,
        converged,
      }),
    };
  },
  refit: {
    mostRows: dearRows,
    recipe: (recipe, { model }) => (model?.method === 'kprototypes' ? { ...recipe, gamma: model.gamma } : recipe),
  },
  scorer: kprototypesScorer,
});
