import type { TaskInput, TaskKind } from '../plan/tasks.ts';

/** One task to run. */
export interface Task {
  kind: TaskKind;
  input: TaskInput<TaskKind>;
}

/** From the pool to a worker: one task to run. */
export interface TaskMessage extends Task {
  id: number;
  /** One number in shared memory, 1 once the task is to stop; null where memory is not shared. */
  stop: Int32Array | null;
  /** Whether the compiled loops may be used. */
  simd: boolean;
}

/** What a worker says. Errors are sent as name and message: a class does not cross threads. */
export type AnswerMessage =
  | { ready: true }
  | { id: number; done: number }
  | { id: number; output: unknown; changed: Float64Array[] }
  | { id: number; error: { name: string; message: string } };
