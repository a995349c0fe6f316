import { parentPort } from 'node:worker_threads';
import { createPool } from '@clientele/kernels';
import type { Progress } from '@clientele/pipeline';
import { type FromThread, type ToThread, toSent } from './messages.ts';
import { runTask } from './run-tasks.ts';

if (parentPort === null) throw new Error('runs/run-worker is started by startRunner, not on its own');
const port = parentPort;
const pool = createPool();
const running = new Map<number, AbortController>();
const tell = (message: FromThread): void => port.postMessage(message);

port.on('message', async (message: ToThread) => {
  const { id } = message;
  if ('stop' in message) return running.get(id)?.abort();
  const controller = new AbortController();
  running.set(id, controller);
  const effects = {
    pool,
    signal: controller.signal,
    onProgress: (progress: Progress) => tell({ id, progress }),
  };
  try {
    tell({ id, output: await runTask(message.task, message.input, effects) });
  } catch (failure) {
    tell({ id, error: toSent(failure) });
  } finally {
    running.delete(id);
  }
});
