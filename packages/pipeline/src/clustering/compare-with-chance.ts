import type { Problem } from '@clientele/contracts';
import { createRandom } from '@clientele/kernels';
import type { Prepared } from '../preparation/prepare.ts';
import { kernelCalls, type RunEffects } from './kernel-calls.ts';

const mostRows = 1000;
/** Below this, chance alone parts a few customers well. */
const fewestRows = 50;
const deals = 2;
const mostStarts = 3;
/** By how much the silhouette must beat chance. Uniform noise stays under 0.013; Mall, Online Retail and iris gain 0.07 and more. */
const leastGain = 0.03;

/**
 * The silhouette at k of customers made of the same values without any connection: at most 1,000, evenly chosen, with each
 * feature's values dealt out anew at random, so that the distributions are the same and the features know nothing of each other. Mean over
 * the deals. Segments that are no clearer than those show no natural groups, only slices of one cloud. Null where there is
 * one feature only, which no dealing changes, and under 50 customers.
 */
export async function silhouetteByChance(
  prepared: Prepared,
  k: number,
  options: { starts: number; seed: number },
  effects: RunEffects,
): Promise<number | null> {
  const { columns } = prepared;
  const groups = columnGroups(prepared);
  if (groups.length < 2 || prepared.rows < fewestRows) return null;
  const { matrix, rows } = sample(prepared);
  effects.onProgress?.({ step: 'Comparing with chance', done: null, rows });
  const measure = (deal: number): Promise<number | null> => {
    const points = dealAnew(matrix, rows, columns, groups, options.seed, deal);
    return quickSilhouette({ matrix: points, rows, columns }, k, options, effects);
  };
  const dealt = await Promise.all(Array.from({ length: deals }, (_, deal) => measure(deal)));
  return dealt.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each / deals), 0);
}

/** The silhouette of k-means at k in few starts; null where there are no k groups. */
async function quickSilhouette(
  { matrix, rows, columns }: Pick<Prepared, 'matrix' | 'rows' | 'columns'>,
  k: number,
  { starts, seed }: { starts: number; seed: number },
  effects: RunEffects,
): Promise<number | null> {
  const calls = kernelCalls({ ...effects, onProgress: undefined }, '');
  const shape = { rows, columns };
  const few = { starts: Math.min(starts, mostStarts), seed, search: false };
  const { labels, clusters } = await calls.kmeans(matrix, { ...shape, clusters: Math.min(k, rows), ...few });
  if (clusters < 2 || clusters >= rows) return null;
  return (await calls.silhouette(matrix, { ...shape, labels, seed })).mean;
}

/**
 * The warning that customers in k groups are no clearer than chance; none where they are, or where that cannot be told. `silhouette` is that of
 * k-means at k; null, for other methods, has it found here: like is compared with like, and the verdict is on the customers.
 */
export async function chanceWarnings(
  prepared: Prepared,
  { k, silhouette: known }: { k: number; silhouette: number | null },
  options: { starts: number; seed: number },
  effects: RunEffects,
): Promise<Problem[]> {
  const dealt = await silhouetteByChance(prepared, k, options, effects);
  if (dealt === null) return [];
  const silhouette =
    known ?? (await quickSilhouette({ ...sample(prepared), columns: prepared.columns }, k, options, effects));
  if (silhouette === null || silhouette - dealt >= leastGain) return [];
  const message = `These customers show no natural groups: with each feature's values dealt out at random the silhouette of k-means at k = ${k} is ${dealt.toFixed(3)}, and theirs is ${silhouette.toFixed(3)}; the segments are slices of one cloud.`;
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
