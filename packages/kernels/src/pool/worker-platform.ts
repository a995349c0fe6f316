import type { AnswerMessage, TaskMessage } from './messages.ts';

/** A started worker, as Node and the browser both have it. */
export interface WorkerPort {
  post(message: TaskMessage): void;
  /** Whether the process must not end before the worker has answered; nothing in the browser. */
  hold(isHeld: boolean): void;
  end(): Promise<void>;
}

/** What is told of a worker. */
export interface WorkerListener {
  onAnswer(answer: AnswerMessage): void;
  /** The worker has ended, or never began. */
  onFailure(error: Error): void;
}

/** What a pool needs from where it runs: `#worker` is the one of Node or that of the browser. */
export interface WorkerPlatform {
  /** Threads that run at once. */
  threads(): number;
  canStart(): boolean;
  canShareMemory(): boolean;
  /** Starts a worker; throws where it cannot. */
  start(listener: WorkerListener): WorkerPort;
}
