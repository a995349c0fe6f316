import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Handler } from 'hono';
import type { WebFile } from './web-files.ts';

const compress = promisify(gzip);
const smallestCompressedBytes = 1024;
const level = 6;

const missingPage = `<!doctype html><html lang="en"><title>Clientele</title>
<h1>The web app is not built</h1><p>Run <code>npm run build</code> and start again. The API answers at <a href="/api/v1/docs">/api/v1/docs</a>.</p></html>`;

/** Serves the web app: its files by their address, and the start page for every address of a screen. */
export function serveWeb(files: ReadonlyMap<string, WebFile>): Handler {
  const zipped = new Map<WebFile, Promise<Uint8Array<ArrayBuffer>>>();

  /** Compressed when it is first asked for, then kept. */
  function zip(file: WebFile): Promise<Uint8Array<ArrayBuffer>> {
    const known = zipped.get(file);
    if (known !== undefined) return known;
    const bytes = readFile(file.path).then(async (plain) => new Uint8Array(await compress(plain, { level })));
    zipped.set(file, bytes);
    bytes.catch(() => zipped.delete(file));
    return bytes;
  }

  return async (context) => {
    const address = decoded(context.req.path);
    const wantsPage = context.req.header('accept')?.includes('text/html') ?? false;
    const isScreen =
      address !== undefined && !address.startsWith('/assets/') && (wantsPage || !/\.\w{1,5}$/.test(address));
    const file = files.get(address ?? '') ?? (isScreen ? files.get('/index.html') : undefined);
    if (file === undefined)
      return isScreen && files.size === 0
        ? context.html(missingPage, 503)
        : context.text('There is no such file.', 404);
    const encoding = encodingOf(file, context.req.header('accept-encoding'));
    const etag = encoding === null ? file.etag : `${file.etag.slice(0, -1)}-${encoding}"`;
    context.header('content-type', file.type);
    context.header('cache-control', file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    context.header('etag', etag);
    context.header('vary', 'Accept-Encoding');
    if (context.req.header('if-none-match') === etag) return context.body(null, 304);
    if (encoding !== null) context.header('content-encoding', encoding);
    if (encoding === 'gzip') return context.body(await zip(file));
    const path = encoding === 'br' && file.brotliPath !== null ? file.brotliPath : file.path;
    return context.body(new Uint8Array(await readFile(path)));
  };
}

/** The best encoding that the asker takes and the file is worth. */
function encodingOf(file: WebFile, accepted = ''): 'br' | 'gzip' | null {
  const taken = new Set(
    accepted
      .split(',')
      .map((each) => each.replaceAll(' ', '').toLowerCase())
      .filter((each) => !/;q=0(\.0*)?$/.test(each))
      .map((each) => each.replace(/;.*/, '')),
  );
  if (file.brotliPath !== null && taken.has('br')) return 'br';
  return file.isText && file.bytes >= smallestCompressedBytes && taken.has('gzip') ? 'gzip' : null;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
