import { numberByMeans } from '../clusters/number-by-means.ts';
import type { Hooks } from '../hooks.ts';
import { assignNearest } from '../kmeans/assign-nearest.ts';
import type { Problem } from '../kmeans/problem.ts';
import { type Cut, cutDendrogram } from './cut-dendrogram.ts';
import type { Dendrogram, Linkage } from './dendrogram.ts';
import type { HierarchicalFit } from './hierarchical-fit.ts';
import { linkage as linkageOf } from './linkage.ts';
import { Pace } from './pace.ts';

/** Points, how to merge them, and where to cut. */
export interface HierarchicalInput {
  problem: Problem;
  linkage: Linkage;
  cut: Cut;
}

const SHARE_OF_LINKAGE = 0.9;

/** The task of `hierarchical`: the tree, its cut, and how well nearest means give it back. */
export function fitHierarchical({ problem, linkage, cut }: HierarchicalInput, hooks: Hooks = {}): HierarchicalFit {
  const { points, rows, columns } = problem;
  const { onProgress } = hooks;
  const dendrogram = linkageOf(
    points,
    { rows, columns, linkage },
    { ...hooks, ...(onProgress && { onProgress: (done: number) => onProgress(done * SHARE_OF_LINKAGE) }) },
  );
  const { labels, clusters, sizes, means } = numberByMeans(points, {
    rows,
    columns,
    labels: cutDendrogram(dendrogram, cut),
  });
  const pace = new Pace(hooks);
  const chunk = Math.max(64, Math.floor(4e6 / (clusters * columns)));
  let given = 0;
  for (let from = 0; from < rows; from += chunk) {
    const to = Math.min(rows, from + chunk);
    const some = points.subarray(from * columns, to * columns);
    const nearest = assignNearest(some, { rows: to - from, columns, centers: means, clusters });
    for (let i = from; i < to; i++) if (nearest.labels[i - from] === labels[i]) given++;
    pace.step((to - from) * clusters * columns, SHARE_OF_LINKAGE + (1 - SHARE_OF_LINKAGE) * (to / rows));
  }
  const cutHeight = cut.height ?? heightOfCut(dendrogram, clusters);
  return { labels, clusters, sizes, means, agreement: given / rows, linkage, cutHeight, dendrogram };
}

/** Halfway between the last merge kept and the first undone. */
function heightOfCut({ rows, heights }: Dendrogram, clusters: number): number {
  const below = clusters < rows ? heights[rows - clusters - 1] : 0;
  const above = clusters > 1 ? heights[rows - clusters] : below;
  return (below + above) / 2;
}
