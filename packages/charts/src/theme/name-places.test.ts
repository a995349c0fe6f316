import { describe, expect, it } from 'vitest';
import { namePlaces } from './name-places.ts';

const plot = { width: 300, height: 200 };
const name = (text: string, x: number, y: number, weight = 1) => ({ text, x, y, weight });

describe('namePlaces', () => {
  it('leaves names that are clear where they are', () => {
    expect(namePlaces([name('Champions', 100, 50), name('Dormant', 200, 150)], plot)).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
  it('moves the lighter of two by a line, and out of the way of both', () => {
    expect(namePlaces([name('Regulars', 150, 100, 1), name('Champions', 150, 102, 9)], plot)).toEqual([
      [0, -19],
      [0, 0],
    ]);
  });
  it('keeps off what stands there already', () => {
    const box = { left: 120, right: 180, top: 95, bottom: 110 };
    expect(namePlaces([name('Regulars', 150, 100)], plot, [box])).toEqual([[0, -19]]);
  });
  it('gives up where there is no room', () => {
    const five = Array.from({ length: 7 }, (_, at) => name('Big baskets, few orders', 150, 100, 9 - at));
    expect(namePlaces(five, plot).map((place) => place?.[1] ?? null)).toEqual([0, -19, 19, -38, 38, null, null]);
  });
  it('keeps names inside the plot', () => {
    const [left, right] = namePlaces([name('Promising', 0, 20), name('Promising', 300, 180)], plot);
    expect(left?.[0]).toBeGreaterThan(30);
    expect(right?.[0]).toBeLessThan(-30);
  });
});
