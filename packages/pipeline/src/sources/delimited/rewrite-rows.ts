import { createReadStream } from 'node:fs';
import { fileError, throwIfCancelled } from '../shared/file-errors.ts';
import { longestLineBytes } from '../shared/input-file.ts';
import type { RowCopy } from '../shared/row-copy.ts';
import type { Dialect } from './dialect.ts';
import { type ParsedRow, parseRows } from './parse-rows.ts';

/** Hands every row of a UTF-8 file to `onRow`, as a stream; a row that never ends is refused as too large. */
export async function rewriteRows(
  path: string,
  name: string,
  dialect: Dialect,
  copy: RowCopy,
  onRow: (row: ParsedRow) => void,
  signal?: AbortSignal,
): Promise<void> {
  const state = { line: 0, isFinal: false, closeQuotes: false };
  let text = '';
  let wanted = 0;
  const take = (row: ParsedRow) => {
    onRow(row);
    return undefined;
  };
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    throwIfCancelled(signal);
    text += state.line === 0 && text === '' ? (chunk as string).replace(/^\ufeff/, '') : (chunk as string);
    if (text.length < wanted) continue;
    state.closeQuotes = text.length > longestLineBytes;
    text = text.slice(parseRows(text, dialect, state, take));
    wanted = text.length * 2;
    if (text.length > longestLineBytes) throw lineTooLong(name, state.line + 1, text.length);
    await copy.flush();
  }
  parseRows(text, dialect, { ...state, isFinal: true }, take);
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
