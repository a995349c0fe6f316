import { describe, expect, it } from 'vitest';
import { flat, iris, mallCustomers, type Points, standardised } from '../../testing/load-points.ts';
import { Stopped } from '../hooks.ts';
import { createRandom, type Random } from '../random/create-random.ts';
import { assessStructure } from './assess-structure.ts';
import { even, planted } from './testing/planted.ts';

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

function cloud(seed: number, rows: number, columns: number, of: (random: Random) => number): Points {
  const random = createRandom(seed, 97);
  return standardised({ points: Float64Array.from({ length: rows * columns }, () => of(random)), rows, columns });
}

/** The groups found in 20 sets of a kind, with few references to be quick: fewer make a false group likelier. */
const groupsIn = (make: (seed: number) => Points): number[] =>
  Array.from({ length: 20 }, (_, s) => {
    const data = make(s + 1);
    return assessStructure(data.points, { ...data, references: 2, gapReferences: 2, maxClusters: 5, seed: s + 1 })
      .groups;
  });

describe('assessStructure', () => {
  it.each<[string, (seed: number) => Points]>([
    ['a round normal cloud', (seed) => planted(seed, [200], 4, 0)],
    ['a log-normal cloud', (seed) => cloud(seed, 200, 2, (random) => Math.exp(normal(random)))],
    ['counts', (seed) => cloud(seed, 200, 2, (random) => Math.log1p(Math.floor(-3 * Math.log(1 - random.next()))))],
  ])('finds no groups in %s, 19 times of 20', (_, make) => {
    expect(groupsIn(make).filter((groups) => groups === 1).length).toBeGreaterThanOrEqual(19);
  });

  it.each<[number, (seed: number) => Points]>([
    [2, (seed) => planted(seed, [100, 100], 3, 6)],
    [4, (seed) => planted(seed, [70, 70, 70, 70], 3, 7)],
  ])('finds %i groups 6 and 7 standard deviations apart, 19 times of 20 within one', (planted, make) => {
    const near = groupsIn(make).filter((groups) => groups > 1 && Math.abs(groups - planted) <= 1);
    expect(near.length).toBeGreaterThanOrEqual(19);
  });

  it('finds two groups of iris, and five of the mall by income and score', () => {
    const flowers = iris();
    const found = assessStructure(flowers.points, flowers);
    expect(found.groups).toBe(2);
    const setosa = Array.from(found.labels.subarray(0, 50));
    expect(new Set(setosa).size).toBe(1);
    expect(Array.from(found.labels.subarray(50)).filter((label) => label === setosa[0])).toEqual([]);
    const mall = mallCustomers();
    if (mall === null) return;
    const spending = flat(mall.map((cells) => [Number(cells[3]), Number(cells[4])]));
    expect(assessStructure(spending.points, spending).groups).toBe(5);
  });

  it('leaves columns of two values out, and says so', () => {
    const { points } = even(3, 300, 1);
    const mixed = flat(Array.from(points, (value, i) => [value, i % 2, (i >> 1) % 2, 7]));
    const found = assessStructure(mixed.points, { ...mixed, references: 2, gapReferences: 2 });
    expect(found.groups).toBe(1);
    expect(Array.from(found.binaryColumns)).toEqual([1, 2]);
    const only = flat(Array.from({ length: 40 }, (_, i) => [i % 2]));
    expect(assessStructure(only.points, only)).toMatchObject({ groups: 1, candidates: [] });
  });

  it('does not take a few far rows for a group', () => {
    const data = planted(1, [300, 3], 2, 40);
    const found = assessStructure(data.points, { ...data, references: 2, gapReferences: 2 });
    expect(found.groups).toBe(1);
  });

  it('labels all rows where a sample was looked at', () => {
    const data = planted(1, [400, 400], 2, 9);
    const found = assessStructure(data.points, { ...data, maxRows: 300, references: 2, gapReferences: 2 });
    expect(found).toMatchObject({ groups: 2, rows: 800, sampledRows: 300, exact: false });
    expect(found.labels).toHaveLength(800);
    expect(new Set(found.labels.subarray(0, 400)).size).toBe(1);
    expect(found.labels[0]).not.toBe(found.labels[799]);
  });

  it('bears one row, few rows, equal rows, constant columns and more columns than rows', () => {
    const one = assessStructure(Float64Array.of(1, 2), { rows: 1, columns: 2 });
    expect(one).toMatchObject({ groups: 1, dip: null, hopkins: null });
    expect(Array.from(one.labels)).toEqual([0]);
    const equal = { points: new Float64Array(40).fill(7), rows: 20, columns: 2 };
    expect(assessStructure(equal.points, equal)).toMatchObject({ groups: 1, hopkins: null, candidates: [] });
    const few = even(1, 4, 2);
    expect(assessStructure(few.points, few).groups).toBe(1);
    const wide = planted(2, [25], 40, 0);
    expect(assessStructure(wide.points, wide).groups).toBe(1);
  });

  it('tells its progress, stops when asked, and refuses what makes no sense', () => {
    const data = planted(1, [60, 60], 2, 6);
    const told: number[] = [];
    assessStructure(
      data.points,
      { ...data, references: 2, gapReferences: 2 },
      { onProgress: (done) => told.push(done) },
    );
    expect(told).toEqual(told.slice().sort((a, b) => a - b));
    expect(told.at(-1)).toBeCloseTo(1, 9);
    let asked = 0;
    expect(() => assessStructure(data.points, data, { shouldStop: () => ++asked > 5 })).toThrow(Stopped);
    expect(() => assessStructure(data.points, { ...data, references: 1 })).toThrow('references');
    expect(() => assessStructure(data.points, { ...data, maxClusters: 1 })).toThrow('to');
    expect(() => assessStructure(Float64Array.of(1, Number.NaN), { rows: 2, columns: 1 })).toThrow('row 1');
  });
});
