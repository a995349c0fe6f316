import type { Task } from './messages.ts';

/** Runs one task at a time: a worker, or the calling thread. */
export interface TaskRunner {
  run(task: Task, onProgress: (done: number) => void): Promise<unknown>;
  /** Ends the task that runs, if any, soon; the runner may end with it. */
  stop(): void;
  close(): Promise<void>;
  /** False once it can run no more. */
  isAlive(): boolean;
}

/** Why a task was not even begun: workers cannot be started here. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
