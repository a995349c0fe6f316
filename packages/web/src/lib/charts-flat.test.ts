import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as series from 'echarts/charts';
import { expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const drawn = join(here, '../../../charts/src');

const textOf = (folder: string, isWanted: (name: string) => boolean): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && isWanted(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

const figures = textOf(drawn, () => true);
const registered = textOf(here, (name) => name.startsWith('charts-'));
const types = Object.keys(series)
  .filter((name) => name.endsWith('Chart'))
  .map((name) => [`${name[0]?.toLowerCase()}${name.slice(1, -'Chart'.length)}`, name] as const);

it('registers every kind of series that figures draw with, and no other', () => {
  expect(types.length).toBeGreaterThan(15);
  const used = types.filter(([type]) => figures.includes(`type: '${type}'`)).map(([, name]) => name);
  const known = types.filter(([, name]) => new RegExp(`\\b${name}\\b`).test(registered)).map(([, name]) => name);
  expect(known).toEqual(used);
  expect(used).toContain('BarChart');
});

it.each([
  ['legend', 'LegendPlainComponent'],
  ['markArea', 'MarkAreaComponent'],
  ['markLine', 'MarkLineComponent'],
  ['markPoint', 'MarkPointComponent'],
  ['tooltip', 'TooltipComponent'],
  ['dataZoom', 'DataZoomComponent'],
  ['visualMap', 'VisualMapComponent'],
  ['toolbox', 'ToolboxComponent'],
  ['graphic', 'GraphicComponent'],
  ['polar', 'PolarComponent'],
  ['radar', 'RadarComponent'],
  ['brush', 'BrushComponent'],
  ['aria', 'AriaComponent'],
  ['labelLayout', 'LabelLayout'],
  ['universalTransition', 'UniversalTransition'],
])('registers %s where a figure has it, and only there', (key, name) => {
  const isUsed = new RegExp(`\\b${key}:|\\btype: '${key}'`).test(figures);
  expect(new RegExp(`\\b${name}\\b`).test(registered)).toBe(isUsed);
});
