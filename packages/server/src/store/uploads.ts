import { createWriteStream } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { ClienteleError, type Upload } from '@clientele/contracts';
import type { Engine, Session } from '@clientele/engines';
import { newId } from './new-id.ts';

const abandonedAfterMs = 24 * 60 * 60_000;

/** Bytes, or text to be written as UTF-8, as they come. */
export type Content = AsyncIterable<Uint8Array> | Iterable<string> | ReadableStream;

/** Files sent to the server: on disk under names made here, never under a name from outside. */
export class Uploads {
  readonly #engine: Engine;
  readonly #folder: string;
  readonly #limitBytes: number;

  constructor(engine: Engine, folder: string, limitBytes: number) {
    this.#engine = engine;
    this.#folder = folder;
    this.#limitBytes = limitBytes;
  }

  /** Where the bytes of an upload are. */
  path(id: string): string {
    return join(this.#folder, id);
  }

  /** Writes a stream to disk as it comes. @throws ClienteleError `too-large` above the limit or where the disk is full. */
  async receive(name: string, content: Content): Promise<Upload> {
    const id = newId();
    const part = `${this.path(id)}.part`;
    let bytes = 0;
    const counter = new Transform({
      transform: (chunk: Buffer, _, done) => {
        bytes += chunk.length;
        if (bytes > this.#limitBytes) done(tooLarge(name, this.#limitBytes));
        else done(null, chunk);
      },
    });
    try {
      await pipeline(Readable.from(content), counter, createWriteStream(part, { flags: 'wx' }));
      await rename(part, this.path(id));
    } catch (cause) {
      await rm(part, { force: true });
      throw explain(cause, name);
    }
    await this.#engine.run('insert into uploads values ($1, $2, $3, $4)', [id, name, bytes, new Date().toISOString()]);
    return { id, name, bytes };
  }

  /** @throws ClienteleError `too-large` */
  checkSize(name: string, bytes: number): void {
    if (bytes > this.#limitBytes) throw tooLarge(name, this.#limitBytes);
  }

  /** @throws ClienteleError `not-found` */
  async find(id: string): Promise<Upload> {
    const [row] = await this.#engine.rows('select id, name, bytes from uploads where id = $1', [id]);
    if (row === undefined)
      throw new ClienteleError(
        'not-found',
        'There is no such upload; it may have been imported already, so look among the datasets or send the file again.',
        {
          upload: id.slice(0, 100),
        },
      );
    return { id: String(row.id), name: String(row.name), bytes: Number(row.bytes) };
  }

  /** Removes the bytes of an upload whose record is gone. */
  async removeFile(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  /** At start: removes uploads that were never imported in a day, and files that no record knows. */
  async sweep(): Promise<void> {
    const old = new Date(Date.now() - abandonedAfterMs).toISOString();
    await this.#engine.run('delete from uploads where created_at < $1', [old]);
    const known = new Set((await this.#engine.rows('select id from uploads')).map(({ id }) => String(id)));
    for (const file of await readdir(this.#folder))
      if (!known.has(file)) await rm(join(this.#folder, file), { force: true, recursive: true });
  }
}

/** Removes the record of an upload, in the transaction that makes it a dataset; its file goes after that. */
export async function forgetUpload(session: Session, id: string): Promise<void> {
  await session.run('delete from uploads where id = $1', [id]);
}

function tooLarge(name: string, limit: number): ClienteleError {
  return new ClienteleError('too-large', `"${name}" is larger than the ${limit} bytes this server takes.`, { limit });
}

function explain(cause: unknown, name: string): unknown {
  if (!(cause instanceof Error) || !('code' in cause)) return cause;
  if (cause.code === 'ENOSPC')
    return new ClienteleError(
      'too-large',
      `The disk of the data folder is full; free some space to take "${name}".`,
      {},
      cause,
    );
  if (cause.code === 'ERR_STREAM_PREMATURE_CLOSE' || cause.code === 'ECONNRESET')
    return new ClienteleError('cancelled', `The upload of "${name}" broke off; send it again.`, {}, cause);
  return cause;
}
