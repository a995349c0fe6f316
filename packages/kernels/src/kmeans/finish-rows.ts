import { each, type Plan } from '../plan/plan.ts';
import { type FinishResult, orderCenters } from './finish-starts.ts';
import { allocateInt32, type Problem } from './problem.ts';
import type { Scan } from './scan-rows.ts';
import { addScans, type PartResult, type RowsInfo, scansFor, settleSteps } from './settle-rows.ts';

/** Very many rows, and the centres to begin with. */
export interface FinishRowsInput {
  problem: Problem;
  info: RowsInfo;
  centers: Float64Array;
  /** Iterations made before. */
  iterations: number;
  maxIterations: number;
  shared: boolean;
}

/** Takes centres to the fixed point on very many rows, in chunks that run side by side; see {@link settleSteps}. */
export function* finishRows(input: FinishRowsInput, share: number): Plan<FinishResult> {
  const { problem, info, centers, iterations, maxIterations, shared } = input;
  let left = share * 0.9;
  const next = (): number => {
    const part = left * 0.2;
    left -= part;
    return part;
  };
  let ended: PartResult | null = null;
  const steps = settleSteps(problem, centers, info, maxIterations);
  let step = steps.next();
  while (!step.done) {
    const request = step.value;
    step = steps.next(
      request.kind === 'scan'
        ? ((yield* each('scanRows', request.inputs, next())) as Scan[])
        : ((yield* each('settlePart', request.inputs, next())) as PartResult[]),
    );
  }
  ended = step.value;
  if (ended === null) {
    const [whole] = yield* each('settleWhole', [{ problem, centers, maxIterations }], next());
    ended = whole;
  }
  const { columns, rows } = problem;
  const ordered = orderCenters(ended.centers, columns);
  const labels = allocateInt32(rows, shared);
  const { mass, sums, cost, sizes } = addScans(
    yield* each('scanRows', scansFor(problem, ordered, -1, 0, labels), share * 0.1),
  );
  return {
    labels,
    centers: sums.map((sum, p) => sum / mass[Math.floor(p / columns)]),
    iterations: iterations + ended.iterations,
    converged: ended.converged,
    sizes,
    inertia: cost,
  };
}
