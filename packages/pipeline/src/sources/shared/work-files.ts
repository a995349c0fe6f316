import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The temporary files of one source; their names owe nothing to the user's file. */
export class WorkFiles {
  readonly #folder: string;
  readonly #paths: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A path for a new file. */
  async path(extension: string): Promise<string> {
    await mkdir(this.#folder, { recursive: true });
    const path = join(this.#folder, `source-${randomUUID()}.${extension}`);
    this.#paths.push(path);
    return path;
  }

  async remove(): Promise<void> {
    for (const path of this.#paths.splice(0)) await rm(path, { force: true });
  }

  /** Runs work; removes the files where it fails. */
  async keepIfDone<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      await this.remove();
      throw cause;
    }
  }
}
