#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/bundle/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('clientele is not built yet; run "npm run build" in its folder first.');
  process.exit(1);
}
const { run } = await import(main.href);
await run(process.argv.slice(2));
