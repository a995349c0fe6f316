import { rfmSchemeSchema } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { coverageOf } from './coverage.ts';
import { defaultScheme } from './default-scheme.ts';
import { lintScheme } from './lint-scheme.ts';

const nameOf = (scores: number, r: number, fm: number) => {
  const scheme = defaultScheme(scores);
  return scheme.groups[coverageOf(scheme).groups[(r - 1) * scores + fm - 1] ?? -1]?.name;
};

describe('defaultScheme', () => {
  it.each([
    [5, 5, 'Champions'],
    [5, 4, 'Champions'],
    [4, 5, 'Champions'],
    [3, 4, 'Loyal customers'],
    [3, 3, 'Potential loyalists'],
    [5, 1, 'New customers'],
    [3, 1, 'Promising'],
    [2, 2, 'Needs attention'],
    [2, 1, 'About to sleep'],
    [1, 3, 'At risk'],
    [1, 4, "Can't lose them"],
    [1, 2, 'Hibernating'],
    [1, 1, 'Lost'],
  ])('R %i, FM %i of five is %s', (r, fm, name) => expect(nameOf(5, r, fm)).toBe(name));

  it('is what a scheme of the eleven groups alone comes to', () => {
    const { groups } = defaultScheme();
    expect(rfmSchemeSchema.parse({ groups })).toEqual(defaultScheme());
  });

  it('carries the groups over to other numbers of scores, each code in exactly one', () => {
    for (let scores = 3; scores <= 10; scores++) {
      const scheme = rfmSchemeSchema.parse(defaultScheme(scores));
      expect(lintScheme(scheme), `${scores}`).toEqual([]);
      expect(scheme.groups.length, `${scores}`).toBe([8, 11, 11, 11, 11, 11, 11, 11][scores - 3]);
    }
    // Three scores stand for 1, 3 and 5; ten for two of each.
    expect([nameOf(3, 3, 3), nameOf(3, 1, 1), nameOf(3, 2, 2)]).toEqual(['Champions', 'Lost', 'Potential loyalists']);
    for (let r = 1; r <= 10; r++)
      for (let fm = 1; fm <= 10; fm++) expect(nameOf(10, r, fm)).toBe(nameOf(5, Math.ceil(r / 2), Math.ceil(fm / 2)));
  });
});
