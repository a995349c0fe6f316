import { type RfmScheme, rfmSchemeSchema } from '@clientele/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesOf, withCells } from './boxes-of-cells.ts';
import { groupOfKey, letterOf } from './brush-keys.ts';
import { cellSums, groupCodes, groupSums, isTiny } from './cell-sums.ts';
import { noHistory, recorded, redone, undone } from './edit-history.ts';
import { lineBetween } from './line-between.ts';
import { problemCells } from './problem-cells.ts';
import { cellAt, cellsIn, cellsOf, claimsOf, joinedScore, layersOf, noGroup, placeOf } from './rfm-cells.ts';
import { freeName, nameFault, withGroup, withMoved, withName, withoutGroup } from './scheme-edits.ts';

const scheme = (patch: Partial<RfmScheme> = {}): RfmScheme =>
  rfmSchemeSchema.parse({
    scores: 3,
    groups: [
      { name: 'Best', boxes: [{ r: [2, 3], fm: [3, 3] }] },
      { name: 'Recent', boxes: [{ r: [3, 3] }] },
      { name: 'Rest', boxes: [{ r: [1, 1], fm: [1, 2] }] },
    ],
    ...patch,
  });

describe('the cells of a scheme', () => {
  it('belong to the first group that claims them', () => {
    // R 1, then 2, then 3; FM 1 to 3 in each.
    expect(cellsOf(scheme())).toEqual([2, 2, -1, -1, -1, 0, 1, 1, 0]);
    expect(claimsOf(scheme())[8]).toEqual([0, 1]);
  });
  it('have their places', () => {
    for (const shape of [{ scores: 4, axes: 'r-fm' } as const, { scores: 3, axes: 'r-f-m' } as const]) {
      const cells = Array.from({ length: cellsIn(shape) }, (_, cell) => cell);
      expect(cells.map((cell) => cellAt(placeOf(cell, shape), shape))).toEqual(cells);
    }
    expect(layersOf({ scores: 3, axes: 'r-f-m' })).toBe(3);
    expect(placeOf(26, { scores: 3, axes: 'r-f-m' })).toEqual({ r: 3, across: 3, layer: 3 });
  });
  it('take ranges of all three axes', () => {
    const apart = scheme({ axes: 'r-f-m', groups: [{ name: 'One', boxes: [{ r: [1, 1], f: [2, 2], m: [3, 3] }] }] });
    expect(cellsOf(apart).flatMap((group, cell) => (group === 0 ? [placeOf(cell, apart)] : []))).toEqual([
      { r: 1, across: 2, layer: 3 },
    ]);
  });
  it('join F and M with halves to the even score', () => {
    const even = { frequency: 1, monetary: 1 };
    expect([joinedScore(2, 3, even), joinedScore(3, 4, even), joinedScore(1, 5, even)]).toEqual([2, 4, 3]);
    expect(joinedScore(1, 5, { frequency: 3, monetary: 1 })).toBe(2);
    expect(joinedScore(1, 3, { frequency: 0.1, monetary: 0.3 })).toBe(2);
    expect(joinedScore(2, 4, { frequency: 0.1, monetary: 0.3 })).toBe(4);
  });
});

describe('boxes of painted cells', () => {
  it('are few rectangles', () => {
    const shape = { scores: 3, axes: 'r-fm' } as const;
    expect(boxesOf([0, 0, 0, 0, 0, 0, -1, -1, 0], 0, shape)).toEqual([
      { r: [1, 2], fm: [1, 3] },
      { r: [3, 3], fm: [3, 3] },
    ]);
    expect(boxesOf(new Array(27).fill(0), 0, { scores: 3, axes: 'r-f-m' })).toEqual([
      { r: [1, 3], f: [1, 3], m: [1, 3] },
    ]);
  });
  it('give back any painting, none over another, in a scheme that the service takes', () => {
    const painting = fc
      .record({ scores: fc.integer({ min: 3, max: 6 }), axes: fc.constantFrom('r-fm' as const, 'r-f-m' as const) })
      .chain((shape) =>
        fc.tuple(
          fc.constant(shape),
          fc.array(fc.integer({ min: -1, max: 3 }), { minLength: cellsIn(shape), maxLength: cellsIn(shape) }),
        ),
      );
    fc.assert(
      fc.property(painting, ([shape, cells]) => {
        const groups = ['a', 'b', 'c', 'd'].map((name) => ({ name, boxes: [] }));
        const made = withCells(scheme({ ...shape, groups }), cells);
        expect(rfmSchemeSchema.parse(made)).toEqual(made);
        expect(cellsOf(made)).toEqual(cells);
        expect(Math.max(...claimsOf(made).map((claims) => claims.length))).toBeLessThan(2);
      }),
      { numRuns: 60 },
    );
  });
  it('leave nothing out on a quick stroke', () => {
    const shape = { scores: 5, axes: 'r-f-m' } as const;
    const at = (r: number, across: number) => cellAt({ r, across, layer: 2 }, shape);
    expect(lineBetween(at(1, 1), at(4, 4), shape)).toEqual([at(1, 1), at(2, 2), at(3, 3), at(4, 4)]);
    expect(lineBetween(at(3, 5), at(3, 3), shape)).toEqual([at(3, 5), at(3, 4), at(3, 3)]);
    expect(lineBetween(at(2, 2), at(2, 2), shape)).toEqual([at(2, 2)]);
  });
});

