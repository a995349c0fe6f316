import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ClienteleError } from '@clientele/contracts';
import type { Command } from 'commander';
import { note, print } from '../output/print.ts';

interface ServeOptions {
  port: string;
  host: string;
  dataDir: string;
  open: boolean;
  sample: boolean;
}

/** `clientele serve [FILE...]`: the app and the API on this machine. */
export function addServe(program: Command): void {
  program
    .command('serve [files...]')
    .description('serve the app and the API; files given are imported')
    .option('--port <n>', 'port to listen on; 0 takes a free one', '4400')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--data-dir <dir>', 'folder of the store', './clientele-data')
    .option('--no-open', 'do not open the browser')
    .option('--no-sample', 'do not bring the sample shop into a new store')
    .action(serve);
}

const webDir = fileURLToPath(new URL('../../../web/dist', import.meta.url));

async function serve(files: string[], options: ServeOptions): Promise<void> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new ClienteleError('usage', `--port: "${options.port}" is no port; expected a whole number from 0 to 65535.`);
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined)
    throw new ClienteleError('not-found', `There is no file ${missing}; check its name.`, { file: missing });
  const { startServer } = await import('@clientele/server');
  const { host, dataDir, sample } = options;
  const server = await startServer({ dataDir, host, port, webDir, files, sample });
  await print(`Clientele is at ${server.url}`);
  if (host !== '127.0.0.1' && host !== 'localhost' && host !== '::1')
    note(`It listens on ${host}: everybody who reaches this address can read and change what is in ${dataDir}.`);
  if (options.open && process.stdout.isTTY && !process.env.CI) await openBrowser(server.url);
  let isClosing = false;
  const close = async () => {
    if (isClosing) return;
    isClosing = true;
    await server.close();
    process.exit(0);
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
}

/** Opens the browser where there is one; where there is none the address has been printed. */
async function openBrowser(url: string): Promise<void> {
  try {
    const { default: open } = await import('open');
    const child = await open(url);
    child.on('error', () => undefined);
  } catch {
    // A machine without a browser, such as a server: nothing to open.
  }
}
