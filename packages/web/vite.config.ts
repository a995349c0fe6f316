import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const service = 'http://127.0.0.1:4400';
const compress = promisify(brotliCompress);
const asText = { params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };
const smallestCompressedBytes = 256;

/** Puts each text file of the build beside itself as <name>.br; the server sends that to browsers that take it. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle)) {
      if (!/\.(js|css|html|svg|json)$/.test(name)) continue;
      const bytes = await readFile(join(dir, name));
      if (bytes.length >= smallestCompressedBytes)
        await writeFile(join(dir, `${name}.br`), await compress(bytes, asText));
    }
  },
};

/** Loads what every figure is drawn with beside the page's own script instead of after it. */
const preloadedCharts: Plugin = {
  name: 'preloaded-charts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((name) => /\/charts-flat-[^/]+\.js$/.test(name))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
          injectTo: 'head',
        })),
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), preloadedCharts, compressed],
  resolve: { conditions: ['clientele-source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The server's content security policy allows scripts and fonts from itself only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  // The service answers its own pages only, so the proxy speaks in its name.
  server: { proxy: { '/api': { target: service, changeOrigin: true, headers: { origin: service } } } },
});
