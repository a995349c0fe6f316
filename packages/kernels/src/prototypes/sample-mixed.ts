import { allocateFloat64, allocateInt32 } from '../kmeans/problem.ts';
import { createRandom } from '../random/create-random.ts';
import type { MixedProblem } from './mixed-problem.ts';

/** A random sample of that many rows, in their order; the problem itself where it has no more. Cost n. */
export function sampleMixed(problem: MixedProblem, size: number, seed: number, shared: boolean): MixedProblem {
  const { numbers, codes, rows, columns, categoricalColumns } = problem;
  if (rows <= size) return problem;
  const random = createRandom(seed, -3);
  const sample = {
    ...problem,
    rows: size,
    numbers: allocateFloat64(size * columns, shared),
    codes: allocateInt32(size * categoricalColumns, shared),
  };
  for (let i = 0, taken = 0; taken < size; i++) {
    if (random.next() * (rows - i) >= size - taken) continue;
    sample.numbers.set(numbers.subarray(i * columns, (i + 1) * columns), taken * columns);
    sample.codes.set(codes.subarray(i * categoricalColumns, (i + 1) * categoricalColumns), taken * categoricalColumns);
    taken++;
  }
  return sample;
}
