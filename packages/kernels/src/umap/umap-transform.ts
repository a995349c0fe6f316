import { checkFinite } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import { allocateFloat64 } from '../kmeans/problem.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import type { UmapModel } from './umap.ts';

const ROWS_A_TASK = 256;
const MAX_EPOCHS = 100;

/**
 * Places new points in a picture made by {@link umap}, row-major, rows x dimensions: at the weighted mean of their nearest trained rows'
 * places, then moved for a third of the fit's epochs (at most 100) with the trained places fixed. A point equal to a trained row gets
 * that row's place (the first such row's). Each point is placed on its own, so the answer depends neither on the others nor on the
 * order. Cost about log n x d + epochs x neighbours a row in few columns, n x d in many. RangeError for sizes that do not fit the model
 * and numbers that are not finite.
 */
export function umapTransform(
  model: UmapModel,
  points: Float64Array,
  shape: { rows: number; columns: number },
  hooks: Hooks = {},
): Float64Array {
  return runPlan(planUmapTransform(model, points, shape, false), hooks);
}

/** The work of {@link umapTransform} in parts. */
export function* planUmapTransform(
  model: UmapModel,
  points: Float64Array,
  { rows, columns }: { rows: number; columns: number },
  shared: boolean,
): Plan<Float64Array> {
  const problem = copyProblem(points, { rows, columns }, shared);
  if (columns !== model.columns) throw new RangeError(`columns must be the model's ${model.columns}, got ${columns}`);
  checkFinite(points, columns);
  const { dimensions, neighbours, a, b, seed } = model;
  const embedding = allocateFloat64(model.embedding.length, shared);
  embedding.set(model.embedding);
  const [tree] = yield* each('buildTree', [{ points: model.points, rows: model.rows, columns, shared }], 0.1);
  const epochs = Math.max(1, Math.min(MAX_EPOCHS, Math.round(model.epochs / 3)));
  const known = { problem, tree, embedding, dimensions, neighbours, curve: { a, b }, epochs, seed };
  const runs = Array.from({ length: Math.ceil(rows / ROWS_A_TASK) }, (_, r) => ({
    ...known,
    from: r * ROWS_A_TASK,
    to: Math.min(rows, (r + 1) * ROWS_A_TASK),
  }));
  const parts = yield* each('placeRows', runs, 0.9);
  const places = new Float64Array(rows * dimensions);
  parts.forEach((part, r) => {
    places.set(part, runs[r].from * dimensions);
  });
  return places;
}
