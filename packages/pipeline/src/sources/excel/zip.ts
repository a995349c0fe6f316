import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';

interface Entry {
  method: number;
  checksum: number;
  compressedBytes: number;
  offset: number;
}

/** Why an archive could not be read: it is not whole, or holds something that no workbook has. */
export class ZipFailure extends Error {}

/** The entries of a ZIP archive on disk, read as streams (PKWARE APPNOTE 6.3.10, without ZIP64 and encryption). */
export class Zip {
  readonly #path: string;
  readonly #entries: Map<string, Entry>;

  private constructor(path: string, entries: Map<string, Entry>) {
    this.#path = path;
    this.#entries = entries;
  }

  /** Reads the directory at the archive's end. Throws ZipFailure where there is none. */
  static async open(path: string): Promise<Zip> {
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      const tailBytes = Math.min(size, 65_557);
      const tail = (await handle.read(Buffer.alloc(tailBytes), 0, tailBytes, size - tailBytes)).buffer;
      const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
      if (end < 0 || end + 22 > tail.length) throw new ZipFailure('the directory at its end is missing');
      const bytes = tail.readUInt32LE(end + 12);
      const offset = tail.readUInt32LE(end + 16);
      if (offset + bytes > size) throw new ZipFailure('parts of it are missing');
      const directory = (await handle.read(Buffer.alloc(bytes), 0, bytes, offset)).buffer;
      return new Zip(path, readDirectory(directory));
    } finally {
      await handle.close();
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The content of an entry, named as Excel does, case aside. Throws ZipFailure where its checksum is not met. */
  async *chunks(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw new ZipFailure(`${name} is missing`);
    let checksum = 0;
    for await (const chunk of await this.#stream(name, entry)) {
      checksum = crc32(chunk as Buffer, checksum);
      yield chunk as Buffer;
    }
    if (checksum !== entry.checksum) throw new ZipFailure(`${name} is damaged`);
  }

  async #stream(name: string, entry: Entry): Promise<Readable> {
    const handle = await open(this.#path);
    const header = Buffer.alloc(30);
    try {
      await handle.read(header, 0, 30, entry.offset);
    } finally {
      await handle.close();
    }
    if (header.readUInt32LE(0) !== 0x04034b50) throw new ZipFailure(`${name} is not where the directory says`);
    const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (entry.method !== 0 && entry.method !== 8) throw new ZipFailure(`${name} is compressed by an unknown method`);
    const range = { start, end: start + entry.compressedBytes - 1, highWaterMark: 1 << 18 };
    const raw = createReadStream(this.#path, range);
    if (entry.method === 0) return raw;
    const inflate = createInflateRaw({ chunkSize: 1 << 18 });
    raw.on('error', (cause) => inflate.destroy(cause));
    return raw.pipe(inflate);
  }
}

function readDirectory(directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const nameBytes = directory.readUInt16LE(at + 28);
    const name = directory.subarray(at + 46, at + 46 + nameBytes).toString('utf8');
    entries.set(name.replaceAll('\\', '/').toLowerCase(), {
      method: directory.readUInt16LE(at + 10),
      checksum: directory.readUInt32LE(at + 16),
      compressedBytes: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}
