// A worker whose only task keeps its thread busy: `lasts` milliseconds, or for ever and deaf where `deaf` is set.
import { parentPort } from 'node:worker_threads';
import { answerTask } from '../../../dist/pool/answer-task.js';

const run = (_, { lasts, deaf = false, fails = false, ends = false }, { shouldStop, onProgress }) => {
  if (ends) process.exit(3);
  const began = performance.now();
  for (let passed = 0; passed < lasts || deaf; passed = performance.now() - began) {
    if (!deaf && shouldStop?.()) throw Object.assign(new Error('stopped as asked'), { name: 'Stopped' });
    onProgress(passed / lasts);
    if (fails) throw new RangeError('the task failed');
  }
  return lasts;
};

parentPort.on('message', (message) => answerTask(message, (answer) => parentPort.postMessage(answer), run));
parentPort.postMessage({ ready: true });
