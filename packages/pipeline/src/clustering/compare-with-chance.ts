import type { Problem } from '@clientele/contracts';
import { createRandom } from '@clientele/kernels';
import type { Prepared } from '../preparation/prepare.ts';
import { kernelCalls, type RunEffects } from './kernel-calls.ts';

const mostRows = 2000;
/** Below this, chance alone parts a few customers well. */
const fewestRows = 50;
const deals = 3;
const mostStarts = 3;
/** By how much the silhouette must beat chance. Uniform noise stays under 0.013; Mall, Online Retail and iris gain 0.07 and more. */
const leastGain = 0.03;

/** The silhouette of these customers at k, and of others made of the same values without any connection. */
export interface ChanceComparison {
  silhouette: number;
  /** Mean over three deals. */
  dealt: number;
}

/**
 * Fits k-means to at most 2,000 customers, evenly chosen, and to three copies of them in which each feature's values are dealt out
 * anew at random: the same distributions, no connection between features. Segments that are no clearer than those of the
 * copies show no natural groups, only slices of one cloud. Null where there is one feature only, which no dealing changes, and
 * under 50 customers.
 */
export async function compareWithChance(
  prepared: Prepared,
  k: number,
  { starts, seed }: { starts: number; seed: number },
  effects: RunEffects,
): Promise<ChanceComparison | null> {
  const { columns } = prepared;
  const groups = columnGroups(prepared);
  if (groups.length < 2 || prepared.rows < fewestRows) return null;
  const { matrix, rows } = sample(prepared);
  effects.onProgress?.({ step: 'Comparing with chance', done: null, rows });
  const calls = kernelCalls({ ...effects, onProgress: undefined }, '');
  const measure = async (points: Float64Array): Promise<number | null> => {
    const { labels, clusters } = await calls.kmeans(points, {
      rows,
      columns,
      clusters: k,
      starts: Math.min(starts, mostStarts),
      seed,
    });
    return clusters < 2 || clusters >= rows
      ? null
      : (await calls.silhouette(points, { rows, columns, labels, seed })).mean;
  };
  const silhouette = await measure(matrix);
  if (silhouette === null) return null;
  let dealt = 0;
  for (let deal = 0; deal < deals; deal++) {
    const score = await measure(dealAnew(matrix, rows, columns, groups, seed, deal));
    if (score === null) return null;
    dealt += score / deals;
  }
  return { silhouette, dealt };
}

/** The warning that a segmentation is no clearer than chance; none where it is, or where that cannot be told. */
export async function chanceWarnings(
  prepared: Prepared,
  k: number,
  options: { starts: number; seed: number },
  effects: RunEffects,
): Promise<Problem[]> {
  const compared = await compareWithChance(prepared, k, options, effects);
  if (compared === null || compared.silhouette - compared.dealt >= leastGain) return [];
  const message = `These customers show no natural groups: with each feature's values dealt out at random the silhouette at k = ${k} is ${compared.dealt.toFixed(3)}, and theirs is ${compared.silhouette.toFixed(3)}; the segments are slices of one cloud.`;
  return [{ severity: 'warning', code: 'no-natural-groups', message }];
}

/** Columns of one category belong together and are dealt as one. */
function columnGroups({ preparation }: Prepared): number[][] {
  const groups = new Map<string, number[]>();
  for (const [index, { id }] of preparation.columns.entries()) groups.set(id, [...(groups.get(id) ?? []), index]);
  return [...groups.values()];
}

function sample({ matrix, rows, columns }: Prepared): { matrix: Float64Array; rows: number } {
  if (rows <= mostRows) return { matrix, rows };
  const chosen = new Float64Array(mostRows * columns);
  for (let row = 0; row < mostRows; row++) {
    const from = Math.floor((row * rows) / mostRows) * columns;
    chosen.set(matrix.subarray(from, from + columns), row * columns);
  }
  return { matrix: chosen, rows: mostRows };
}

/** A copy in which every group of columns is shuffled over the rows by itself (Fisher and Yates). */
function dealAnew(
  matrix: Float64Array,
  rows: number,
  columns: number,
  groups: number[][],
  seed: number,
  deal: number,
): Float64Array {
  const dealt = matrix.slice();
  for (const [index, group] of groups.entries()) {
    const random = createRandom(seed, deal, index);
    for (let row = rows - 1; row > 0; row--) {
      const other = random.integer(row + 1);
      for (const column of group) {
        const value = dealt[row * columns + column] ?? 0;
        dealt[row * columns + column] = dealt[other * columns + column] ?? 0;
        dealt[other * columns + column] = value;
      }
    }
  }
  return dealt;
}
