import type { Hooks } from '../hooks.ts';
import { centrePointsInPlace } from '../kmeans/centre-points.ts';
import { finishStarts } from '../kmeans/finish-starts.ts';
import { runStart } from '../kmeans/run-start.ts';
import { measurePartition } from '../quality/measure-partition.ts';
import { joinCells } from '../quality/silhouette-cells.ts';
import { silhouetteRows } from '../quality/silhouette-rows.ts';

/** The parts into which plans cut their work: pure functions of what can be sent to a worker. A new one is one line here. */
const tasks = {
  centre: centrePointsInPlace,
  start: runStart,
  finish: finishStarts,
  measure: measurePartition,
  cells: joinCells,
  silhouette: silhouetteRows,
};

type Tasks = typeof tasks;
/** The name of a task. */
export type TaskKind = keyof Tasks;
/** What a task takes. */
export type TaskInput<K extends TaskKind> = Parameters<Tasks[K]>[0];
/** What a task gives. */
export type TaskOutput<K extends TaskKind> = ReturnType<Tasks[K]>;

/** Runs one task here. */
export function runTask<K extends TaskKind>(kind: K, input: TaskInput<K>, hooks: Hooks = {}): TaskOutput<K> {
  const task = tasks[kind] as (input: TaskInput<K>, hooks: Hooks) => TaskOutput<K>;
  return task(input, hooks);
}
