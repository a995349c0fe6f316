import { ClienteleError, type ErrorCode, type ErrorData } from '@clientele/contracts';

/** A failure of one file as a sentence that names it. */
export function fileError(code: ErrorCode, name: string, rest: string, data: ErrorData = {}, cause?: unknown) {
  return new ClienteleError(code, `${name} ${rest}`, { file: name, ...data }, cause);
}

/** The file has no content. */
export function emptyFile(name: string, found: string): ClienteleError {
  return fileError(
    'file-empty',
    name,
    `is empty (${found}); expected a line of headings and rows of data, so export it again.`,
    { found },
  );
}

/** What to give instead of a file of another kind. */
export const acceptedFormats = 'CSV or other delimited text, Excel (.xlsx), Parquet or JSON lines';

/** The work was ended by its signal. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ClienteleError('cancelled', 'The work was cancelled; nothing was changed.');
}

/** 1536 as "1.5 kB", for messages. */
export function byteText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = -1;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${units[unit]}`;
}

/** A cell or line shortened for a message, without control characters. */
export function excerpt(text: string, length = 40): string {
  const plain = text.replace(/\p{Cc}+/gu, ' ').trim();
  return plain.length > length ? `${plain.slice(0, length - 1)}…` : plain;
}
