// Builds the compiled inner loops (AssemblyScript), the packages (tsc -b), the command (rolldown), then the web app (vite). With --if-stale only where a source is newer than the last build.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'packages/cli/dist/.built');
const skipped = new Set(['node_modules', 'dist', 'coverage']);

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

function isFresh() {
  if (!existsSync(stamp) || !existsSync(join(root, 'packages/web/dist/index.html'))) return false;
  const built = statSync(stamp).mtimeMs;
  const others = ['package-lock.json', 'tsconfig.base.json', 'scripts/build.mjs'].map(
    (file) => statSync(join(root, file)).mtimeMs,
  );
  return Math.max(newest(join(root, 'packages')), ...others) <= built;
}

function step(name, file, args, folder = '.') {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [join(root, file), ...args], {
    cwd: join(root, folder),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) {
    console.error(`The build stopped at: ${name}.`);
    process.exit(1);
  }
  console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

if (process.argv.includes('--if-stale') && isFresh()) process.exit(0);
step('inner loops', 'scripts/build-simd.mjs', ['--if-stale']);
step('packages', 'node_modules/typescript/bin/tsc', ['-b']);
step('command', 'node_modules/rolldown/bin/cli.mjs', ['-c', 'rolldown.config.mjs'], 'packages/cli');
step('web app', 'node_modules/vite/bin/vite.js', ['build', 'packages/web', '--logLevel', 'warn']);
mkdirSync(dirname(stamp), { recursive: true });
writeFileSync(stamp, new Date().toISOString());
