import { ClienteleError, type ErrorCode, type ErrorData, isClienteleError } from '@clientele/contracts';
import type { Progress } from '@clientele/pipeline';
import type { RunInputOf, RunTask } from './run-tasks.ts';

/** To the thread: do a task, or stop doing it. */
export type ToThread = { id: number; task: RunTask; input: RunInputOf<RunTask> } | { id: number; stop: true };

/** From the thread: how far it is, and how it ended. */
export type FromThread =
  | { id: number; progress: Progress }
  | { id: number; output: unknown }
  | { id: number; error: SentError };

/** An error as plain data. */
export interface SentError {
  code: ErrorCode | null;
  message: string;
  data: ErrorData;
  stack: string;
}

/** Makes an error fit to be sent. */
export function toSent(failure: unknown): SentError {
  const error = failure instanceof Error ? failure : new Error(String(failure));
  const { code, data } = isClienteleError(error) ? error : { code: null, data: {} };
  return { code, message: error.message, data, stack: error.stack ?? error.message };
}

/** The error that was sent. */
export function fromSent({ code, message, data, stack }: SentError): Error {
  const error = code === null ? new Error(message) : new ClienteleError(code, message, data);
  error.stack = stack;
  return error;
}
