import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, mapClasses } from './map-classes.ts';

describe('classes of a map', () => {
  it('are logarithmic where one country has nearly all', () => {
    const classes = mapClasses([7308391, 285446, 41196, 7334, 827, 146]);
    expect(classes).toEqual({ edges: [1000, 10000, 100000, 1000000], scale: 'log' });
    expect([7308391, 285446, 41196, 7334, 827, 1000].map((value) => classOf(value, classes))).toEqual([
      4, 3, 2, 1, 0, 1,
    ]);
  });

  it('are even where countries differ little', () => {
    expect(mapClasses([210, 140, 96, 50, 31])).toEqual({ edges: [50, 100, 150, 200], scale: 'even' });
  });

  it('are one for one amount, or none above zero', () => {
    for (const values of [[], [5], [5, 5], [0], [-3, 0], [Number.NaN, Number.POSITIVE_INFINITY]])
      expect(mapClasses(values)).toEqual({ edges: [], scale: 'one' });
  });

  it('stand apart below zero', () => {
    const classes = mapClasses([-5, 0, 1, 10000]);
    expect([-5, 0, 1, 10000].map((value) => classOf(value, classes))).toEqual([-1, 0, 0, classes.edges.length]);
  });

  it('are two to five for any amounts that differ, none of the outer ones empty', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), { minLength: 2, maxLength: 60 }),
        (values) => {
          const [low, high] = [Math.min(...values), Math.max(...values)];
          // Closer than a round limit can part.
          fc.pre(high - low > high * 1e-6);
          const classes = mapClasses(values);
          expect(classes.edges.length).toBeGreaterThan(0);
          expect(classes.edges.length).toBeLessThan(5);
          expect([...classes.edges].sort((left, right) => left - right)).toEqual(classes.edges);
          expect(classOf(low, classes)).toBe(0);
          expect(classOf(high, classes)).toBe(classes.edges.length);
        },
      ),
    );
  });
});
