import type { Hooks } from '../hooks.ts';
import { changedBy } from '../plan/changed-by.ts';
import { runTask, type TaskInput, type TaskKind } from '../plan/tasks.ts';
import { withoutSimd } from '../simd/simd.ts';
import type { AnswerMessage, TaskMessage } from './messages.ts';

/** Half of what lies between two reports of the pool, so that each of those has news. */
const MILLISECONDS_BETWEEN_REPORTS = 50;

/** The worker's side, the same in Node and in the browser: runs one task and answers. Tests give their own `run`. */
export function answerTask(
  { id, kind, input, stop, simd }: TaskMessage,
  answer: (message: AnswerMessage) => void,
  run: (kind: TaskKind, input: TaskInput<TaskKind>, hooks: Hooks) => unknown = runTask,
): void {
  let last = performance.now();
  const onProgress = (done: number): void => {
    const now = performance.now();
    if (now - last < MILLISECONDS_BETWEEN_REPORTS) return;
    last = now;
    answer({ id, done });
  };
  const hooks = { onProgress, ...(stop && { shouldStop: () => Atomics.load(stop, 0) === 1 }) };
  try {
    const work = (): unknown => run(kind, input, hooks);
    const output = simd ? work() : withoutSimd(work);
    // A part is sent with all of its buffer, so it is copied first.
    const changed = stop === null ? changedBy(kind, input).map((part) => part.slice()) : [];
    answer({ id, output, changed });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    answer({ id, error: { name, message } });
  }
}
