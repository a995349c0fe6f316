import { createRandom } from '@clientele/kernels';
import { expect, it } from 'vitest';
import { bestInterval, denseSums } from './best-interval.ts';

it('is the best of all intervals, of all prefixes, of all suffixes, and the widest', () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = createRandom(seed);
    const count = 1 + Math.floor(random.next() * 12);
    const hits = Float64Array.from({ length: count }, () => Math.floor(random.next() * 4));
    const matched = hits.map((each) => (random.next() < 0.3 ? each : each + Math.floor(random.next() * 5)));
    const base = seed % 2 === 0 ? { matched: 0, hits: 0 } : { matched: 5, hits: 3 };
    const size = base.hits + hits.reduce((a, b) => a + b, 0) + 2;
    const isEmpty = (low: number, high: number) => matched.slice(low, high + 1).every((each) => each === 0);
    const value = (low: number, high: number) => {
      const sum = (values: Float64Array) => values.slice(low, high + 1).reduce((a, b) => a + b, 0);
      return (2 * (sum(hits) + base.hits)) / (sum(matched) + base.matched + size);
    };
    if (isEmpty(0, count - 1)) continue;
    for (const side of ['both', 'above', 'below'] as const) {
      const found = bestInterval(denseSums({ matched, hits, base, size }), side);
      let best = 0;
      for (let low = 0; low < count; low++)
        for (let high = low; high < count; high++)
          if ((side !== 'below' || low === 0) && (side !== 'above' || high === count - 1) && !isEmpty(low, high))
            best = Math.max(best, value(low, high));
      expect(value(found.low, found.high)).toBeCloseTo(best, 12);
      expect((2 * found.hits) / (found.matched + size)).toBeCloseTo(best, 12);
    }
  }
});
