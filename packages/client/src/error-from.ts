import { ClienteleError, type ErrorCode, type ErrorData, errorCodes } from '@clientele/contracts';

const codes: ReadonlySet<string> = new Set(errorCodes);

/** The error of a problem document; an answer that is none becomes `internal` with its status. */
export function errorFrom(status: number, text: string): ClienteleError {
  try {
    const { code, detail, data } = JSON.parse(text) as { code?: string; detail?: string; data?: ErrorData };
    if (code !== undefined && codes.has(code) && detail !== undefined)
      return new ClienteleError(code as ErrorCode, detail, data);
  } catch {}
  return new ClienteleError('internal', `The server answered ${status} without saying why; look at its log.`, {
    status,
  });
}

/** A request that had no answer; one that was aborted by its caller stays an AbortError. */
export function unreachable(cause: unknown): never {
  if (cause instanceof Error && cause.name === 'AbortError') throw cause;
  throw new ClienteleError(
    'internal',
    'The Clientele server does not answer; check that it still runs, then try again.',
    {},
    cause,
  );
}
