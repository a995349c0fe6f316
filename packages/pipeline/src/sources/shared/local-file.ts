import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { InputFile } from './input-file.ts';
import type { WorkFiles } from './work-files.ts';

/** Path of a file whose parts can be read in any order: itself, or a decompressed copy. */
export async function localFile(
  file: InputFile,
  files: WorkFiles,
  extension: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  if (file.compression === 'none') return file.path;
  const path = await files.path(extension);
  await pipeline(Readable.from(file.chunks({ signal })), createWriteStream(path));
  return path;
}
