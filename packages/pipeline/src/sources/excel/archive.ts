import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** Why a workbook could not be read: its archive is not whole, or holds something that no workbook has. */
export class ArchiveFailure extends Error {}

/** The parts of a workbook's ZIP archive on disk, read as streams. To be closed. */
export class Archive {
  readonly #zip: ZipFile;
  readonly #entries = new Map<string, Entry>();

  private constructor(zip: ZipFile) {
    this.#zip = zip;
  }

  /** Reads the directory at the archive's end. Throws ArchiveFailure where there is none. */
  static async open(path: string): Promise<Archive> {
    const missing = 'the directory at its end is missing or damaged';
    const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch((cause: unknown) => {
      throw failure(cause, missing);
    });
    const archive = new Archive(zip);
    try {
      for await (const entry of zip.eachEntry()) archive.#entries.set(entry.fileName.toLowerCase(), entry);
      return archive;
    } catch (cause) {
      zip.close();
      throw failure(cause, missing);
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The content of a part, named as Excel does, case aside. Throws ArchiveFailure where its checksum is not met. */
  async *chunks(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw new ArchiveFailure(`${name} is missing`);
    let checksum = 0;
    try {
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
        checksum = crc32(chunk as Buffer, checksum);
        yield chunk as Buffer;
      }
    } catch (cause) {
      throw failure(cause, `${name} ends too early or is damaged`);
    }
    if (checksum !== entry.crc32) throw new ArchiveFailure(`${name} is damaged`);
  }

  close(): void {
    this.#zip.close();
  }
}

/** What the archive's reader found, in our words; a failure of the disk stays what it is. */
function failure(cause: unknown, words: string): unknown {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  return /^E[A-Z]+$/.test(code) ? cause : new ArchiveFailure(words, { cause });
}
