// Runs a server from source in a process of its own: node serve-child.mjs FOLDER. Writes its address on stdout.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const conditions = ['clientele-source', 'module', 'node', 'import', 'default'];
const { module } = await runnerImport(fileURLToPath(new URL('../src/index.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
  resolve: { conditions },
  ssr: { resolve: { conditions } },
});
const dataDir = process.argv[2];
const { url } = await module.startServer({ dataDir, port: 0, sample: false, webDir: `${dataDir}/no-web` });
process.stdout.write(`${url}\n`);
