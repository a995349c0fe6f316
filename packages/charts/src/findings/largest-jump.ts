import type { DendrogramTop } from '@clientele/contracts';

/** The merge that is furthest above the one before it: the tree asks for the number of groups just below. */
export interface Jump {
  fromGroups: number;
  toGroups: number;
  size: number;
  /** True where no merge below the top of the tree can be a larger one. */
  isOfWholeTree: boolean;
}

/** The largest jump in height among the merges of a dendrogram's top; null where no two merges differ in height. */
export function largestJump({ leaves, merges }: Pick<DendrogramTop, 'leaves' | 'merges'>): Jump | null {
  let best: Jump | null = null;
  const lowest = merges[0]?.height ?? 0;
  const isWhole = leaves.every(({ size }) => size === 1);
  for (let i = 1; i < merges.length; i++) {
    const size = (merges[i]?.height ?? 0) - (merges[i - 1]?.height ?? 0);
    if (size <= (best?.size ?? 0)) continue;
    const fromGroups = leaves.length - i;
    best = { fromGroups, toGroups: fromGroups - 1, size, isOfWholeTree: isWhole || size >= lowest };
  }
  return best;
}
