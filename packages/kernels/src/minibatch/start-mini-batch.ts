import { type Hooks, stopIfAsked } from '../hooks.ts';
import { nearestTwoFor } from '../kmeans/nearest-two.ts';
import type { Problem } from '../kmeans/problem.ts';
import { createRandom, type Random } from '../random/create-random.ts';
import { firstState, stepInPlace } from './mini-batch-state.ts';

/** One start to run: its numbers come from (seed, clusters, start) alone. */
export interface MiniBatchStartInput {
  problem: Problem;
  clusters: number;
  batchRows: number;
  passes: number;
  seed: number;
  start: number;
  maxIterations: number;
}

/** Where one start ended. */
export interface MiniBatchStart {
  centers: Float64Array;
  /** Mean squared distance in a sample that is the same for all starts. */
  spread: number;
  iterations: number;
  /** True where the batches stopped getting better before the last. */
  converged: boolean;
}

/** Batches without a better smoothed inertia before a start ends: half a pass, within limits. */
const PATIENCE = { least: 10, most: 50 };
/** What a batch must gain, relative, to count as better. */
const LEAST_GAIN = 1e-4;
const ROWS_JUDGED = 16_384;

/** Shows the rows in random order, batch after batch, until the batches stop getting better. */
export function startMiniBatch(input: MiniBatchStartInput, hooks: Hooks = {}): MiniBatchStart {
  const { problem, clusters, passes, seed, start, maxIterations } = input;
  const { rows, columns } = problem;
  const batchRows = Math.min(input.batchRows, rows);
  const random = createRandom(seed, clusters, start);
  const batch = new Float64Array(batchRows * columns);
  const perPass = Math.floor(rows / batchRows);
  const limit = Math.min(maxIterations, perPass * passes);
  const patience = Math.min(PATIENCE.most, Math.max(PATIENCE.least, Math.ceil(perPass / 2)));
  const fill = batchFiller(problem, batch, batchRows, perPass, random);

  fill(0);
  const firstRows = Math.min(batchRows, Math.max(1_024, 40 * clusters));
  const state = firstState(batch.slice(0, firstRows * columns), columns, clusters, random);
  const alpha = Math.min(1, (2 * batchRows) / (rows + 1));
  let smooth = Infinity;
  let least = Infinity;
  let worse = 0;
  let iterations = 0;
  while (iterations < limit && worse < patience) {
    stopIfAsked(hooks);
    if (iterations > 0) fill(iterations);
    const inertia = stepInPlace(state, batch, batchRows, random);
    // The centres were placed on the first batch, so it looks better than it is.
    if (iterations++ === 0) continue;
    smooth = smooth === Infinity ? inertia : smooth * (1 - alpha) + inertia * alpha;
    worse = smooth < least * (1 - LEAST_GAIN) ? 0 : worse + 1;
    least = Math.min(least, smooth);
    hooks.onProgress?.(iterations / limit);
  }
  const { centers } = state;
  return { centers, spread: judge(problem, centers), iterations, converged: worse >= patience };
}

/** Many rows are drawn in runs of a few that lie together: a batch still has hundreds of them, and memory is read in order. */
const RUN = { fromRows: 65_536, leastBatch: 1_024, rows: 8 };

/** Fills `batch` with the rows of a step: each pass over them is in a new random order, but for a rest too small for a batch. */
function batchFiller(
  { points, rows, columns }: Problem,
  batch: Float64Array,
  batchRows: number,
  perPass: number,
  random: Random,
): (step: number) => void {
  const run = rows >= RUN.fromRows && batchRows >= RUN.leastBatch ? RUN.rows : 1;
  const runs = Math.floor(rows / run);
  const order = Int32Array.from({ length: runs }, (_, r) => r);
  const perBatch = Math.floor(batchRows / run);
  return (step) => {
    const at = (step % perPass) * perBatch;
    // The rows after the last whole run, and a batch's rest, come from anywhere.
    for (let r = 0, to = 0; to < batchRows; r++) {
      let from = 0;
      let count = 1;
      if (r < perBatch && at + r < runs) {
        const other = at + r + random.integer(runs - at - r);
        const drawn = order[other];
        order[other] = order[at + r];
        order[at + r] = drawn;
        from = drawn * run;
        count = run;
      } else from = random.integer(rows);
      const begin = from * columns;
      const end = begin + count * columns;
      for (let p = begin, q = to * columns; p < end; p++, q++) batch[q] = points[p];
      to += count;
    }
  };
}

function judge({ points, rows, columns }: Problem, centers: Float64Array): number {
  const nearest = nearestTwoFor(columns);
  const two = new Float64Array(2);
  const step = Math.max(1, rows / ROWS_JUDGED);
  let sum = 0;
  let count = 0;
  for (let at = 0; at < rows; at += step, count++) {
    nearest(points, Math.floor(at) * columns, centers, centers.length / columns, columns, two);
    sum += two[0];
  }
  return sum / count;
}
