import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { orderLinesCsv, scaledShop } from '@clientele/simulator';
import { root } from './places.mjs';

/** Order lines of a made-up shop, about so many, as CSV; made once. */
export async function simulatedFile(lines) {
  const folder = join(root, 'bench/data');
  const path = join(folder, `shop-${lines}.csv`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    await pipeline(Readable.from(orderLinesCsv(scaledShop({ lines, seed: 1 }))), createWriteStream(path));
  }
  return path;
}
