import { allocateFloat64, type Problem } from './problem.ts';

/** Up to so many rows there is no summary: every start sees every point. */
const ROWS_SEEN_WHOLE = 2_000;
const LEAVES = { least: 512, most: 4_096, enough: 1_500, rowsEach: 6 };

/** A run of `order` whose points one summary point will stand for. */
interface Leaf {
  from: number;
  to: number;
  mass: number;
  mean: Float64Array;
  /** Weighted sum of squared distances to the mean. */
  spread: number;
  widest: number;
}

/** {@link summarise} of a problem that is in parts. */
export function summariseTask({ problem, shared }: { problem: Problem; shared: boolean }): Problem | null {
  return summarise(problem, shared);
}

/**
 * Stands a few hundred to a few thousand weighted points for many: the leaf with the largest sum of squares is split at the mean of its
 * widest column, again and again, and each leaf gives its mean and weight. Far points get leaves of their own, so none is missed.
 * Source: the bisecting tree of PDDP (Boley 1998) used as a summary in the manner of BIRCH (Zhang et al. 1996).
 * Cost n x d x log m + m². Gives null where the rows are few enough to be seen whole.
 */
export function summarise(problem: Problem, shared: boolean): Problem | null {
  const { points, rows, columns, weights } = problem;
  if (rows <= ROWS_SEEN_WHOLE) return null;
  const order = new Int32Array(rows);
  let used = 0;
  for (let i = 0; i < rows; i++) if (weights === null || weights[i] > 0) order[used++] = i;

  const leaves = [describe(problem, order, 0, used)];
  const wanted = leavesFor(rows);
  while (leaves.length < wanted) {
    let worst = 0;
    for (let l = 1; l < leaves.length; l++) if (leaves[l].spread > leaves[worst].spread) worst = l;
    const leaf = leaves[worst];
    const middle = leaf.spread > 0 ? partition(points, columns, order, leaf) : leaf.from;
    if (middle === leaf.from || middle === leaf.to) break;
    leaves[worst] = describe(problem, order, leaf.from, middle);
    leaves.push(describe(problem, order, middle, leaf.to));
  }

  const summary = allocateFloat64(leaves.length * columns, shared);
  const summaryWeights = allocateFloat64(leaves.length, shared);
  leaves.forEach((leaf, l) => {
    summary.set(leaf.mean, l * columns);
    summaryWeights[l] = leaf.mass;
  });
  return { points: summary, rows: leaves.length, columns, weights: summaryWeights };
}

function leavesFor(rows: number): number {
  const few = Math.max(LEAVES.least, Math.ceil(rows / LEAVES.rowsEach));
  return few <= LEAVES.enough
    ? few
    : Math.min(Math.max(LEAVES.enough, Math.ceil(rows / LEAVES.rowsEach / 2)), LEAVES.most);
}

function describe(problem: Problem, order: Int32Array, from: number, to: number): Leaf {
  const mean = new Float64Array(problem.columns);
  const squares = new Float64Array(problem.columns);
  const mass = addUp(problem, order, from, to, mean);
  for (let j = 0; j < mean.length; j++) mean[j] /= mass;
  addSquares(problem, order, from, to, mean, squares);
  let spread = 0;
  let widest = 0;
  for (let j = 0; j < squares.length; j++) {
    spread += squares[j];
    if (squares[j] > squares[widest]) widest = j;
  }
  return { from, to, mass, mean, spread, widest };
}

/** Adds the weighted rows to `sums` and answers their weight. */
function addUp(problem: Problem, order: Int32Array, from: number, to: number, sums: Float64Array): number {
  const { points, columns, weights } = problem;
  let mass = 0;
  for (let o = from; o < to; o++) {
    const w = weights === null ? 1 : weights[order[o]];
    mass += w;
    for (let j = 0, p = order[o] * columns; j < columns; j++, p++) sums[j] += w * points[p];
  }
  return mass;
}

/** Adds the weighted squares of the rows around `mean` to `squares`. */
function addSquares(
  { points, columns, weights }: Problem,
  order: Int32Array,
  from: number,
  to: number,
  mean: Float64Array,
  squares: Float64Array,
): void {
  for (let o = from; o < to; o++) {
    const w = weights === null ? 1 : weights[order[o]];
    for (let j = 0, p = order[o] * columns; j < columns; j++, p++) squares[j] += w * (points[p] - mean[j]) ** 2;
  }
}

/** Brings the points at or below the mean of the widest column to the front; gives where the others begin. */
function partition(points: Float64Array, columns: number, order: Int32Array, leaf: Leaf): number {
  const cut = leaf.mean[leaf.widest];
  let low = leaf.from;
  let high = leaf.to;
  while (low < high) {
    const row = order[low];
    if (points[row * columns + leaf.widest] <= cut) low++;
    else {
      high--;
      order[low] = order[high];
      order[high] = row;
    }
  }
  return low;
}
