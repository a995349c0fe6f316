import { Stopped } from '../hooks.ts';
import { changedBy } from '../plan/changed-by.ts';
import type { AnswerMessage, Task } from './messages.ts';
import { CannotStart, type TaskRunner } from './task-runner.ts';
import type { WorkerPlatform } from './worker-platform.ts';

/** A task that has not looked at its stop for so long is ended together with its worker. */
const MILLISECONDS_TO_STOP = 150;

/** The ways of a pool. */
export interface WorkerOptions {
  sharedMemory: boolean;
  simd: boolean;
}

interface Current extends Task {
  id: number;
  resolve: (output: unknown) => void;
  reject: (error: Error) => void;
  onProgress: (done: number) => void;
}

/** Starts a worker. It keeps the process alive only while it runs a task. {@link CannotStart} where there are no workers. */
export function startWorker(platform: WorkerPlatform, { sharedMemory, simd }: WorkerOptions): TaskRunner {
  const stop = sharedMemory ? new Int32Array(new SharedArrayBuffer(4)) : null;
  let isAlive = true;
  let isReady = false;
  let nextId = 0;
  let current: Current | null = null;

  const settle = (finish: (task: Current) => void): void => {
    const task = current;
    current = null;
    port.hold(false);
    if (task !== null) finish(task);
  };
  const onFailure = (error: Error): void => {
    isAlive = false;
    settle(({ reject }) => reject(isReady ? error : new CannotStart(error.message)));
  };
  const onAnswer = (answer: AnswerMessage): void => {
    if ('ready' in answer) isReady = true;
    else if (answer.id !== current?.id) return;
    else if ('done' in answer) current.onProgress(answer.done);
    else if ('error' in answer) settle(({ reject }) => reject(toError(answer.error)));
    else {
      settle(({ kind, input, resolve }) => {
        const originals = answer.changed.length > 0 ? changedBy(kind, input) : [];
        for (const [a, original] of originals.entries()) original.set(answer.changed[a]);
        resolve(answer.output);
      });
    }
  };
  const end = (): Promise<void> => {
    isAlive = false;
    settle(({ reject }) => reject(new Stopped()));
    return port.end();
  };
  const port = platform.start({ onAnswer, onFailure });

  return {
    run(task, onProgress) {
      return new Promise((resolve, reject) => {
        const id = nextId++;
        current = { ...task, id, resolve, reject, onProgress };
        stop?.fill(0);
        port.hold(true);
        try {
          port.post({ ...task, id, stop, simd });
        } catch (error) {
          settle(() => reject(error));
        }
      });
    },
    stop() {
      if (current === null) return;
      if (stop === null) {
        void end();
        return;
      }
      const { id } = current;
      Atomics.store(stop, 0, 1);
      setTimeout(() => {
        if (current?.id === id) void end();
      }, MILLISECONDS_TO_STOP);
    },
    close: end,
    isAlive: () => isAlive,
  };
}

function toError({ name, message }: { name: string; message: string }): Error {
  if (name === 'Stopped') return new Stopped(message);
  if (name === 'RangeError') return new RangeError(message);
  const error = new Error(message);
  error.name = name;
  return error;
}
