import type { TaskInput, TaskKind } from './tasks.ts';

/** The tasks that change their input, and the parts they change: no two tasks of a batch the same ones. */
const changes: { [K in TaskKind]?: (input: TaskInput<K>) => Float64Array[] } = {
  centre: ({ problem }) => [problem.points],
  distances: ({ cells, a, b, totals }) => {
    const { positions, blockBegins } = cells;
    return [a, b].flatMap((block) =>
      Array.from({ length: totals.length / positions }, (_, cluster) =>
        totals.subarray(cluster * positions + blockBegins[block], cluster * positions + blockBegins[block + 1]),
      ),
    );
  },
};

/** What a task of this kind changes in its input; nothing, mostly. Where memory is not shared the worker sends it back. */
export function changedBy<K extends TaskKind>(kind: K, input: TaskInput<K>): Float64Array[] {
  return (changes[kind] as ((input: TaskInput<K>) => Float64Array[]) | undefined)?.(input) ?? [];
}
