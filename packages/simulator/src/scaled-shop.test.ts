import { describe, expect, it } from 'vitest';
import { scaledShop } from './scaled-shop.ts';

describe('scaledShop', () => {
  it.each([20_000, 50_000, 200_000])('has about %i lines', (lines) => {
    const shop = scaledShop({ lines });
    expect(Math.abs(shop.truth.lines / lines - 1)).toBeLessThan(0.1);
  });

  it('plans a million lines and gives the first without making the rest', () => {
    const shop = scaledShop({ lines: 1_000_000, seed: 7 });
    expect(Math.abs(shop.truth.lines / 1_000_000 - 1)).toBeLessThan(0.03);
    expect(shop.orders().next().value).toMatchObject({ order: '100001' });
  });

  it('refuses a size out of range', () => {
    expect(() => scaledShop({ lines: 10 })).toThrow(/lines = 10; give a whole number from 2000 to 20000000/);
  });
});
