import { checkFinite } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { buildKdTree, type KdTree } from './kd-tree.ts';

const LEAF_SIZE = 16;

/** As a task, so that a pool's caller does not wait for it: checks the points and builds their tree, in shared memory for a pool. */
export function buildTree(
  {
    points,
    rows,
    columns,
    leafSize = LEAF_SIZE,
    shared,
  }: { points: Float64Array; rows: number; columns: number; leafSize?: number; shared: boolean },
  hooks: Hooks = {},
): KdTree {
  checkFinite(points, columns);
  return buildKdTree(points, { rows, columns, leafSize, shared }, hooks);
}
