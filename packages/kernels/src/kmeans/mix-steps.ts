/** Steps remembered. */
const DEPTH = 5;

/** Extrapolates a fixed-point iteration from its last steps. */
export interface Mixer {
  /** Where to go on, given where the iteration was and where it led from there. */
  next(at: Float64Array, led: Float64Array): Float64Array;
  /** Drops what is remembered. */
  forget(): void;
}

/**
 * Anderson's acceleration: the combination of the last steps that would have cancelled best is taken for the next. Steps along a flat
 * valley, which shrink slowly one by one, are so summed at once. Source: Anderson 1965; for k-means Zhang, Yao, Peng et al. 2018.
 */
export function createMixer(): Mixer {
  let history: { step: Float64Array; led: Float64Array }[] = [];
  return {
    next(at, led) {
      history = [...history.slice(-DEPTH), { step: led.map((value, p) => value - at[p]), led }];
      const { step } = history[history.length - 1];
      const pairs = history.slice(1).map((item, i) => ({
        steps: item.step.map((value, p) => value - history[i].step[p]),
        leds: item.led.map((value, p) => value - history[i].led[p]),
      }));
      const matrix = pairs.map((a, i) => pairs.map((b, j) => dot(a.steps, b.steps) * (i === j ? 1 + 1e-10 : 1)));
      const parts = solve(
        matrix,
        pairs.map((pair) => dot(pair.steps, step)),
      );
      if (parts === null) return led;
      return led.map((value, p) => value - parts.reduce((sum, part, i) => sum + part * pairs[i].leds[p], 0));
    },
    forget() {
      history = [];
    },
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, p) => sum + value * b[p], 0);
}

/** Gauss with pivoting; null where there is no one answer. */
function solve(matrix: number[][], right: number[]): number[] | null {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r][c]) > Math.abs(rows[pivot][c])) pivot = r;
    if (!(Math.abs(rows[pivot][c]) > 0)) return null;
    [rows[c], rows[pivot]] = [rows[pivot], rows[c]];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = rows[r][c] / rows[c][c];
      for (let j = c; j <= n; j++) rows[r][j] -= factor * rows[c][j];
    }
  }
  const answer = rows.map((row, c) => row[n] / row[c]);
  return answer.every(Number.isFinite) ? answer : null;
}
