import type { Dendrogram } from './dendrogram.ts';
import type { Pace } from './pace.ts';

/** Linkages that can bring a merged cluster nearer to a third than its parts were. */
export type CentreLinkage = 'centroid' | 'median';

/**
 * Merges the two nearest clusters of all, again and again: for linkages whose merges may lie below what they are made of. Each cluster
 * remembers its nearest among the later ones and looks again only where that may be wrong. Source: Anderberg 1973, Müllner 2011.
 * Takes over `squares`, squared distances of all pairs. About n² time, n³ at worst; the lowest pair among equals.
 */
export function mergeNearestPairs(
  squares: Float64Array,
  { rows, linkage, pace }: { rows: number; linkage: CentreLinkage; pace: Pace },
): Dendrogram {
  const at = (i: number, j: number): number =>
    i < j ? i * rows - (i * (i + 1)) / 2 + j - i - 1 : j * rows - (j * (j + 1)) / 2 + i - j - 1;
  const left = Array.from({ length: rows }, (_, i) => i);
  const nodeOf = Int32Array.from(left);
  const sizes = new Float64Array(rows).fill(1);
  const nearest = new Int32Array(rows).fill(-1);
  const nearestSquare = new Float64Array(rows).fill(Infinity);
  const lookFrom = (i: number): void => {
    nearestSquare[i] = Infinity;
    nearest[i] = -1;
    for (const j of left) {
      if (j <= i || squares[at(i, j)] >= nearestSquare[i]) continue;
      nearestSquare[i] = squares[at(i, j)];
      nearest[i] = j;
    }
  };
  for (const i of left) lookFrom(i);

  const merges = new Int32Array(2 * (rows - 1));
  const heights = new Float64Array(rows - 1);
  const mergedSizes = new Int32Array(rows - 1);
  for (let m = 0; m < rows - 1; m++) {
    let low = left[0];
    for (const i of left) if (nearestSquare[i] < nearestSquare[low]) low = i;
    const high = nearest[low];
    const joint = nearestSquare[low];
    merges[2 * m] = Math.min(nodeOf[low], nodeOf[high]);
    merges[2 * m + 1] = Math.max(nodeOf[low], nodeOf[high]);
    heights[m] = Math.sqrt(joint);
    const a = linkage === 'median' ? 0.5 : sizes[low] / (sizes[low] + sizes[high]);
    sizes[high] += sizes[low];
    mergedSizes[m] = sizes[high];
    nodeOf[high] = rows + m;
    left.splice(left.indexOf(low), 1);
    for (const i of left) {
      if (i === high) continue;
      const p = at(i, high);
      // Rounding may take it below 0.
      squares[p] = Math.max(0, a * squares[at(i, low)] + (1 - a) * squares[p] - a * (1 - a) * joint);
    }
    for (const i of left) {
      if (i === high || nearest[i] === low || nearest[i] === high) lookFrom(i);
      else if (i < high && squares[at(i, high)] < nearestSquare[i]) {
        nearestSquare[i] = squares[at(i, high)];
        nearest[i] = high;
      }
    }
    pace.step(10 * left.length, m / rows);
  }
  return { rows, merges, heights, sizes: mergedSizes };
}