describe('sums while painting', () => {
  const codes = [
    { r: 3, f: 3, m: 3, fm: 3, group: 0, customers: 6, revenue: 60 },
    { r: 3, f: 1, m: 2, fm: 2, group: 1, customers: 3, revenue: 6 },
    { r: 2, f: 2, m: 1, fm: 2, group: -1, customers: 1, revenue: 4 },
  ];
  it('follow the cells', () => {
    const sums = cellSums(scheme(), { codes });
    expect(groupSums(cellsOf(scheme()), sums, 3)).toEqual([
      { customers: 6, revenue: 60 },
      { customers: 3, revenue: 6 },
      { customers: 0, revenue: 0 },
      { customers: 1, revenue: 4 },
    ]);
    expect(groupCodes(cellsOf(scheme()), 3)).toEqual([2, 2, 2, 3]);
  });
  it('follow other weights without asking anew', () => {
    const heavy = scheme({ weights: { frequency: 1, monetary: 0 } });
    expect(cellSums(heavy, { codes })[cellAt({ r: 3, across: 1, layer: 1 }, heavy)]?.customers).toBe(3);
  });
  it('call tiny what the linter calls so', () => {
    expect([isTiny(0, 1000), isTiny(4, 100), isTiny(9, 1000), isTiny(10, 1000)]).toEqual([false, true, true, false]);
  });
});

describe('undo and redo', () => {
  it('go back and forth, and an edit forgets what was taken back', () => {
    const history = recorded(recorded(noHistory, 'a'), 'b');
    const back = undone(history, 'c');
    expect(back?.state).toBe('b');
    expect(redone(back!.history, 'b')).toEqual({ state: 'c', history });
    expect(redone(recorded(back!.history, 'b'), 'd')).toBeNull();
    expect(undone(noHistory, 'a')).toBeNull();
  });
});

describe('groups', () => {
  it('are added, renamed, moved and removed', () => {
    const more = withGroup(
      scheme(),
      freeName(scheme(), (number) => `Group ${number}`),
    );
    expect(more.groups.at(-1)).toEqual({ name: 'Group 4', boxes: [] });
    expect(withName(more, 3, '  New ').groups[3]?.name).toBe('New');
    expect(nameFault(more, 3, ' ')).toBe('empty');
    expect(nameFault(more, 3, 'Best')).toBe('taken');
    expect(nameFault(more, 0, 'Best')).toBeNull();
    expect(nameFault(more, 0, 'x'.repeat(81))).toBe('long');
    expect(cellsOf(withMoved(scheme(), 1, -1))[8]).toBe(0);
    expect(cellsOf(withoutGroup(scheme(), 0))[8]).toBe(0);
    expect(withoutGroup(scheme(), 0).groups.map(({ name }) => name)).toEqual(['Recent', 'Rest']);
  });
  it('are chosen by letter and number', () => {
    expect([0, 25, 26, 59].map(letterOf)).toEqual(['A', 'Z', 'AA', 'BH']);
    expect(['a', 'C', '3', '0', 'd', '4', 'Enter', '-'].map((key) => groupOfKey(key, 3))).toEqual([
      0,
      2,
      2,
      noGroup,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the cells of a problem', () => {
  const cellsFor = (code: string, message: string) =>
    problemCells({ code, message }, scheme(), claimsOf(scheme()), cellsOf(scheme()));
  it('are those it is about', () => {
    expect(cellsFor('grid-uncovered', '3 of 9 codes are in no group')).toEqual([2, 3, 4]);
    expect(cellsFor('grid-overlap', '1 of the 3 codes of Recent is also in Best')).toEqual([8]);
    expect(cellsFor('grid-tiny', 'Rest is tiny')).toEqual([0, 1]);
    expect(cellsFor('score-ties', 'Frequency has only 3 different values')).toEqual([]);
  });
});
