/** Two labelings of the same rows; -1 is in no cluster. */
export interface LabelPair {
  original: Int32Array;
  clusters: number;
  found: Int32Array;
}

/**
 * For each cluster of `original` the largest Jaccard coefficient (rows in both over rows in either) with any cluster of `found`; NaN for a
 * cluster that has no row here. Cost n + clusters².
 */
export function bestJaccards({ original, clusters, found }: LabelPair): Float64Array {
  let others = 0;
  for (let i = 0; i < found.length; i++) if (found[i] >= others) others = found[i] + 1;
  const sizes = new Float64Array(clusters);
  const otherSizes = new Float64Array(others);
  const shared = new Float64Array(clusters * others);
  for (let i = 0; i < original.length; i++) {
    if (original[i] >= 0) sizes[original[i]]++;
    if (found[i] >= 0) otherSizes[found[i]]++;
    if (original[i] >= 0 && found[i] >= 0) shared[original[i] * others + found[i]]++;
  }
  return sizes.map((size, c) => {
    if (size === 0) return Number.NaN;
    let best = 0;
    for (let o = 0; o < others; o++) {
      const both = shared[c * others + o];
      best = Math.max(best, both / (size + otherSizes[o] - both));
    }
    return best;
  });
}
