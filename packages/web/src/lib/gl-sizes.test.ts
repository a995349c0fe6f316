import effects from 'echarts-gl/lib/effect/composite.js';
import { expect, it } from 'vitest';
import { compileSizesInPlace, readSize } from './gl-sizes.ts';

const surface = { getWidth: () => 640, getHeight: () => 480, getDevicePixelRatio: () => 2 };
const texts = [...new Set(JSON.stringify(effects).match(/expr\([^"]*\)/g))];

it('computes every size of the library as the library would', () => {
  expect(texts.length).toBeGreaterThan(20);
  for (const text of texts) {
    const compiled = new Function('width', 'height', 'dpr', `return ${text.slice('expr('.length, -1)}`);
    expect(readSize(text)?.(surface), text).toEqual(compiled(640, 480, 2));
  }
  expect([readSize('#lut'), readSize(4), readSize('expr(alert(1))')]).toEqual([null, null, null]);
});

it('leaves nothing for the library to compile', () => {
  compileSizesInPlace(effects.nodes);
  expect(JSON.stringify(effects)).not.toContain('expr(');
  const set: unknown[] = [];
  const half = effects.nodes.find(({ name }) => name === 'source_half');
  const textureSize = half?.parameters?.textureSize as (surface: unknown) => void;
  textureSize.call({ setParameter: (...given: unknown[]) => set.push(given) }, surface);
  expect(set).toEqual([['textureSize', [640, 480]]]);
});
