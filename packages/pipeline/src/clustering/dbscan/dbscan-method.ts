import type { Problem } from '@clientele/contracts';
import { dbscanModel, suggestEps } from '@clientele/kernels';
import { formatNumber } from '../../preparation/format-value.ts';
import { kernelCalls } from '../kernel-calls.ts';
import { partitionMethod } from '../partition-method.ts';
import { halfOf, quickRows } from '../refit.ts';
import { dbscanScorer } from './scorer.ts';

/** Neighbours that make a place dense where nothing is said: two a column (Sander et al. 1998), at least 4. */
const autoMinSamples = (columns: number): number => Math.max(4, 2 * columns);

/** Neighbours in a part of the customers: with 2 every pair would be dense. */
const fewestCounted = 3;

/** DBSCAN: dense places of any shape at one radius. */
export const dbscanMethod = partitionMethod({
  id: 'dbscan',
  async partition({ prepared, recipe }, _, effects) {
    const { matrix, rows, columns } = prepared;
    const { minSamples: asked = 'auto', eps: radius = 'auto' } = recipe;
    const minSamples = asked === 'auto' ? Math.min(rows, autoMinSamples(columns)) : asked;
    const eps = radius === 'auto' ? suggestEps(matrix, { rows, columns, minSamples }).eps : radius;
    const doubts: Problem[] = [];
    if (radius === 'auto' || asked === 'auto') {
      const message = `Chosen for DBSCAN: radius (eps) ${formatNumber(eps, 4)}, neighbours (min samples) ${minSamples}.`;
      doubts.push({ severity: 'info', code: 'parameters-chosen', message });
    }
    const fit = await kernelCalls(effects, 'DBSCAN').dbscan(matrix, { rows, columns, eps, minSamples });
    const { labels, clusters } = fit;
    return {
      labels,
      clusters,
      iterations: 0,
      converged: true,
      quality: {},
      doubts,
      model: (ids) => {
        const { points, labels: own } = dbscanModel(matrix, { rows, columns, eps }, fit);
        const segments = Array.from(own, (label) => ids[label] ?? 0);
        return { method: 'dbscan', k: clusters, eps, minSamples, core: Array.from(points), segments };
      },
    };
  },
  refit: {
    mostRows: quickRows,
    drawn: halfOf,
    recipe: (recipe, { model, share, columns }) => {
      if (model?.method !== 'dbscan') return recipe;
      const { eps, minSamples } = model;
      const fewer = Math.max(Math.min(minSamples, fewestCounted), Math.round(minSamples * share));
      // So many neighbours are found among fewer customers where the radius is larger by this.
      const wider = Math.max(1, fewer / (minSamples * share)) ** (1 / columns);
      return { ...recipe, eps: eps * wider, minSamples: fewer };
    },
  },
  scorer: dbscanScorer,
});
