import { kernelCalls } from '../kernel-calls.ts';
import { centersPartition } from '../kmeans/kmeans-method.ts';
import { nearestCenterScorer } from '../nearest-center-scorer.ts';
import { partitionMethod } from '../partition-method.ts';

/** Mini-batch k-means: centres that move a little with each small batch of customers, then twice with all. */
export const minibatchMethod = partitionMethod({
  id: 'minibatch',
  async partition({ prepared, recipe }, k, effects) {
    const { matrix, rows, columns } = prepared;
    const { starts, seed, batchRows } = recipe;
    const options = { rows, columns, clusters: k ?? 2, starts, seed, ...(batchRows !== undefined && { batchRows }) };
    const fit = await kernelCalls(effects, 'Mini-batch k-means').miniBatchKmeans(matrix, options);
    return centersPartition('minibatch', fit, columns);
  },
  scorer: nearestCenterScorer,
});
