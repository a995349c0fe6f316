import type { InputFile } from '../shared/input-file.ts';
import { wideEncoding } from './detect-encoding.ts';
import { type ReadAs, Transcoder } from './transcoder.ts';

/** The first characters of a text file; broken characters at its very end are left out. */
export function textHead(file: InputFile, readAs: ReadAs = wideEncoding(file.head) ?? 'mixed'): string {
  const transcoder = new Transcoder(readAs);
  const text = transcoder.push(file.head).toString('utf8');
  return file.isWhole ? text + transcoder.end().toString('utf8') : text;
}
