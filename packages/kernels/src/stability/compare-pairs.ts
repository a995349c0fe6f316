import { beyondChance, chanceJaccard } from './beyond-chance.ts';
import type { MatchedFit, ResampleFit } from './match-clusters-of-fit.ts';

interface PairsInput {
  rows: number;
  clusters: number;
  fits: ResampleFit[];
  matched: MatchedFit[];
}

const NOT_DRAWN = -2;

/**
 * For each cluster the Jaccard coefficient of its matches in two fits over the rows drawn in both, mean over all pairs of fits, corrected for
 * chance; see `stabilityOfFits`. NaN for a cluster that no pair could tell anything of. Cost: fits² x rows drawn.
 */
export function comparePairs({ rows, clusters, fits, matched }: PairsInput): Float64Array {
  const jaccards = new Float64Array(clusters);
  const byChance = new Float64Array(clusters);
  const pairs = new Int32Array(clusters);
  const labelIn = new Int32Array(rows);
  for (let b = 1; b < fits.length; b++) {
    labelIn.fill(NOT_DRAWN);
    for (let i = 0; i < fits[b].rowOf.length; i++) labelIn[fits[b].rowOf[i]] = fits[b].labels[i];
    for (let a = 0; a < b; a++) {
      const drawn = overlap(fits[a], matched[a].others, labelIn, matched[b].others);
      for (let c = 0; c < clusters; c++) {
        if (Number.isNaN(matched[a].best[c]) || Number.isNaN(matched[b].best[c])) continue;
        const own = matched[a].match[c];
        const other = matched[b].match[c];
        const inOwn = own < 0 ? 0 : drawn.sizes[own];
        const inOther = other < 0 ? 0 : drawn.otherSizes[other];
        const both = own < 0 || other < 0 ? 0 : drawn.shared[own * matched[b].others + other];
        const either = inOwn + inOther - both;
        if (either === 0) continue;
        jaccards[c] += both / either;
        byChance[c] += chanceJaccard(inOwn, inOther, drawn.rows);
        pairs[c]++;
      }
    }
  }
  return jaccards.map((sum, c) => (pairs[c] === 0 ? Number.NaN : beyondChance(sum / pairs[c], byChance[c] / pairs[c])));
}

/** The rows drawn in both of two fits: how many, and how many in each cluster of the one, of the other, and of both. */
function overlap(
  { rowOf, labels }: ResampleFit,
  clusters: number,
  labelIn: Int32Array,
  others: number,
): { rows: number; sizes: Float64Array; otherSizes: Float64Array; shared: Float64Array } {
  const sizes = new Float64Array(clusters);
  const otherSizes = new Float64Array(others);
  const shared = new Float64Array(clusters * others);
  let rows = 0;
  for (let i = 0; i < rowOf.length; i++) {
    const other = labelIn[rowOf[i]];
    if (other === NOT_DRAWN) continue;
    rows++;
    const own = labels[i];
    if (own >= 0) sizes[own]++;
    if (other >= 0) otherSizes[other]++;
    if (own >= 0 && other >= 0) shared[own * others + other]++;
  }
  return { rows, sizes, otherSizes, shared };
}
