import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundBetween } from './round-between.ts';

describe('roundBetween', () => {
  it.each([
    [473.2, 488.9, 480],
    [41, 68, 50],
    [41.5, 48, 45],
    [-3, 480, 0],
    [479.99, 480.01, 480],
    [0.123, 0.131, 0.13],
    [1e-7, 3e-7, 2e-7],
    [1e21, 3e21, 2e21],
    [-488, -473, -480],
    [900, 1100, 1000],
  ])('between %d and %d: %d', (below, above, round) => expect(roundBetween(below, above)).toBe(round));

  it('knows the calendar, numbers said before, and what is not allowed', () => {
    expect(roundBetween(361, 372, { isDays: true })).toBe(365);
    expect(roundBetween(81, 99, { isDays: true })).toBe(90);
    expect(roundBetween(41, 68, { known: [44, 200] })).toBe(44);
    expect(roundBetween(41, 68, { allows: (value) => value !== 50 })).toBe(60);
  });

  it('says where there is none between', () => {
    expect(roundBetween(1, 1 + Number.EPSILON)).toBeNull();
    expect(roundBetween(5, 5)).toBeNull();
    expect(roundBetween(0, 5e-324)).toBeNull();
  });

  it('lies strictly between any two doubles that have one between them', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (a, b) => {
          const [below, above] = a < b ? [a, b] : [b, a];
          const round = roundBetween(below, above);
          const middle = below / 2 + above / 2;
          if (round !== null) expect(below < round && round < above).toBe(true);
          else expect(below < middle && middle < above).toBe(false);
        },
      ),
    );
  });
});
