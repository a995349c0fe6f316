import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './run-command.ts';

export interface Served {
  url: string;
  dataDir: string;
  process: ChildProcess;
  close(): Promise<void>;
}

/** Starts `clientele serve` on a free port of the loopback with a store of its own; close() ends it and removes the store. */
export async function serve(args: readonly string[] = [], dataDir?: string): Promise<Served> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'clientele-serve-')));
  const child = spawn(process.execPath, [command, 'serve', '--port', '0', '--no-open', '--data-dir', folder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/[\w.]+:\d+/.exec(text);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
  return {
    url,
    dataDir: folder,
    process: child,
    async close() {
      child.kill('SIGTERM');
      await ended;
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
