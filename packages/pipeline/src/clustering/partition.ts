import type { Model, Problem, Quality } from '@clientele/contracts';

/** What a kernel found, its clusters not yet in the order of segments. */
export interface Partition {
  /** For each row of the matrix its cluster, 0..clusters-1; -1 for a customer in none. */
  labels: Int32Array;
  clusters: number;
  /** Of methods that repeat until nothing changes; true for the others. */
  converged: boolean;
  iterations: number;
  /** What only this method measures. */
  quality: Pick<Partial<Quality>, 'inertia' | 'logLikelihood' | 'bic' | 'aic'>;
  /** True where BIC cannot be held against that of others. */
  isBicVoid?: boolean;
  /** What the method itself has to say. */
  doubts: Problem[];
  /** The model with its clusters renamed: cluster c becomes segment `ids[c]`. */
  model(ids: Int32Array): Model;
}

/** `values` of the clusters in the order of their segments. */
export function inSegmentOrder<T>(ids: Int32Array, values: (cluster: number) => T): T[] {
  const ordered: T[] = [];
  ids.forEach((id, cluster) => {
    ordered[id] = values(cluster);
  });
  return ordered;
}

/** The rows of a flat matrix as lists, in the order of segments. */
export function rowsInSegmentOrder(ids: Int32Array, flat: Float64Array, columns: number): number[][] {
  return inSegmentOrder(ids, (cluster) => Array.from(flat.subarray(cluster * columns, (cluster + 1) * columns)));
}
