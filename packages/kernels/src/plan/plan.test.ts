import { describe, expect, it } from 'vitest';
import { clouds } from '../../testing/made-points.ts';
import { planSilhouette } from '../quality/silhouette.ts';
import { each, runPlan } from './plan.ts';
import { planProgress } from './plan-progress.ts';

describe('planProgress', () => {
  it('weighs tasks with their share, never goes back and ends at 1', () => {
    const seen: number[] = [];
    const progress = planProgress((done) => seen.push(done));
    const first = progress.next(2, 0.5);
    first(0, 0.5);
    first(1, 1);
    first(1, 0.2);
    first(0, 3);
    progress.next(0, 0.1);
    progress.next(1, 0.25)(0, 0.5);
    progress.end();
    expect(seen).toEqual([0.125, 0.375, 0.5, 0.725, 1]);
  });
});

describe('runPlan', () => {
  it('reports after each task, and 1 at the end', () => {
    const points = Float64Array.from({ length: 600 }, (_, i) => (i * 7919) % 1_009);
    const problem = { points, rows: 300, columns: 2, weights: null };
    const seen: number[] = [];
    const plan = (function* () {
      yield* each('centre', [{ problem, shared: false, summary: false }], 0.25);
      yield* each('centre', [{ problem, shared: false, summary: false }], 0.25);
    })();
    runPlan(plan, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([0.25, 0.5, 1]);
  });

  it('carries over what a task tells of itself', () => {
    const data = clouds(900, 3, 2);
    const labels = Int32Array.from({ length: 900 }, (_, i) => i % 3);
    const tasks: unknown[] = [];
    const plan = planSilhouette(data.points, { ...data, labels }, false);
    const counted: typeof plan = (function* () {
      let step = plan.next();
      while (!step.done) {
        tasks.push(...step.value.inputs);
        step = plan.next(yield step.value);
      }
      return step.value;
    })();
    const seen: number[] = [];
    runPlan(counted, { onProgress: (done) => seen.push(done) });
    expect(seen.length).toBeGreaterThan(tasks.length);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });
});
