import { expect, it } from 'vitest';
import { scrollScale } from './scroll-scale.ts';

it('is one to one where the rows fit', () => {
  const scale = scrollScale(32 * 1000, 600);
  expect([scale.height, scale.end, scale.toRows(77), scale.toScroll(77), scale.isExact]).toEqual([
    32_000,
    31_400,
    77,
    77,
    true,
  ]);
  expect(scrollScale(0, 600).end).toBe(0);
});

it.each([400_000, 10_000_000, 1_000_000_000])('reaches each of %d rows and both ends pixel by pixel', (rows) => {
  const view = 640;
  const scale = scrollScale(rows * 32, view);
  const scrollEnd = scale.height - view;
  expect(scale.height).toBeLessThan(17_000_000);
  expect([scale.toRows(0), scale.toRows(100), scale.toRows(scrollEnd)]).toEqual([0, 100, rows * 32 - view]);
  expect(scale.toRows(scrollEnd - 100)).toBe(rows * 32 - view - 100);
  let before = -1;
  for (let scroll = 0; scroll <= scrollEnd; scroll += scrollEnd / 997) {
    const top = scale.toRows(scroll);
    expect(top).toBeGreaterThan(before);
    expect(scale.toScroll(top)).toBeCloseTo(scroll, 4);
    before = top;
  }
});
