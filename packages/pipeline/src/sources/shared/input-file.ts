import { constants, createReadStream } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { createGunzip } from 'node:zlib';
import { emptyFile, fileError, throwIfCancelled } from './file-errors.ts';

/** Bytes looked at to recognise a file; more only where its first two lines are longer and it does not begin as JSON. */
export const headBytes = 1 << 20;
/** The longest line that is read. */
export const longestLineBytes = 64 << 20;
const chunkBytes = 1 << 19;
/** Some chunks are decompressed ahead while one is looked at; without the mark, a stream holds one at most. */
const gunzipOptions = { chunkSize: chunkBytes, highWaterMark: 4 * chunkBytes };

export interface ChunkOptions {
  signal?: AbortSignal;
  /** Called with the share of the file that has been read, 0 to 1. */
  onShare?: (share: number) => void;
}

/** A file on disk with its first bytes; compression is out of sight from here on. */
export interface InputFile {
  readonly path: string;
  readonly name: string;
  /** On disk. */
  readonly bytes: number;
  readonly compression: 'none' | 'gzip';
  /** In lower case, with its dot, of the file inside the compression: .csv of orders.csv.gz. */
  readonly extension: string;
  /** The first bytes after decompression. */
  readonly head: Buffer;
  /** True where `head` is all of the file. */
  readonly isWhole: boolean;
  /** The content after decompression, from the beginning. */
  chunks(options?: ChunkOptions): AsyncGenerator<Buffer>;
}

/** Opens a file for recognition. Throws `not-found`, `file-unreadable`, `file-empty`, `format-broken` (gzip). */
export async function openInput(path: string, givenName: string | undefined, signal?: AbortSignal): Promise<InputFile> {
  const name = givenName ?? basename(path);
  const bytes = await sizeOf(path, name);
  if (bytes === 0) throw emptyFile(name, '0 bytes');
  const compression = (await startsWithGzip(path)) ? 'gzip' : 'none';
  const chunks = (options: ChunkOptions = {}) => readChunks(path, name, bytes, compression, options);
  const inner = compression === 'gzip' ? basename(path).replace(/\.gz(ip)?$/i, '') : basename(path);
  const { head, isWhole } = await readHead(chunks({ signal }));
  if (isWhole && isBlank(head))
    throw emptyFile(name, head.length === 0 ? 'nothing inside the compression' : 'only white space');
  return { path, name, bytes, compression, extension: extname(inner).toLowerCase(), head, isWhole, chunks };
}

function isBlank(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 3);
  const mark = start === '\xef\xbb\xbf' ? 3 : /^(\xff\xfe|\xfe\xff)/.test(start) ? 2 : 0;
  return head.subarray(mark).every((byte) => byte === 0x20 || (byte >= 9 && byte <= 13) || (mark === 2 && byte === 0));
}

async function sizeOf(path: string, name: string): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    const missing = (cause as NodeJS.ErrnoException).code;
    throw missing === 'ENOENT' || missing === 'ENOTDIR'
      ? fileError('not-found', name, `was not found at ${path}; check the path.`, { path }, cause)
      : fileError('file-unreadable', name, `could not be opened (${missing}); check the path.`, { path }, cause);
  });
  if (found.isDirectory())
    throw fileError('file-unreadable', name, 'is a folder, expected a file; give the path of one file.', { path });
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw fileError('file-unreadable', name, 'may not be read; ask for permission to read it.', { path }, cause);
  });
  return found.size;
}

async function startsWithGzip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(3), 0, 3, 0);
    return bytesRead === 3 && buffer[0] === 0x1f && buffer[1] === 0x8b && buffer[2] === 8;
  } finally {
    await handle.close();
  }
}

async function* readChunks(
  path: string,
  name: string,
  bytes: number,
  compression: 'none' | 'gzip',
  { signal, onShare }: ChunkOptions,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: chunkBytes });
  const stream = compression === 'gzip' ? file.pipe(createGunzip(gunzipOptions)) : file;
  file.on('error', (cause) => stream.destroy(cause));
  try {
    for await (const chunk of stream) {
      throwIfCancelled(signal);
      yield chunk as Buffer;
      onShare?.(Math.min(1, file.bytesRead / bytes));
    }
  } catch (cause) {
    throw readFailure(cause, name);
  } finally {
    stream.destroy();
    file.destroy();
  }
}

function readFailure(cause: unknown, name: string): unknown {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (code === 'Z_BUF_ERROR')
    return fileError(
      'format-broken',
      name,
      'is cut off: its gzip compression ends before the data do, so copy or download the whole file again.',
      {},
      cause,
    );
  if (code.startsWith('Z_'))
    return fileError(
      'format-broken',
      name,
      'is damaged: its gzip compression holds bytes that cannot be decompressed, so copy or download it again.',
      {},
      cause,
    );
  if (/^E[A-Z]+$/.test(code))
    return fileError('file-unreadable', name, `could not be read (${code}); check the disk and try again.`, {}, cause);
  return cause;
}

async function readHead(chunks: AsyncGenerator<Buffer>): Promise<{ head: Buffer; isWhole: boolean }> {
  const parts: Buffer[] = [];
  let length = 0;
  let lines = 0;
  let longest = longestLineBytes;
  for await (const chunk of chunks) {
    if (length === 0 && /^(\xef\xbb\xbf)?\s*[[{]/.test(chunk.toString('latin1', 0, 100))) longest = headBytes;
    parts.push(chunk);
    length += chunk.length;
    for (let at = nextLineEnd(chunk, 0); lines < 3 && at >= 0; at = nextLineEnd(chunk, at + 1)) lines++;
    if ((length >= headBytes && lines >= 3) || length > longest) return { head: Buffer.concat(parts), isWhole: false };
  }
  return { head: Buffer.concat(parts), isWhole: true };
}

function nextLineEnd(chunk: Buffer, from: number): number {
  const lineFeed = chunk.indexOf(10, from);
  return lineFeed >= 0 ? lineFeed : chunk.indexOf(13, from);
}
