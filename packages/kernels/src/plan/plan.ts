import { type Hooks, stopIfAsked } from '../hooks.ts';
import { planProgress } from './plan-progress.ts';
import { runTask, type TaskInput, type TaskKind, type TaskOutput } from './tasks.ts';

/** Tasks that do not depend on each other, and their share of the whole work, 0 to 1. */
export interface Batch {
  kind: TaskKind;
  inputs: unknown[];
  share: number;
}

/**
 * A long computation as a series of batches of tasks. The same plan is run in turn by {@link runPlan} and in parallel by the pool;
 * tasks are pure and answers come back in order, so both give the same result to the last bit.
 */
export type Plan<Result> = Generator<Batch, Result, unknown[]>;

/** Asks for one batch: `const results = yield* each('start', inputs, 0.6)`. */
export function* each<K extends TaskKind>(kind: K, inputs: TaskInput<K>[], share: number): Plan<TaskOutput<K>[]> {
  return (yield { kind, inputs, share }) as TaskOutput<K>[];
}

/** Runs a plan here and now, one task after the other. */
export function runPlan<Result>(plan: Plan<Result>, { shouldStop, onProgress }: Hooks = {}): Result {
  const progress = planProgress(onProgress ?? (() => {}));
  let step = plan.next();
  while (!step.done) {
    const { kind, inputs, share } = step.value;
    const tell = progress.next(inputs.length, share);
    const outputs = inputs.map((input, task) => {
      stopIfAsked({ shouldStop });
      const output = runTask(kind, input as TaskInput<TaskKind>, {
        ...(shouldStop && { shouldStop }),
        ...(onProgress && { onProgress: (done: number) => tell(task, done) }),
      });
      tell(task, 1);
      return output;
    });
    step = plan.next(outputs);
  }
  progress.end();
  return step.value;
}
