import { createReadStream } from 'node:fs';
import { fileError, throwIfCancelled } from '../shared/file-errors.ts';
import { longestLineBytes } from '../shared/input-file.ts';
import type { RowCopy } from '../shared/row-copy.ts';
import type { Dialect } from './dialect.ts';
import { type ParsedRow, RowReader } from './parse-rows.ts';

/** Hands every row of a UTF-8 file to `onRow`, as a stream; a line that never ends is refused as too large. */
export async function rewriteRows(
  path: string,
  name: string,
  dialect: Dialect,
  copy: RowCopy,
  onRow: (row: ParsedRow) => void,
  signal?: AbortSignal,
): Promise<void> {
  const reader = new RowReader(dialect);
  const newline = dialect.newline === 'cr' ? '\r' : '\n';
  let text = '';
  let wanted = 0;
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    throwIfCancelled(signal);
    text += chunk as string;
    if (text.length < wanted) continue;
    const isTooLong = text.length > longestLineBytes;
    const end = text.lastIndexOf(newline) + 1;
    const rows = end > 0 ? reader.read(text.slice(0, end), isTooLong) : null;
    if (rows === null) {
      if (isTooLong) throw lineTooLong(name, reader.line, text.length);
      wanted = text.length * 2;
      continue;
    }
    rows.forEach(onRow);
    text = text.slice(end);
    wanted = 0;
    await copy.flush();
  }
  reader.read(text, true)?.forEach(onRow);
}

/** A line beyond what is read. */
export function lineTooLong(name: string, line: number, bytes: number) {
  return fileError(
    'too-large',
    name,
    `has a line ${line} of more than ${Math.floor(bytes / 1e6)} MB, expected at most ${Math.floor(longestLineBytes / 1e6)} MB; look for missing line breaks or a quote that is never closed.`,
    { line, bytes },
  );
}
