// Compiles packages/kernels/simd (AssemblyScript) to WebAssembly and writes it as text to packages/kernels/src/simd/simd-bytes.gen.ts,
// which is not committed: a module in a string loads the same way in Node, in a bundle and in the browser.
// With --if-stale only where a source is newer than the last result.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'packages/kernels/simd');
const target = join(root, 'packages/kernels/src/simd/simd-bytes.gen.ts');

const changedAt = (path) => statSync(path).mtimeMs;
const sources = [...readdirSync(folder).map((name) => join(folder, name)), fileURLToPath(import.meta.url)];
const isFresh = existsSync(target) && Math.max(...sources.map(changedAt)) <= changedAt(target);

if (!process.argv.includes('--if-stale') || !isFresh) {
  let bytes = null;
  const options = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--uncheckedBehavior', 'always'];
  const { error, stderr } = await asc.main(['index.ts', '--outFile', 'simd.wasm', ...options], {
    readFile: (name) => {
      const path = join(folder, name);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    },
    writeFile: (_, contents) => {
      bytes = contents;
    },
  });
  if (error || bytes === null) {
    console.error(`packages/kernels/simd did not compile:\n${stderr}`);
    process.exit(1);
  }
  writeFileSync(target, `export const simdBytes =\n  '${Buffer.from(bytes).toString('base64')}';\n`);
  console.error(`simd: ${bytes.length} bytes`);
}
