/** Every failure a user can meet has one of these codes; the tables below turn it into a status or an exit code. */
export const errorCodes = [
  'usage',
  'not-found',
  'file-unreadable',
  'file-empty',
  'format-unknown',
  'format-broken',
  'no-rows',
  'column-missing',
  'mapping-incomplete',
  'values-unreadable',
  'nothing-kept',
  'too-few-customers',
  'feature-unknown',
  'feature-constant',
  'model-invalid',
  'unsupported',
  'too-large',
  'forbidden',
  'conflict',
  'cancelled',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Plain facts about a failure: the file, the line, what was found, what was expected. */
export type ErrorData = Record<string, string | number | boolean | null | string[]>;

/**
 * The one error of Clientele. `message` is one sentence for the user: what was found, where, what was
 * expected and what to do. `data` holds the same facts for a program; `cause` keeps the original failure.
 */
export class ClienteleError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;

  constructor(code: ErrorCode, message: string, data: ErrorData = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ClienteleError';
    this.code = code;
    this.data = data;
  }
}

export function isClienteleError(value: unknown): value is ClienteleError {
  return value instanceof ClienteleError;
}

const statuses: Record<ErrorCode, number> = {
  usage: 400,
  'not-found': 404,
  'file-unreadable': 422,
  'file-empty': 422,
  'format-unknown': 422,
  'format-broken': 422,
  'no-rows': 422,
  'column-missing': 422,
  'mapping-incomplete': 422,
  'values-unreadable': 422,
  'nothing-kept': 422,
  'too-few-customers': 422,
  'feature-unknown': 422,
  'feature-constant': 422,
  'model-invalid': 422,
  unsupported: 422,
  'too-large': 413,
  forbidden: 403,
  conflict: 409,
  cancelled: 409,
  internal: 500,
};

/** The HTTP status of an error code. */
export function httpStatus(code: ErrorCode): number {
  return statuses[code];
}

const wrongUsage: ReadonlySet<ErrorCode> = new Set(['usage', 'column-missing', 'feature-unknown']);

/** The exit code of the command for an error code: 2 where the command line was wrong, 1 for a failure. */
export function exitCode(code: ErrorCode): 1 | 2 {
  return wrongUsage.has(code) ? 2 : 1;
}
