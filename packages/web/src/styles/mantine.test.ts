import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const source = fileURLToPath(new URL('..', import.meta.url));
const core = join(dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css')), 'esm');

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const used = new Set(
  files.flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)]
      .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
      .filter((name) => /^[A-Z]/.test(name)),
  ),
);

/** Parts that hang on a control and are not drawn here. */
const undrawn = new Set(['CheckboxCard', 'CheckboxIndicator', 'RadioCard', 'RadioIndicator']);

/** Names of the style modules that a module of Mantine and all that it imports need. */
function stylesOf(path: string, seen: Set<string>): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/from "(\.[^"]+\.mjs)"/g)].flatMap(([, target = '']) => {
    const style = /([A-Za-z]+)\.module\.mjs$/.exec(target)?.[1];
    return style === undefined ? stylesOf(join(dirname(path), target), seen) : [style];
  });
}

it('loads the styles of every control of Mantine in use, and of no other', () => {
  const index = readFileSync(join(core, 'index.mjs'), 'utf8');
  const needed = new Set<string>();
  for (const name of [...used, 'Notification']) {
    const target = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "(\\./[^"]+)"`).exec(index)?.[1];
    if (target !== undefined) for (const style of stylesOf(join(core, target), new Set())) needed.add(style);
  }
  const loaded = [...readFileSync(join(source, 'styles/mantine.css'), 'utf8').matchAll(/styles\/([A-Z]\w+)\.layer/g)];
  expect(loaded.map(([, name]) => name).sort()).toEqual([...needed].filter((name) => !undrawn.has(name)).sort());
});
