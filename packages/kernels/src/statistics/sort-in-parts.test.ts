import { describe, expect, it } from 'vitest';
import { Stopped } from '../hooks.ts';
import { createRandom } from '../random/create-random.ts';
import { sortInPartsInPlace } from './sort-in-parts.ts';

describe('sortInPartsInPlace', () => {
  it.each([0, 1, 32_768, 32_769, 65_536, 200_001])('sorts %i values as sort does', (n) => {
    const random = createRandom(n);
    const values = Float64Array.from({ length: n }, () => Math.round(1000 * random.next()) - 500);
    const expected = values.slice().sort();
    const told: number[] = [];
    sortInPartsInPlace(values, { onProgress: (done) => told.push(done) });
    expect(values).toEqual(expected);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(Math.max(0, ...told)).toBeLessThanOrEqual(1);
  });

  it('stops where it is asked to', () => {
    expect(() => sortInPartsInPlace(new Float64Array(10), { shouldStop: () => true })).toThrow(Stopped);
  });
});
