import { chanceJaccard } from './beyond-chance.ts';

/** Labels of some rows, as a fit to a resample gives them; -1 is in no cluster. */
export interface ResampleFit {
  /** The rows drawn, each once. */
  rowOf: Int32Array;
  /** The cluster of each of them. */
  labels: Int32Array;
}

/** The clusters of a fit that stand for those of the original. */
export interface MatchedFit {
  /** For each original cluster the largest Jaccard with a cluster of the fit over the rows drawn; NaN where none of its rows was drawn. */
  best: Float64Array;
  /** What it would be if the two were independent of each other. */
  chance: Float64Array;
  /** Which cluster that was, the first of equal ones; -1 where none shares a row. */
  match: Int32Array;
  /** Clusters of the fit. */
  others: number;
}

/** For each cluster of `original` its best match in a fit, by the Jaccard coefficient over the rows drawn. Cost n + clusters². */
export function matchClustersOfFit(original: Int32Array, clusters: number, { rowOf, labels }: ResampleFit): MatchedFit {
  let others = 0;
  for (let i = 0; i < labels.length; i++) if (labels[i] >= others) others = labels[i] + 1;
  const sizes = new Float64Array(clusters);
  const otherSizes = new Float64Array(others);
  const shared = new Float64Array(clusters * others);
  for (let i = 0; i < rowOf.length; i++) {
    const own = original[rowOf[i]];
    if (own >= 0) sizes[own]++;
    if (labels[i] >= 0) otherSizes[labels[i]]++;
    if (own >= 0 && labels[i] >= 0) shared[own * others + labels[i]]++;
  }
  const match = new Int32Array(clusters).fill(-1);
  const chance = new Float64Array(clusters);
  const best = sizes.map((size, c) => {
    if (size === 0) return Number.NaN;
    let most = 0;
    for (let o = 0; o < others; o++) {
      const both = shared[c * others + o];
      const jaccard = both / (size + otherSizes[o] - both);
      if (jaccard <= most) continue;
      most = jaccard;
      match[c] = o;
    }
    if (match[c] >= 0) chance[c] = chanceJaccard(size, otherSizes[match[c]], rowOf.length);
    return most;
  });
  return { best, chance, match, others };
}
