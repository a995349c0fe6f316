import type { TaskInput, TaskKind } from '../plan/tasks.ts';

/** From the pool to a worker: one task to run. */
export interface TaskMessage {
  id: number;
  kind: TaskKind;
  input: TaskInput<TaskKind>;
  /** One number in shared memory; 1 once the job is to stop. */
  stop: Int32Array;
}

/** What a worker answers. Errors are sent as name and message: a class does not cross threads. */
export type AnswerMessage = { id: number; output: unknown } | { id: number; error: { name: string; message: string } };
