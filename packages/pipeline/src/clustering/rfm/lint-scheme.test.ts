import { type RfmBox, type RfmScheme, rfmSchemeSchema } from '@clientele/contracts';
import { createRandom } from '@clientele/kernels';
import { describe, expect, it } from 'vitest';
import { defaultScheme } from './default-scheme.ts';
import { lintScheme } from './lint-scheme.ts';

const grid = (groups: RfmScheme['groups'], more: Partial<RfmScheme> = {}) =>
  rfmSchemeSchema.parse({ scores: 3, groups, ...more });
const messages = (scheme: RfmScheme, sizes?: number[]) => lintScheme(scheme, sizes).map(({ message }) => message);

describe('lintScheme', () => {
  it('finds nothing wrong with the eleven groups', () => expect(lintScheme(defaultScheme())).toEqual([]));

  it('names what is in no group, what is in two, and what nobody can be in', () => {
    const scheme = grid([
      { name: 'Best', boxes: [{ r: [2, 3], fm: [2, 3] }] },
      { name: 'Recent', boxes: [{ r: [3, 3] }] },
      {
        name: 'Peak',
        boxes: [
          { r: [3, 3], fm: [3, 3] },
          { r: [3, 3], fm: [1, 1] },
        ],
      },
      { name: 'Nothing', boxes: [] },
    ]);
    expect(messages(scheme)).toEqual([
      '4 of 9 codes are in no group, so whoever has such a code is in no segment: R,FM 1,1 1,2 1,3 2,1.',
      '2 of the 3 codes of Recent are also in groups further up, and the first group has them: Best 2.',
      'Nobody can be in Peak: both its codes are in groups further up (Best 1, Recent 1).',
      'Nobody can be in Nothing: it has no codes.',
    ]);
    expect(lintScheme(scheme).map(({ code, count }) => [code, count])).toEqual([
      ['grid-uncovered', 4],
      ['grid-overlap', 2],
      ['grid-unreachable', 2],
      ['grid-unreachable', 0],
    ]);
  });

  it('counts customers where it is told them', () => {
    const scheme = grid([
      { name: 'Best', boxes: [{ r: [2, 3], fm: [2, 3] }] },
      { name: 'Recent', boxes: [{ r: [3, 3], fm: [1, 1] }] },
      { name: 'Gone', boxes: [{ r: [1, 1], fm: [1, 2] }] },
    ]);
    // Cells R1 FM1..3, R2, R3.
    expect(messages(scheme, [4, 0, 1, 12, 0, 0, 0, 300, 700])).toEqual([
      '2 of 9 codes are in no group, so 13 customers (1%) are in no segment: R,FM 2,1 (12) 1,3 (1).',
      'No customer is in Recent (1 code), so it is no segment for now.',
      'Gone is tiny: 4 customers, under 1% of all; give it more codes or join it to a neighbour.',
    ]);
    expect(lintScheme(scheme, [400, 0, 0, 0, 0, 0, 9, 300, 700])[0]).toMatchObject({ severity: 'info', count: 2 });
  });

  it('does not count codes that no value can have', () => {
    const cuts = { recency: [10, 10], frequency: [2, 3], monetary: [5, 5] };
    const scheme = grid(
      [
        { name: 'Middle', boxes: [{ r: [2, 2] }] },
        { name: 'Rest', boxes: [{ r: [1, 1] }] },
      ],
      {
        cuts,
        axes: 'r-f-m',
      },
    );
    // R is 1 or 3, M is 1 or 3: 12 codes, of which those of R 1 have a group.
    expect(messages(scheme)).toEqual([
      '6 of 12 codes are in no group, so whoever has such a code is in no segment: R,F,M 3,1,1 3,1,3 3,2,1 3,2,3 3,3,1 and 1 more.',
      'Nobody can be in Middle: two of its cut points are equal, so that no value has its scores.',
    ]);
    // Joined with weight 0 for monetary, FM is F and takes all three; with weight 0 for frequency it is M.
    const joined = (weights: RfmScheme['weights']) =>
      lintScheme(grid([{ name: 'All but', boxes: [{ r: [1, 3], fm: [1, 2] }] }], { cuts, weights }))[0]?.message;
    expect(joined({ frequency: 1, monetary: 0 })).toContain('2 of 6 codes');
    expect(joined({ frequency: 0, monetary: 1 })).toContain('2 of 4 codes');
  });
});

