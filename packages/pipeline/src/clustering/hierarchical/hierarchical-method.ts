import type { Linkage } from '@clientele/contracts';
import { cutDendrogram, type Dendrogram, type HierarchicalFit, type HierarchicalOptions } from '@clientele/kernels';
import { kernelCalls, type RunEffects } from '../kernel-calls.ts';
import type { FitInput, SegmentationMethod } from '../method.ts';
import { nearestCenterScorer } from '../nearest-center-scorer.ts';
import { partitionMethod } from '../partition-method.ts';
import { dearRows } from '../refit.ts';
import { type RowSample, sampleRows } from '../sample-rows.ts';
import { treePartition } from './tree-partition.ts';

/** Average and complete linkage hold every distance at once, so that more customers than this are fitted by a sample of as many. */
const mostRows: Record<Linkage, number> = { ward: Infinity, single: Infinity, average: 10_000, complete: 10_000 };

type Cut = Pick<HierarchicalOptions, 'clusters' | 'height'>;

/** Hierarchical clustering: the two nearest groups are merged, again and again, and the tree is cut into k segments or at a height. */
export function hierarchicalMethod(linkage: Linkage): SegmentationMethod {
  const grow = async (input: FitInput, cut: Cut, effects: RunEffects): Promise<[HierarchicalFit, RowSample]> => {
    const { prepared, recipe } = input;
    const sample = sampleRows(prepared, mostRows[linkage], recipe.seed);
    const { matrix, rows, columns } = sample;
    const options = { rows, columns, linkage, ...cut } as HierarchicalOptions;
    return [await kernelCalls(effects, 'Merging groups').hierarchical(matrix, options), sample];
  };
  return partitionMethod({
    id: linkage,
    async partition(input, k, effects) {
      const { height } = input.recipe;
      const cut = typeof height === 'number' ? { height } : { clusters: k ?? 2 };
      const [{ labels, dendrogram }, sample] = await grow(input, cut, effects);
      return treePartition({ linkage, prepared: input.prepared, sample, dendrogram, labels });
    },
    async partitions(input, from, to, effects) {
      const [{ dendrogram }, sample] = await grow(input, { clusters: to }, effects);
      return cutsOf(dendrogram, from, to).map((labels) =>
        treePartition({ linkage, prepared: input.prepared, sample, dendrogram, labels }),
      );
    },
    refit: { mostRows: dearRows, recipe: (recipe) => ({ ...recipe, height: 'none' }) },
    scorer: nearestCenterScorer,
  });
}

function cutsOf(dendrogram: Dendrogram, from: number, to: number): Int32Array[] {
  return Array.from({ length: to - from + 1 }, (_, i) => cutDendrogram(dendrogram, { clusters: from + i }));
}
