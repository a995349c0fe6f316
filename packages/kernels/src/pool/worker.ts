import { parentPort } from 'node:worker_threads';
import { runTask } from '../plan/tasks.ts';
import type { AnswerMessage, TaskMessage } from './messages.ts';

if (parentPort === null) throw new Error('pool/worker is started by createPool, not on its own');
const port = parentPort;

port.on('message', ({ id, kind, input, stop }: TaskMessage) => {
  const answer = (message: AnswerMessage): void => port.postMessage(message);
  try {
    answer({ id, output: runTask(kind, input, { shouldStop: () => Atomics.load(stop, 0) === 1 }) });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    answer({ id, error: { name, message } });
  }
});
