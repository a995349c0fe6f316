import { spawn } from 'node:child_process';
import { command } from './places.mjs';

/** Starts the server on a data folder; resolves with its address once it answers, and how long that took. */
export async function serve(dataDir, args = []) {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [command, 'serve', '--port', '0', '--no-open', '--no-sample', '--data-dir', dataDir, ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const base = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const found = /http:\/\/[\d.]+:\d+/.exec(String(chunk));
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const close = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill();
    });
  return { base, pid: child.pid, startedAt: started, startMs: performance.now() - started, close };
}
