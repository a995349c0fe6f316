import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Handler } from 'hono';
import type { WebFile } from './web-files.ts';

const compress = promisify(gzip);
const smallestCompressedBytes = 1024;

const missingPage = `<!doctype html><html lang="en"><title>Clientele</title>
<h1>The web app is not built</h1><p>Run <code>npm run build</code> and start again. The API answers at <a href="/api/v1/docs">/api/v1/docs</a>.</p></html>`;

/** Serves the web app: its files by their address, and the start page for every address of a screen. */
export function serveWeb(files: ReadonlyMap<string, WebFile>): Handler {
  const compressed = new Map<WebFile, Promise<Uint8Array<ArrayBuffer>>>();

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
    context.header('content-type', file.type);
    context.header('cache-control', file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    context.header('etag', file.etag);
    context.header('vary', 'Accept-Encoding');
    if (context.req.header('if-none-match') === file.etag) return context.body(null, 304);
    const wantsGzip = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
    if (!wantsGzip || !file.isText || file.bytes < smallestCompressedBytes)
      return context.body(new Uint8Array(await readFile(file.path)));
    let bytes = compressed.get(file);
    if (bytes === undefined) {
      bytes = readFile(file.path).then(
        async (plain) => new Uint8Array(await compress(plain, { level: constants.Z_BEST_SPEED + 5 })),
      );
      compressed.set(file, bytes);
      bytes.catch(() => compressed.delete(file));
    }
    context.header('content-encoding', 'gzip');
    return context.body(await bytes);
  };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
