import { answerTask } from './answer-task.ts';
import type { AnswerMessage, TaskMessage } from './messages.ts';

/** A worker's own global: the types at hand are those of a page. */
interface WorkerScope {
  postMessage(message: AnswerMessage): void;
  addEventListener(type: 'message', listener: (event: { data: TaskMessage }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const answer = (message: AnswerMessage): void => scope.postMessage(message);

scope.addEventListener('message', ({ data }) => answerTask(data, answer));
answer({ ready: true });
