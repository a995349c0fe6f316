import { type Problem, squaredDistance } from './problem.ts';

/** Weight and weighted sum of the points of each cluster, kept up to date as points move. */
export interface ClusterSums {
  /** Weight in each cluster. */
  mass: Float64Array;
  /** Row-major, clusters x columns. */
  sums: Float64Array;
}

/** Sums each cluster's points, in row order, on top of `base`. Cost n x d. */
export function sumClusters(
  problem: Problem,
  labels: Int32Array,
  clusters: number,
  base: ClusterSums | null = null,
): ClusterSums {
  const { points, rows, columns, weights } = problem;
  const mass = base === null ? new Float64Array(clusters) : base.mass.slice();
  const sums = base === null ? new Float64Array(clusters * columns) : base.sums.slice();
  for (let i = 0, p = 0; i < rows; i++) {
    const w = weights === null ? 1 : weights[i];
    mass[labels[i]] += w;
    for (let j = 0, s = labels[i] * columns; j < columns; j++, s++, p++) sums[s] += w * points[p];
  }
  return { mass, sums };
}

/** Moves one point's share from cluster `from` to cluster `to`. */
export function moveRow(problem: Problem, { mass, sums }: ClusterSums, row: number, from: number, to: number): void {
  const { points, columns, weights } = problem;
  const w = weights === null ? 1 : weights[row];
  mass[from] -= w;
  mass[to] += w;
  for (let j = 0, p = row * columns; j < columns; j++, p++) {
    const share = w * points[p];
    sums[from * columns + j] -= share;
    sums[to * columns + j] += share;
  }
}

/** Puts each centre at its cluster's mean (a cluster without weight stays) and notes how far it went. */
export function moveCenters(
  { mass, sums }: ClusterSums,
  centers: Float64Array,
  columns: number,
  moved: Float64Array,
): void {
  for (let c = 0; c < mass.length; c++) {
    let squared = 0;
    if (mass[c] > 0) {
      for (let j = 0, p = c * columns; j < columns; j++, p++) {
        const mean = sums[p] / mass[c];
        const step = mean - centers[p];
        squared += step * step;
        centers[p] = mean;
      }
    }
    moved[c] = Math.sqrt(squared);
  }
}

/** Gives each cluster without weight the point farthest from its own centre (the lowest row among equals). Cost n x d each. */
export function fillEmptyClusters(
  problem: Problem,
  cluster: ClusterSums,
  labels: Int32Array,
  centers: Float64Array,
): boolean {
  const { points, rows, columns, weights } = problem;
  let filled = false;
  for (let empty = 0; empty < cluster.mass.length; empty++) {
    if (cluster.mass[empty] > 0) continue;
    let farthest = -1;
    let most = 0;
    for (let i = 0; i < rows; i++) {
      const w = weights === null ? 1 : weights[i];
      if (w === 0 || cluster.mass[labels[i]] <= w) continue;
      const distance = squaredDistance(points, i * columns, centers, labels[i] * columns, columns);
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    if (farthest < 0) continue;
    cluster.sums.fill(0, empty * columns, (empty + 1) * columns);
    cluster.mass[empty] = 0;
    moveRow(problem, cluster, farthest, labels[farthest], empty);
    labels[farthest] = empty;
    for (let j = 0; j < columns; j++) centers[empty * columns + j] = points[farthest * columns + j];
    filled = true;
  }
  return filled;
}

/** Weighted sum of squared distances to the own centre, in row order. Cost n x d. */
export function sumOfSquares(problem: Problem, labels: Int32Array, centers: Float64Array): number {
  const { points, rows, columns, weights } = problem;
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    const distance = squaredDistance(points, i * columns, centers, labels[i] * columns, columns);
    sum += weights === null ? distance : weights[i] * distance;
  }
  return sum;
}
