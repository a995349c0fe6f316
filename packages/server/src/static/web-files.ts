import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

const brotli = '.br';

/** A file of the built web app. */
export interface WebFile {
  path: string;
  bytes: number;
  type: string;
  etag: string;
  /** True where the name holds a hash of the content, so that it never changes. */
  isImmutable: boolean;
  isText: boolean;
  /** The same compressed with Brotli, where the build has put it beside the file. */
  brotliPath: string | null;
}

/**
 * The files of the web app by address. Only what is listed here is ever served, so no address can reach outside the
 * folder. Empty where the folder is not there.
 */
export async function listWebFiles(folder: string): Promise<ReadonlyMap<string, WebFile>> {
  const files = new Map<string, WebFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = new Set(entries.map((entry) => join(entry.parentPath, entry.name)));
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || (path.endsWith(brotli) && paths.has(path.slice(0, -brotli.length)))) continue;
    const { size, mtimeMs } = await stat(path);
    const type = types[extname(entry.name).toLowerCase()] ?? 'application/octet-stream';
    files.set(`/${relative(folder, path).split(sep).join('/')}`, {
      path,
      bytes: size,
      type,
      etag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
      isImmutable: /-[\w-]{8,}\.\w+$/.test(entry.name) && entry.parentPath !== folder,
      isText: /^text|json$|svg|javascript|wasm/.test(type),
      brotliPath: paths.has(`${path}${brotli}`) ? `${path}${brotli}` : null,
    });
  }
  return files;
}
