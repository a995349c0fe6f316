import type { Plan } from '../plan/plan.ts';

/** A whole plan as part of another: its shares become parts of `share`. */
export function* scaledPlan<Result>(plan: Plan<Result>, share: number): Plan<Result> {
  let step = plan.next();
  while (!step.done) step = plan.next(yield { ...step.value, share: step.value.share * share });
  return step.value;
}
