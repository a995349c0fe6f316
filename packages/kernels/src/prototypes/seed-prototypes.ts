import { type Hooks, stopIfAsked } from '../hooks.ts';
import { drawRow } from '../kmeans/seed-centers.ts';
import type { Random } from '../random/create-random.ts';
import { dissimilarity, type MixedProblem, type Prototypes } from './mixed-problem.ts';

/** First prototypes: rows. */
export interface Seeds extends Prototypes {
  /** How many. */
  found: number;
}

/**
 * Greedy k-means++ with the mixed dissimilarity, which is a squared distance in the space of numbers and indicators.
 * Source: Arthur and Vassilvitskii 2007. Cost n x k x d x (2 + ln k). Gives fewer prototypes where fewer rows differ.
 */
export function seedPrototypes(problem: MixedProblem, clusters: number, random: Random, hooks: Hooks): Seeds {
  const { rows, columns, categoricalColumns, numbers, codes } = problem;
  const all: Prototypes = { centers: numbers, modes: codes };
  const tries = 2 + Math.floor(Math.log(clusters));
  const closest = new Float64Array(rows).fill(Infinity);
  const cumulative = new Float64Array(rows);
  const chosen = [random.integer(rows)];
  for (;;) {
    stopIfAsked(hooks);
    hooks.onProgress?.(chosen.length / clusters);
    let total = 0;
    for (let i = 0; i < rows; i++) {
      closest[i] = Math.min(closest[i], dissimilarity(problem, i, all, chosen[chosen.length - 1]));
      cumulative[i] = total += closest[i];
    }
    if (chosen.length === clusters || !(total > 0)) break;
    let least = Infinity;
    let best = 0;
    for (let t = 0; t < tries; t++) {
      const row = drawRow(cumulative, total, random);
      let potential = 0;
      for (let i = 0; i < rows && potential < least; i++) {
        potential += Math.min(closest[i], dissimilarity(problem, i, all, row));
      }
      if (potential < least) {
        least = potential;
        best = row;
      }
    }
    chosen.push(best);
  }
  const centers = new Float64Array(chosen.length * columns);
  const modes = new Int32Array(chosen.length * categoricalColumns);
  chosen.forEach((row, c) => {
    centers.set(numbers.subarray(row * columns, (row + 1) * columns), c * columns);
    modes.set(codes.subarray(row * categoricalColumns, (row + 1) * categoricalColumns), c * categoricalColumns);
  });
  return { centers, modes, found: chosen.length };
}
