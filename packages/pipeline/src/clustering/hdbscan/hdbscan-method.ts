import type { Problem } from '@clientele/contracts';
import { kernelCalls } from '../kernel-calls.ts';
import { partitionMethod } from '../partition-method.ts';
import { dearRows, halfOf } from '../refit.ts';
import { packTree } from './pack-tree.ts';
import { hdbscanScorer } from './scorer.ts';

/** Fewest customers of a segment where nothing is said: 1 %, at least 5. */
const autoMinClusterSize = (rows: number): number => Math.max(5, Math.round(rows / 100));
/** More neighbours than this smooth nothing that a shop could use, and cost much. */
const mostAutoSamples = 50;
/** Of a part of the customers: fewer are no measure of density. */
const fewestCounted = 5;

/** HDBSCAN: dense places at every scale, of which those that last become segments. */
export const hdbscanMethod = partitionMethod({
  id: 'hdbscan',
  async partition({ prepared, recipe }, _, effects) {
    const { matrix, rows, columns } = prepared;
    const { minClusterSize: size = 'auto', minSamples: samples = 'auto', selection = 'eom' } = recipe;
    const minClusterSize = size === 'auto' ? autoMinClusterSize(rows) : size;
    const minSamples = samples === 'auto' ? Math.min(minClusterSize, mostAutoSamples) : samples;
    const doubts: Problem[] = [];
    if (size === 'auto' || samples === 'auto') {
      const message = `Chosen for HDBSCAN: smallest segment ${minClusterSize}, neighbours (min samples) ${minSamples}.`;
      doubts.push({ severity: 'info', code: 'parameters-chosen', message });
    }
    const options = { rows, columns, minClusterSize, minSamples, selection };
    const { labels, clusters, model } = await kernelCalls(effects, 'HDBSCAN').hdbscan(matrix, options);
    return {
      labels,
      clusters,
      iterations: 0,
      converged: true,
      quality: {},
      doubts,
      model: (ids) => ({ method: 'hdbscan', k: clusters, minClusterSize, minSamples, tree: packTree(model, ids) }),
    };
  },
  refit: {
    mostRows: dearRows,
    drawn: halfOf,
    recipe: (recipe, { model, share }) => {
      if (model?.method !== 'hdbscan') return recipe;
      const part = (count: number) => Math.max(Math.min(count, fewestCounted), Math.round(count * share));
      return { ...recipe, minClusterSize: part(model.minClusterSize), minSamples: part(model.minSamples) };
    },
  },
  scorer: hdbscanScorer,
});
