import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

/** A file name of plain letters, so that no header and no file system can misread it. */
export function downloadName(title: string, file: string): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^\w]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60);
  return plain === '' ? file : `${plain}-${file}`;
}

/** An answer that the browser saves as a file; a stream is sent as it is made. */
export function download(
  name: string,
  type: string,
  content: string | Uint8Array | AsyncIterable<string | Uint8Array>,
): Response {
  const body =
    typeof content === 'string'
      ? content
      : content instanceof Uint8Array
        ? Buffer.from(content)
        : (Readable.toWeb(Readable.from(encoded(content))) as ReadableStream);
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

async function* encoded(parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of parts) {
    yield typeof part === 'string' ? encoder.encode(part) : part;
    await setImmediate();
  }
}
