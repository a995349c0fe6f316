import type { Hooks } from '../hooks.ts';
import { type Assignment, assignNearest } from '../kmeans/assign-nearest.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { type Cut, checkCut } from './cut-dendrogram.ts';
import type { HierarchicalFit } from './hierarchical-fit.ts';
import { checkLinkage, type LinkageOptions, POINT_LINKAGES } from './linkage.ts';

/** What {@link hierarchical} needs to know: the linkage, and where to cut. */
export type HierarchicalOptions = LinkageOptions & Cut;

/**
 * Hierarchical clustering of points: the tree of {@link linkage}, cut into `clusters` or at `height` as by {@link cutDendrogram}. Costs,
 * sources and errors are named there; nothing in it is random. `points` is row-major and is not changed.
 */
export function hierarchical(points: Float64Array, options: HierarchicalOptions, hooks: Hooks = {}): HierarchicalFit {
  return runPlan(planHierarchical(points, options, false), hooks);
}

/** The work of {@link hierarchical} as one task. */
export function* planHierarchical(
  points: Float64Array,
  options: HierarchicalOptions,
  shared: boolean,
): Plan<HierarchicalFit> {
  const { rows, columns, linkage = 'ward', clusters, height } = options;
  checkLinkage(linkage, POINT_LINKAGES);
  checkCut({ clusters, height });
  const cut: Cut = clusters === undefined ? { height: height ?? 0 } : { clusters };
  const problem = copyProblem(points, { rows, columns }, shared);
  const [fit] = yield* each('hierarchical', [{ problem, linkage, cut }], 1);
  return fit;
}

/**
 * Gives each point the cluster with the nearest mean, the lowest number among equals, and the squared distance to it. A tree has no rule
 * for new points; this one needs no more than the means. Rows of the fit near a border may so come to another cluster than the tree's:
 * `agreement` in the fit says what share of them the rule gives back. Least sure for
 * 'single', whose clusters may wind around each other. Cost n x k x d.
 */
export function hierarchicalPredict(
  { means, clusters }: Pick<HierarchicalFit, 'means' | 'clusters'>,
  points: Float64Array,
  { rows, columns }: { rows: number; columns: number },
): Assignment {
  return assignNearest(points, { rows, columns, centers: means, clusters });
}
