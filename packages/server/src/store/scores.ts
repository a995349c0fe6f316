import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ClienteleError } from '@clientele/contracts';
import { newId } from './new-id.ts';

const keptMs = 60 * 60_000;
const keptMost = 8;

/** A scored file, and its text as it is read. */
export interface KeptScores {
  /** Of the file that was scored. */
  name: string;
  content: AsyncIterable<string>;
}

/** Scored files: among the working files, for an hour or until the server stops, and only the last few. */
export class Scores {
  readonly #folder: string;
  /** Names by id, oldest first. */
  readonly #names = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes the text as it comes and gives its id; nothing is left of one that breaks off. */
  async keep(name: string, content: AsyncIterable<string>, signal: AbortSignal): Promise<string> {
    const id = newId();
    try {
      await pipeline(Readable.from(content), createWriteStream(this.#path(id), { flags: 'wx' }), { signal });
    } catch (cause) {
      await rm(this.#path(id), { force: true });
      throw isDiskFull(cause) ? diskFull(name, cause) : cause;
    }
    this.#names.set(id, name);
    setTimeout(() => void this.#remove(id), keptMs).unref();
    for (const old of [...this.#names.keys()].slice(0, -keptMost)) await this.#remove(old);
    return id;
  }

  /** @throws ClienteleError `not-found` */
  read(id: string): KeptScores {
    const name = this.#names.get(id);
    if (name === undefined)
      throw new ClienteleError(
        'not-found',
        'There is no such scored file; they are kept for an hour, so score the file again.',
        { scores: id.slice(0, 100) },
      );
    return { name, content: createReadStream(this.#path(id), { encoding: 'utf8' }) };
  }

  #path(id: string): string {
    return join(this.#folder, `scores-${id}.csv`);
  }

  async #remove(id: string): Promise<void> {
    this.#names.delete(id);
    await rm(this.#path(id), { force: true });
  }
}

const isDiskFull = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';

const diskFull = (name: string, cause: unknown) =>
  new ClienteleError(
    'too-large',
    `The disk of the data folder is full; free some space to score "${name}".`,
    { file: name },
    cause,
  );
