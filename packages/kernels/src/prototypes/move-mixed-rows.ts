import { type Hooks, stopIfAsked } from '../hooks.ts';
import { describeClusters, modeOf } from './describe-clusters.ts';
import { dissimilarity, type MixedProblem, type Prototypes } from './mixed-problem.ts';

/** A move has to gain more than this part of what it changes: less is rounding. */
const LEAST_GAIN = 1e-9;
const ROWS_BETWEEN_LOOKS = 1_024;

/**
 * Moves single rows, in place, to the cluster where the cost falls most once both prototypes have followed, until none gains.
 * Source: Hartigan and Wong 1979 for the numbers; for the categories a count that is the commonest grows or shrinks by one.
 * Answers whether it moved any. Cost n x k x d a pass.
 */
export function moveMixedRowsInPlace(
  problem: MixedProblem,
  labels: Int32Array,
  clusters: number,
  passes: number,
  hooks: Hooks,
): boolean {
  const { rows } = problem;
  const state = describeClusters(problem, labels, clusters);
  let moved = false;
  for (let pass = 0, quiet = 0; pass < passes && quiet < rows; pass++) {
    for (let i = 0; i < rows && quiet < rows; i++, quiet++) {
      if (i % ROWS_BETWEEN_LOOKS === 0) {
        stopIfAsked(hooks);
        hooks.onProgress?.(1 - 0.8 ** (pass + i / rows));
      }
      const own = labels[i];
      if (state.mass[own] === 1) continue;
      const saved = squares(problem, i, state, own) * (state.mass[own] / (state.mass[own] - 1));
      const left = saved + problem.gamma * savedMismatches(problem, i, state.counts, own);
      let best = own;
      let least = left * (1 - LEAST_GAIN);
      for (let c = 0; c < clusters; c++) {
        if (c === own) continue;
        const added = squares(problem, i, state, c) * (state.mass[c] / (state.mass[c] + 1));
        if (added >= least) continue;
        const cost = added + problem.gamma * addedMismatches(problem, i, state, c);
        if (cost < least) {
          least = cost;
          best = c;
        }
      }
      if (best === own) continue;
      shift(problem, i, state, own, -1);
      shift(problem, i, state, best, 1);
      labels[i] = best;
      moved = true;
      quiet = 0;
    }
  }
  return moved;
}

type State = ReturnType<typeof describeClusters>;

function squares(problem: MixedProblem, row: number, prototypes: Prototypes, c: number): number {
  const { numbers, columns } = problem;
  let sum = 0;
  for (let j = 0, p = row * columns, m = c * columns; j < columns; j++, p++, m++) {
    const difference = numbers[p] - prototypes.centers[m];
    sum += difference * difference;
  }
  return sum;
}

/** Mismatches fewer in the own cluster without this row: one a column, but none where its level alone is the commonest. */
function savedMismatches(
  { codes, categoricalColumns, offsets }: MixedProblem,
  row: number,
  counts: Int32Array,
  c: number,
) {
  const base = c * offsets[categoricalColumns];
  let saved = 0;
  for (let j = 0; j < categoricalColumns; j++) {
    const code = codes[row * categoricalColumns + j];
    if (code < 0) continue;
    const own = counts[base + offsets[j] + code];
    for (let p = base + offsets[j]; p < base + offsets[j + 1]; p++) {
      if (p !== base + offsets[j] + code && counts[p] >= own) {
        saved++;
        break;
      }
    }
  }
  return saved;
}

/** Mismatches more in another cluster with this row: one a column, but none where its level becomes or stays the commonest. */
function addedMismatches(problem: MixedProblem, row: number, { counts, modes }: State, c: number): number {
  const { codes, categoricalColumns, offsets } = problem;
  const base = c * offsets[categoricalColumns];
  let added = 0;
  for (let j = 0; j < categoricalColumns; j++) {
    const code = codes[row * categoricalColumns + j];
    const mode = modes[c * categoricalColumns + j];
    if (code < 0 || mode < 0) continue;
    if (counts[base + offsets[j] + code] < counts[base + offsets[j] + mode]) added++;
  }
  return added;
}

function shift(problem: MixedProblem, row: number, state: State, c: number, by: 1 | -1): void {
  const { numbers, codes, columns, categoricalColumns, offsets } = problem;
  state.mass[c] += by;
  for (let j = 0, m = c * columns; j < columns; j++, m++) {
    state.centers[m] += (by * (numbers[row * columns + j] - state.centers[m])) / state.mass[c];
  }
  for (let j = 0; j < categoricalColumns; j++) {
    const code = codes[row * categoricalColumns + j];
    if (code < 0) continue;
    state.counts[c * offsets[categoricalColumns] + offsets[j] + code] += by;
    state.modes[c * categoricalColumns + j] = modeOf(problem, state.counts, c, j);
  }
}

/** Cost of a partition around its own means and modes. */
export function partitionCost(problem: MixedProblem, labels: Int32Array, prototypes: Prototypes): number {
  let cost = 0;
  for (let i = 0; i < problem.rows; i++) cost += dissimilarity(problem, i, prototypes, labels[i]);
  return cost;
}
