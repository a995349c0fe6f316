import { type FileHandle, open } from 'node:fs/promises';
import type { Problem } from '@clientele/contracts';
import { fileError } from '../shared/file-errors.ts';
import type { ChunkOptions, InputFile } from '../shared/input-file.ts';
import type { WorkFiles } from '../shared/work-files.ts';
import { wideEncoding } from './detect-encoding.ts';
import { type ReadAs, Transcoder } from './transcoder.ts';

/** A text file as UTF-8 on disk. */
export interface ReadText {
  /** The file itself where it is UTF-8 already, else the copy. */
  path: string;
  /** As named by the WHATWG. */
  encoding: string;
  problems: Problem[];
}

/** Sees the whole text go by, chunk after chunk, as UTF-8 without a byte order mark. */
export interface TextVisitor {
  begin(): void;
  push(chunk: Buffer): void;
  lineAt?(): number;
}

/**
 * Reads a text file once from end to end: decides its encoding from all its bytes, lets the visitor see them as
 * UTF-8, and writes a UTF-8 copy where the engine could not read the file as it is (gzip, which Node decompresses
 * twice as fast as the engine, and any other encoding). A second pass is needed only for a file that is not
 * compressed and turns out not to be UTF-8, or whose bytes are UTF-8 here and there by accident.
 */
export async function readText(
  file: InputFile,
  files: WorkFiles,
  visitor: TextVisitor,
  options: ChunkOptions = {},
): Promise<ReadText> {
  const wide = wideEncoding(file.head);
  if (wide) {
    const pass = await runPass(file, wide, visitor, await files.path('txt'), options);
    return { path: pass.path, encoding: wide, problems: [] };
  }
  const copy = file.compression === 'gzip' ? await files.path('txt') : null;
  let pass = await runPass(file, 'mixed', visitor, copy, options);
  if (pass.invalid === 0) return { path: pass.path, encoding: 'utf-8', problems: [] };
  if (pass.invalid > pass.multibyte) {
    if (pass.multibyte > 0 || copy === null)
      pass = await runPass(file, 'windows-1252', visitor, copy ?? (await files.path('txt')), options);
    return { path: pass.path, encoding: 'windows-1252', problems: [] };
  }
  if (copy === null) pass = await runPass(file, 'mixed', visitor, await files.path('txt'), options);
  return { path: pass.path, encoding: 'utf-8', problems: [mixedEncoding(file.name, pass.invalid)] };
}

interface Pass {
  path: string;
  multibyte: number;
  invalid: number;
}

async function runPass(
  file: InputFile,
  readAs: ReadAs,
  visitor: TextVisitor,
  copy: string | null,
  options: ChunkOptions,
): Promise<Pass> {
  const transcoder = new Transcoder(readAs);
  const target: FileHandle | null = copy === null ? null : await open(copy, 'w');
  visitor.begin();
  let written: Promise<unknown> | undefined;
  const take = async (text: Buffer) => {
    if (text.length === 0) return;
    await written;
    written = target?.write(text);
    if (text.indexOf(0) >= 0) throw zeroByte(file.name, visitor.lineAt?.());
    visitor.push(text);
  };
  try {
    for await (const chunk of file.chunks(options)) await take(transcoder.push(chunk));
    await take(transcoder.end());
    await written;
  } finally {
    await written?.catch(() => undefined);
    await target?.close();
  }
  return { path: copy ?? file.path, multibyte: transcoder.multibyte, invalid: transcoder.invalid };
}

function zeroByte(name: string, line: number | undefined) {
  const where = line === undefined ? '' : ` after line ${line}`;
  return fileError(
    'format-broken',
    name,
    `holds zero bytes${where}, expected text only; the file is damaged or not a text file, so export it again.`,
    line === undefined ? {} : { line },
  );
}

function mixedEncoding(name: string, count: number): Problem {
  return {
    severity: 'warning',
    code: 'mixed-encoding',
    count,
    message: `${count} ${count === 1 ? 'byte' : 'bytes'} of ${name} are not UTF-8 as the rest is and were read as Windows-1252; look at names with accents and signs.`,
  };
}
