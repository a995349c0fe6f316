import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyMethod, type Settings } from '../testing/every-method.ts';
import { expectLawful } from '../testing/fit-laws.ts';
import { gridPoints } from '../testing/made-points.ts';
import { changed, withCategories } from '../testing/samples.ts';

// Points on a coarse grid: ties and duplicates everywhere.
const samples = gridPoints.map(withCategories);
const asked = fc.record<Settings>({
  clusters: fc.integer({ min: 1, max: 6 }),
  seed: fc.integer({ min: -5, max: 5 }),
  unit: fc.constant(1),
});
const runs = { numRuns: 25 };

describe.each(everyMethod)('$name, on any points', (method) => {
  it('labels rows as the house has it, and predicts what it says it predicts', () => {
    fc.assert(
      fc.property(samples, asked, (data, settings) => {
        const { fit, predict } = method.fit(data, settings);
        expectLawful(fit, data);
        const again = predict(data);
        const same = again.filter((label, row) => label === fit.labels[row]).length;
        expect(same / data.rows).toBe('agreement' in fit ? fit.agreement : 1);
      }),
      runs,
    );
  });

  it('gives points scaled by a power of two the same labels, and leaves them alone', () => {
    fc.assert(
      fc.property(samples, asked, fc.constantFrom(2 ** 10, 2 ** -10), (data, settings, unit) => {
        const before = data.points.slice();
        const scaled = changed(data, (value) => value * unit);
        expect(method.fit(scaled, { ...settings, unit }).fit.labels).toEqual(method.fit(data, settings).fit.labels);
        expect(data.points).toEqual(before);
      }),
      runs,
    );
  });

  it('gives the same bits for the same seed', () => {
    fc.assert(
      fc.property(samples, asked, (data, settings) => {
        expect(method.fit(data, settings).fit).toEqual(method.fit(data, settings).fit);
      }),
      { numRuns: 10 },
    );
  });
});
