import { numberByMeans } from '../clusters/number-by-means.ts';
import { type Hooks, stopIfAsked } from '../hooks.ts';
import type { KdTree } from '../neighbours/kd-tree.ts';
import { condenseTree } from './condense-tree.ts';
import type { HdbscanFit } from './hdbscan-fit.ts';
import { memberOf } from './hdbscan-model.ts';
import { type SelectOptions, selectClusters } from './select-clusters.ts';
import { spanByTree } from './span-by-tree.ts';
import { spanPlain } from './span-plain.ts';

/** What the task needs: points with their squared core distances by position of the tree. */
export interface JoinInput extends SelectOptions {
  points: Float64Array;
  tree: KdTree;
  cores: Float64Array;
  minClusterSize: number;
  minSamples: number;
  /** Whether the spanning tree is found on the kd-tree. */
  byTree: boolean;
}

/** From core distances to clusters: spanning tree, condensed tree, selection, labels and strengths. */
export function joinHdbscan(input: JoinInput, hooks: Hooks = {}): HdbscanFit {
  const { points, tree, cores, minClusterSize, minSamples, byTree } = input;
  const { rows, columns, order } = tree;
  const part: Hooks = { ...hooks, onProgress: (done) => hooks.onProgress?.(done * 0.8) };
  const spanning = byTree ? spanByTree(tree, cores, part) : spanPlain(tree.points, columns, cores, part);
  stopIfAsked(hooks);
  const condensed = condenseTree(spanning, minClusterSize);
  stopIfAsked(hooks);
  hooks.onProgress?.(0.9);
  const allowSingleCluster = input.allowSingleCluster && rows >= minClusterSize;
  const owners = selectClusters(condensed, { selection: input.selection, allowSingleCluster });
  const deathOf = Float64Array.from(owners, (owner) => (owner < 0 ? 0 : condensed.deaths[owner]));

  const raw = new Int32Array(rows);
  const strengths = new Float64Array(rows);
  const coreDistances = new Float64Array(rows);
  const clusterOf = new Int32Array(rows);
  const lambdas = new Float64Array(rows);
  for (let p = 0; p < rows; p++) {
    const row = order[p];
    const cluster = condensed.clusterOf[p];
    const { label, strength } = memberOf({ labelOf: owners, deaths: deathOf }, cluster, condensed.lambdas[p]);
    raw[row] = label;
    strengths[row] = strength;
    coreDistances[row] = Math.sqrt(cores[p]);
    clusterOf[row] = cluster;
    lambdas[row] = condensed.lambdas[p];
  }
  hooks.onProgress?.(0.95);
  const { labels, clusters, sizes, noise, numberOf } = numberByMeans(points, { rows, columns, labels: raw });
  const labelOf = owners.map((owner) => (owner < 0 || owner >= numberOf.length ? -1 : numberOf[owner]));
  const longest = condensed.deaths.reduce((a, b) => Math.max(a, b));
  const persistence = new Float64Array(clusters);
  owners.forEach((owner, cluster) => {
    if (owner !== cluster || labelOf[cluster] < 0) return;
    persistence[labelOf[cluster]] = Math.min(1, condensed.stabilities[cluster] / (sizes[labelOf[cluster]] * longest));
  });
  hooks.onProgress?.(1);
  const { parents, births } = condensed;
  return {
    labels,
    clusters,
    sizes,
    noise,
    strengths,
    persistence,
    model: {
      columns,
      minSamples,
      points: Float64Array.from(points),
      coreDistances,
      clusterOf,
      lambdas,
      parents,
      births,
      labelOf,
      deaths: deathOf,
    },
  };
}
