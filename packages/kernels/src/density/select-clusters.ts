import type { CondensedTree } from './condense-tree.ts';

/** Which clusters of a condensed tree to take. */
export interface SelectOptions {
  /** 'eom' takes the most persistent ones by excess of mass, 'leaf' those without clusters below them: more and smaller. */
  selection: 'eom' | 'leaf';
  /** Whether all points may be one cluster. */
  allowSingleCluster: boolean;
}

/**
 * For each cluster of the tree the selected one at or above it; -1 where there is none. By excess of mass a cluster is taken where it is
 * at least as stable as the best choice below it. Source: Campello, Moulavi and Sander 2013. Cost linear in the clusters.
 */
export function selectClusters(
  { clusters, parents, stabilities }: Pick<CondensedTree, 'clusters' | 'parents' | 'stabilities'>,
  { selection, allowSingleCluster }: SelectOptions,
): Int32Array {
  const below = new Float64Array(clusters);
  const children = new Int32Array(clusters);
  for (let cluster = 1; cluster < clusters; cluster++) children[parents[cluster]]++;
  const isTaken = new Uint8Array(clusters);
  for (let cluster = clusters - 1; cluster >= 0; cluster--) {
    const isAllowed = cluster > 0 || allowSingleCluster;
    const isBest = selection === 'leaf' ? children[cluster] === 0 : stabilities[cluster] >= below[cluster];
    isTaken[cluster] = isAllowed && isBest ? 1 : 0;
    if (cluster > 0) below[parents[cluster]] += isBest ? stabilities[cluster] : below[cluster];
  }
  const owners = new Int32Array(clusters).fill(-1);
  for (let cluster = 0; cluster < clusters; cluster++) {
    const above = cluster === 0 ? -1 : owners[parents[cluster]];
    owners[cluster] = above >= 0 ? above : isTaken[cluster] === 1 ? cluster : -1;
  }
  return owners;
}
