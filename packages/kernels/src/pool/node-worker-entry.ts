import { parentPort } from 'node:worker_threads';
import { answerTask } from './answer-task.ts';
import type { AnswerMessage, TaskMessage } from './messages.ts';

if (parentPort === null) throw new Error('the worker of @clientele/kernels is started by createPool, not on its own');
const port = parentPort;
const answer = (message: AnswerMessage): void => port.postMessage(message);

port.on('message', (message: TaskMessage) => answerTask(message, answer));
answer({ ready: true });
