import { type RfmScheme, rfmSchemeSchema } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { withCells } from './boxes-of-cells.ts';
import { cutFault, rangeText, scoreRange, typeable, withCut } from './cut-points.ts';
import { isScheme, readScheme } from './read-scheme.ts';
import { withAxes, withScores } from './reshape-scheme.ts';
import { cellAt, cellsOf } from './rfm-cells.ts';
import { isSameScheme } from './scheme-edits.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
/** Each column of FM is a group of its own. */
const columns: RfmScheme = rfmSchemeSchema.parse({
  groups: names.map((name, at) => ({ name, boxes: [{ r: [1, 5], fm: [at + 1, at + 1] }] })),
});
const bottomRow = (scheme: RfmScheme) => cellsOf(scheme).slice(0, scheme.scores);

describe('another number of scores', () => {
  it('stretches the painting, worst from worst and best from best', () => {
    expect(bottomRow(withScores(columns, 10))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect(bottomRow(withScores(columns, 3))).toEqual([0, 2, 4]);
    expect(bottomRow(withScores(columns, 7))).toEqual([0, 1, 1, 2, 3, 3, 4]);
    expect(cellsOf(withScores(withScores(columns, 10), 5))).toEqual(cellsOf(columns));
    for (let scores = 3; scores <= 10; scores++)
      expect(rfmSchemeSchema.safeParse(withScores(withAxes(columns, 'r-f-m'), scores)).success).toBe(true);
  });
  it('keeps fixed cut points ascending', () => {
    const cuts = { recency: [10, 20, 40, 80], frequency: [2, 2, 3, 9], monetary: [1.5, 2, 3, 4] };
    const fixed = withScores({ ...columns, cuts }, 10);
    expect(fixed.cuts === 'quantile' ? [] : fixed.cuts.recency).toEqual([10, 10, 15, 20, 30, 40, 60, 80, 80]);
    expect(rfmSchemeSchema.safeParse(fixed).success).toBe(true);
    const few = withScores({ ...columns, cuts }, 3).cuts;
    expect(few === 'quantile' ? [] : few.frequency).toEqual([2, 5]);
  });
});

describe('other axes', () => {
  it('leave every code in its group', () => {
    const apart = withAxes(columns, 'r-f-m');
    expect(rfmSchemeSchema.parse(apart)).toEqual(apart);
    expect(cellsOf(apart)[cellAt({ r: 1, across: 2, layer: 3 }, apart)]).toBe(1);
    expect(cellsOf(withAxes(apart, 'r-fm'))).toEqual(cellsOf(columns));
  });
  it('give a joined cell the group of most of its codes', () => {
    const apart = withAxes(columns, 'r-f-m');
    const cells = cellsOf(apart);
    cells[cellAt({ r: 1, across: 1, layer: 1 }, apart)] = 4;
    // Of R 1, FM 1 there is the code 1,1,1 only; of R 1, FM 2 many are left.
    const many = cellAt({ r: 1, across: 2, layer: 2 }, apart);
    cells[many] = 4;
    expect(bottomRow(withAxes(withCells(apart, cells), 'r-fm'))).toEqual([4, 1, 2, 3, 4]);
  });
});

describe('cut points', () => {
  const cuts = [15, 33, 33, 180];
  it('say which values have a score', () => {
    const write = String;
    const text = (feature: 'recency' | 'frequency', score: number, isWhole = true) =>
      rangeText(scoreRange(feature, cuts, score), isWhole, write);
    expect([1, 2, 3, 4, 5].map((score) => text('recency', score))).toEqual(['≥ 180', '33–179', '–', '15–32', '≤ 14']);
    expect([1, 2, 5].map((score) => text('frequency', score, false))).toEqual(['< 15', '15–33', '≥ 180']);
    expect(rangeText({ from: 2, to: 3 }, true, write)).toBe('2');
    expect(rangeText({ from: 14.8, to: 34.2 }, true, write)).toBe('15–34');
    expect(rangeText({ from: 14.2, to: 14.8 }, true, write)).toBe('–');
    expect(rangeText({ from: null, to: null }, true, write)).toBe('');
  });
  it('must ascend', () => {
    expect(cutFault(cuts, 1, 10)).toEqual({ side: 'above', limit: 15 });
    expect(cutFault(cuts, 2, 200)).toEqual({ side: 'below', limit: 180 });
    expect([cutFault(cuts, 0, -5), cutFault(cuts, 3, 33)]).toEqual([null, null]);
    const fixed = { ...columns, cuts: { recency: cuts, frequency: cuts, monetary: cuts } };
    expect(withCut(fixed, 'monetary', 0, 3).cuts).toMatchObject({ recency: cuts, monetary: [3, 33, 33, 180] });
  });
  it('are shortened to what can be typed, never below an amount in cents', () => {
    const short = typeable({ recency: [297.4], frequency: [5], monetary: [255.8, 382.1333, 0.1 + 0.2] });
    expect(short).toEqual({ recency: [297.4], frequency: [5], monetary: [255.8, 382.14, 0.3] });
  });
});

describe('a scheme that was written down', () => {
  it('comes back as it was, also out of a recipe', () => {
    const written: unknown = JSON.parse(JSON.stringify(withAxes(columns, 'r-f-m')));
    expect(readScheme(written)).toEqual(withAxes(columns, 'r-f-m'));
    const read = readScheme({ method: 'rfm', rfm: { groups: columns.groups } });
    expect(isScheme(read) && isSameScheme(read, columns)).toBe(true);
  });
  const faults: [string, unknown][] = [
    ['file', null],
    ['file', 'text'],
    ['file', [columns]],
    ['groups', {}],
    ['groups', { groups: [] }],
    ['groups', { groups: new Array(61).fill({ name: 'x', boxes: [] }) }],
    ['scores', { ...columns, scores: 2 }],
    ['scores', { ...columns, scores: 4.5 }],
    ['scores', { ...columns, scores: '5' }],
    ['axes', { ...columns, axes: 'f-m' }],
    ['ties', { ...columns, ties: 'random' }],
    ['weights', { ...columns, weights: { frequency: 0, monetary: 0 } }],
    ['weights', { ...columns, weights: { frequency: -1, monetary: 2 } }],
    ['cuts', { ...columns, cuts: 'tertiles' }],
    ['cuts', { ...columns, cuts: { recency: [1, 2, 3], frequency: [1, 2, 3, 4], monetary: [1, 2, 3, 4] } }],
    ['cuts', { ...columns, cuts: { recency: [4, 3, 2, 1], frequency: [1, 2, 3, 4], monetary: [1, 2, 3, 4] } }],
    ['name', { groups: [{ name: ' ', boxes: [] }] }],
    ['name', { groups: [null] }],
    ['twice', { groups: [columns.groups[0], columns.groups[0]] }],
    ['boxes', { groups: [{ name: 'x' }] }],
    ['boxes', { groups: [{ name: 'x', boxes: [{ fm: [1, 2] }] }] }],
    ['boxes', { groups: [{ name: 'x', boxes: [{ r: [1, 6] }] }] }],
    ['boxes', { groups: [{ name: 'x', boxes: [{ r: [3, 2] }] }] }],
    ['boxes', { groups: [{ name: 'x', boxes: [{ r: [1, 2], f: [1, 1] }] }] }],
    ['boxes', { axes: 'r-f-m', groups: [{ name: 'x', boxes: [{ r: [1, 2], fm: [1, 1] }] }] }],
  ];
  it.each(faults)('has a fault in its %s', (part, written) => {
    const read = readScheme(written);
    expect(isScheme(read) ? 'none' : read.part).toBe(part);
    expect(rfmSchemeSchema.safeParse(written).success).toBe(false);
  });
});
