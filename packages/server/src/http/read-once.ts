import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';

/** The bytes of a file piece by piece; it is removed when they are read, or when nobody wants the rest. */
export async function* readOnce(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } finally {
    await rm(path, { force: true });
  }
}