/** What each finding says, worked out code by code from the wording of the contract and nothing else. */
function bruteForce({ scores, axes, groups }: RfmScheme) {
  const inside = (range: [number, number] | undefined, score: number) =>
    range === undefined || (score >= range[0] && score <= range[1]);
  const has = ({ r, fm, f, m }: RfmBox, code: number[]) =>
    inside(r, code[0]!) && (axes === 'r-fm' ? inside(fm, code[1]!) : inside(f, code[1]!) && inside(m, code[2]!));
  let codes: number[][] = [[]];
  for (let axis = 0; axis < (axes === 'r-fm' ? 2 : 3); axis++)
    codes = codes.flatMap((code) => Array.from({ length: scores }, (_, i) => [...code, i + 1]));
  const owners = codes.map((code) =>
    groups.flatMap((group, i) => (group.boxes.some((box) => has(box, code)) ? [i] : [])),
  );
  const findings: string[] = [];
  const uncovered = codes.filter((_, i) => owners[i]!.length === 0).length;
  if (uncovered > 0) findings.push(`grid-uncovered ${uncovered} of ${codes.length}`);
  groups.forEach(({ name }, group) => {
    const own = owners.filter((each) => each.includes(group));
    const lost = own.filter(([first]) => first !== group);
    const takers = groups.flatMap((taker, i) => {
      const count = lost.filter(([first]) => first === i).length;
      return count > 0 ? [`${taker.name} ${count}`] : [];
    });
    if (own.length === lost.length) findings.push(`grid-unreachable ${name} ${own.length} ${takers.join(', ')}`);
    else if (lost.length > 0)
      findings.push(`grid-overlap ${name} ${lost.length} of ${own.length} ${takers.join(', ')}`);
  });
  return findings;
}

/** The linter's findings in the words of {@link bruteForce}. */
function found(scheme: RfmScheme) {
  return lintScheme(scheme).map(({ code, message, count }) => {
    const plain = message.replaceAll(',', '').replace(/^Nobody can be in (G\d+)/, '$1');
    if (code === 'grid-uncovered') return `${code} ${count} of ${/of (\d+) codes/.exec(plain)?.[1]}`;
    const name = /G\d+/.exec(plain)?.[0];
    const takers = [...plain.slice(plain.indexOf('further up')).matchAll(/G\d+ \d+/g)].map(([taker]) => taker);
    if (code === 'grid-unreachable') return `${code} ${name} ${count} ${takers.join(', ')}`;
    return `${code} ${name} ${count} of ${/of the (\d+) codes/.exec(plain)?.[1]} ${takers.join(', ')}`;
  });
}

describe('against brute force', () => {
  it('agrees on 1,000 random grids, overlapping, out of order and with boxes of part of the axes', () => {
    const random = createRandom(5);
    const whole = (most: number) => Math.floor(random.next() * most);
    const kinds = { 'grid-uncovered': 0, 'grid-overlap': 0, 'grid-unreachable': 0 };
    for (let round = 0; round < 1000; round++) {
      const scores = 3 + whole(round % 4 === 0 ? 8 : 4);
      const axes = whole(2) === 0 ? 'r-fm' : 'r-f-m';
      const range = (): [number, number] => {
        const [a, b] = [1 + whole(scores), 1 + whole(scores)];
        return [Math.min(a, b), Math.max(a, b)];
      };
      const some = () => (whole(4) === 0 ? undefined : range());
      const box = (): RfmBox => (axes === 'r-fm' ? { r: range(), fm: some() } : { r: range(), f: some(), m: some() });
      const groups = Array.from({ length: 1 + whole(12) }, (_, i) => ({
        name: `G${i}`,
        boxes: Array.from({ length: whole(4) }, box),
      }));
      const scheme = rfmSchemeSchema.parse({ scores, axes, groups });
      const expected = bruteForce(scheme);
      expect(found(scheme), `grid ${round}`).toEqual(expected);
      for (const finding of expected) kinds[finding.split(' ')[0] as keyof typeof kinds]++;
    }
    for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(500);
  });
});
