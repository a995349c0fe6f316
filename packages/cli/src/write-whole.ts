import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ClienteleError } from '@clientele/contracts';

/** Writes a file that appears under its name only once it is whole; makes its folder. */
export async function writeWhole(
  path: string,
  content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await pipeline(Readable.from(content), createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new ClienteleError(
      'file-unreadable',
      `--out: ${path} cannot be written (${why}); choose a folder that you may write to.`,
      { path },
      cause,
    );
  }
}
