import { describe, expect, it } from 'vitest';
import { roundsOfPairs } from './rounds-of-pairs.ts';

describe('roundsOfPairs', () => {
  it.each([1, 2, 4, 8, 16])('has every pair of %i blocks once, and no block twice in a round', (blocks) => {
    const rounds = roundsOfPairs(blocks);
    const pairs = rounds.flat().map(([a, b]) => [Math.min(a, b), Math.max(a, b)].join());
    expect(new Set(pairs).size).toBe((blocks * (blocks + 1)) / 2);
    expect(pairs).toHaveLength((blocks * (blocks + 1)) / 2);
    for (const round of rounds) {
      const used = round.flatMap(([a, b]) => (a === b ? [a] : [a, b]));
      expect(new Set(used).size).toBe(used.length);
    }
  });
});
