import type { Plan } from '../src/plan/plan.ts';
import { runTask, type TaskKind } from '../src/plan/tasks.ts';

/** Runs a plan as a pool would: everything is sent, and tasks run in another order. */
export function runAway<Result>(plan: Plan<Result>): Result {
  let step = plan.next();
  while (!step.done) {
    const { kind, inputs } = step.value;
    const outputs = new Array<unknown>(inputs.length);
    for (let i = inputs.length - 1; i >= 0; i--) {
      outputs[i] = structuredClone(runTask(kind as TaskKind, structuredClone(inputs[i]) as never));
    }
    step = plan.next(outputs);
  }
  return step.value;
}
