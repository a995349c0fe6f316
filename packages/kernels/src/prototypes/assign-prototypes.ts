import { type Hooks, stopIfAsked } from '../hooks.ts';
import { dissimilarity, type MixedProblem, type Prototypes } from './mixed-problem.ts';

/** The nearest prototype of each row. */
export interface PrototypeAssignment {
  labels: Int32Array;
  /** Mixed dissimilarity to it. */
  distances: Float64Array;
  /** Sum of the distances. */
  cost: number;
}

const ROWS_BETWEEN_LOOKS = 4_096;

/** Gives each row its nearest prototype, the lowest number among equals. Cost n x k x d. */
export function assignPrototypes(
  problem: MixedProblem,
  prototypes: Prototypes,
  clusters: number,
  hooks: Hooks = {},
): PrototypeAssignment {
  const labels = new Int32Array(problem.rows);
  const distances = new Float64Array(problem.rows);
  let cost = 0;
  for (let i = 0; i < problem.rows; i++) {
    if (i % ROWS_BETWEEN_LOOKS === 0) {
      stopIfAsked(hooks);
      hooks.onProgress?.(i / problem.rows);
    }
    let best = 0;
    let least = Infinity;
    for (let c = 0; c < clusters; c++) {
      const distance = dissimilarity(problem, i, prototypes, c);
      if (distance < least) {
        least = distance;
        best = c;
      }
    }
    labels[i] = best;
    distances[i] = least;
    cost += least;
  }
  return { labels, distances, cost };
}
