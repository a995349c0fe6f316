import type { Points } from './load-points.ts';

/** Squared distance with the arithmetic of the kernels, so that equal means equal. */
export function square({ points, columns }: Points, a: number, b: number): number {
  let sum = 0;
  for (let j = 0; j < columns; j++) {
    const difference = points[a * columns + j] - points[b * columns + j];
    sum += difference * difference;
  }
  return sum;
}

const rowsOf = ({ rows }: Points): number[] => Array.from({ length: rows }, (_, i) => i);

/** The sets into which rows fall, as a list of lists, for comparison whatever the labels. */
export function partition(labels: ArrayLike<number>): string {
  const groups = new Map<number, number[]>();
  Array.from(labels).forEach((label, row) => {
    groups.set(label, [...(groups.get(label) ?? []), row]);
  });
  const noise = groups.get(-1) ?? [];
  groups.delete(-1);
  return JSON.stringify([noise, [...groups.values()].sort((a, b) => a[0] - b[0])]);
}

/** DBSCAN from the definition: every pair. */
export function naiveDbscan(data: Points, eps: number, minSamples: number): { labels: number[]; core: number[] } {
  const rows = rowsOf(data);
  const isNear = (a: number, b: number): boolean => square(data, a, b) <= eps * eps;
  const core = rows.map((i) => (rows.filter((j) => isNear(i, j)).length >= minSamples ? 1 : 0));
  const labels = rows.map(() => -1);
  let clusters = 0;
  for (const row of rows) {
    if (core[row] === 0 || labels[row] >= 0) continue;
    const open = [row];
    labels[row] = clusters;
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      for (const j of rows) {
        if (core[j] === 0 || labels[j] >= 0 || !isNear(i, j)) continue;
        labels[j] = clusters;
        open.push(j);
      }
    }
    clusters++;
  }
  for (const row of rows) {
    if (core[row] === 1) continue;
    const near = rows.filter((j) => core[j] === 1 && isNear(row, j));
    near.sort((a, b) => square(data, row, a) - square(data, row, b) || a - b);
    if (near.length > 0) labels[row] = labels[near[0]];
  }
  return { labels, core };
}

/**
 * HDBSCAN from the definition, by components instead of trees: a cluster is a set of rows; it is cut at every level from the top, what
 * stays connected below the level is found afresh from all pairs.
 */
export function naiveHdbscan(
  data: Points,
  minClusterSize: number,
  minSamples: number,
  selection: 'eom' | 'leaf' = 'eom',
): { labels: number[]; strengths: number[] } {
  const rows = rowsOf(data);
  const core = rows.map(
    (i) => rows.map((j) => square(data, i, j)).sort((a, b) => a - b)[Math.min(minSamples, data.rows) - 1],
  );
  const edges = rows
    .flatMap((i) => rows.slice(0, i).map((j) => ({ i, j, reach: Math.max(core[i], core[j], square(data, i, j)) })))
    .sort((a, b) => a.reach - b.reach);
  const partsOf = (members: number[], isJoined: (reach: number) => boolean): number[][] => {
    const group = new Map(members.map((i) => [i, i]));
    for (const { i, j, reach } of edges) {
      const a = group.get(i);
      const b = group.get(j);
      if (!isJoined(reach) || a === undefined || b === undefined || a === b) continue;
      for (const k of members) if (group.get(k) === b) group.set(k, a);
    }
    const parts = new Map<number, number[]>();
    for (const [i, top] of group) parts.set(top, [...(parts.get(top) ?? []), i]);
    return [...parts.values()];
  };
  const below = (members: number[], level: number): number[][] => partsOf(members, (reach) => reach < level);
  // The least reach at which a set is whole.
  const levelOf = (members: number[]): number => {
    let low = 0;
    let high = edges.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (partsOf(members, (reach) => reach <= edges[middle].reach).length === 1) high = middle;
      else low = middle + 1;
    }
    return edges[low].reach;
  };
  const tops: number[] = [];
  const collect = (members: number[]): void => {
    if (members.length < 2) return;
    const level = levelOf(members);
    tops.push(level);
    below(members, level).forEach(collect);
  };
  collect(rows);
  const least = Math.min(1 / 0, ...tops.filter((value) => value > 0));
  const lambdaOf = (reach: number): number => 1 / Math.sqrt(reach > 0 ? reach : least === Infinity ? 1 : least / 4);

  interface Cluster {
    stability: number;
    death: number;
    leaving: [number, number][];
    below: Cluster[];
  }
  const grow = (start: number[], birth: number): Cluster => {
    const own: Cluster = { stability: 0, death: 0, leaving: [], below: [] };
    let members = start;
    while (members.length > 1) {
      const level = levelOf(members);
      const lambda = lambdaOf(level);
      const parts = below(members, level);
      const large = parts.filter((part) => part.length >= minClusterSize);
      const leaving = large.length === 1 ? parts.filter((part) => part !== large[0]) : parts;
      for (const part of leaving) {
        own.stability += (lambda - birth) * part.length;
        own.death = Math.max(own.death, lambda);
        if (part.length >= minClusterSize) own.below.push(grow(part, lambda));
        else for (const i of part) own.leaving.push([i, lambda]);
      }
      members = large.length === 1 ? large[0] : [];
    }
    return own;
  };
  const best = (cluster: Cluster): { taken: Cluster[]; stability: number } => {
    const choices = cluster.below.map(best);
    const sum = choices.reduce((total, choice) => total + choice.stability, 0);
    const isBest = selection === 'leaf' ? choices.length === 0 : cluster.stability >= sum - 1e-12 * Math.abs(sum);
    return isBest
      ? { taken: [cluster], stability: cluster.stability }
      : { taken: choices.flatMap((choice) => choice.taken), stability: sum };
  };
  const root = grow(rows, 0);
  const labels = rows.map(() => -1);
  const strengths = rows.map(() => 0);
  root.below
    .flatMap((cluster) => best(cluster).taken)
    .forEach((cluster, label) => {
      const visit = (part: Cluster): void => {
        for (const [i, lambda] of part.leaving) {
          labels[i] = label;
          strengths[i] = Math.min(1, lambda / cluster.death);
        }
        part.below.forEach(visit);
      };
      visit(cluster);
    });
  return { labels, strengths };
}
