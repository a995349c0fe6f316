import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The weights that reports are set in. */
export type Weight = 400 | 600;

const { resolve } = createRequire(import.meta.url);
const order = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];

export type Subset = { name: string; ranges: readonly (readonly [from: number, to: number])[] };

/** The files that Inter is parted into, and the letters of each. */
export function interSubsets(): Subset[] {
  const unicode = JSON.parse(readFileSync(resolve('@fontsource/inter/unicode.json'), 'utf8')) as Record<string, string>;
  return order.map((name) => ({
    name,
    ranges: (unicode[name] ?? '').split(',').map((range) => {
      const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  }));
}

/** WOFF for paper, which Node unpacks by itself; WOFF2 for browsers. */
export const interFile = (subset: string, weight: Weight, format: 'woff' | 'woff2' = 'woff'): string =>
  resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.${format}`);
