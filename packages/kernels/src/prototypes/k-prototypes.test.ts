import { describe, expect, it } from 'vitest';
import { clouds } from '../../testing/made-points.ts';
import { runAway } from '../../testing/run-away.ts';
import { Stopped } from '../hooks.ts';
import { kmeans } from '../kmeans/kmeans.ts';
import { createRandom } from '../random/create-random.ts';
import { kPrototypes, planKPrototypes } from './k-prototypes.ts';
import { kPrototypesPredict } from './k-prototypes-predict.ts';

/** Clouds whose rows mostly have the categories of their cloud; one in twenty is missing. */
function mixed(rows: number, clusters: number, seed = 1) {
  const { points } = clouds(rows, 2, clusters, seed);
  const found = kmeans(points, { rows, columns: 2, clusters, starts: 2 }).labels;
  const random = createRandom(seed, 7);
  const categories = new Int32Array(rows * 2).map((_, p) => {
    if (random.next() < 0.05) return -1;
    return random.next() < 0.7 ? found[p >> 1] : random.integer(4);
  });
  return { numbers: points, categories, shape: { rows, columns: 2, categoricalColumns: 2 } };
}

describe('kPrototypes', () => {
  it('splits by the categories where they weigh more, by the numbers where they weigh less, worked by hand', () => {
    const numbers = Float64Array.of(0, 2, 0, 2);
    const categories = Int32Array.of(7, 7, 9, 9);
    const options = { rows: 4, columns: 1, categoricalColumns: 1, clusters: 2 };
    const heavy = kPrototypes(numbers, categories, { ...options, gamma: 10 });
    // Two clusters around 1, each with two squares of 1.
    expect(heavy).toMatchObject({ cost: 4, gamma: 10, converged: true, labels: Int32Array.of(0, 0, 1, 1) });
    expect(heavy).toMatchObject({ centers: Float64Array.of(1, 1), modes: Int32Array.of(7, 9) });
    const light = kPrototypes(numbers, categories, { ...options, gamma: 0.5 });
    // Around 0 and 2, each with one row whose category is not the mode; the lower code is the mode among equals.
    expect(light).toMatchObject({ cost: 1, labels: Int32Array.of(0, 1, 0, 1), modes: Int32Array.of(7, 7) });
  });

  it('takes half the mean standard deviation for gamma, 1 where there are no numbers', () => {
    const options = { rows: 4, columns: 2, categoricalColumns: 1, clusters: 1 };
    const codes = Int32Array.of(0, 0, 0, 1);
    // Standard deviations 1 and 3.
    expect(kPrototypes(Float64Array.of(0, 0, 2, 6, 0, 0, 2, 6), codes, options).gamma).toBe(1);
    expect(kPrototypes(Float64Array.of(0, 0, 4, 6, 0, 0, 4, 6), codes, options).gamma).toBe(1.25);
    const modesOnly = kPrototypes(new Float64Array(0), codes, { ...options, columns: 0 });
    expect(modesOnly).toMatchObject({ gamma: 1, cost: 1, modes: Int32Array.of(0) });
  });

  it('lets a missing category cost nothing and count for no mode', () => {
    const numbers = Float64Array.of(0, 0, 0, 10, 10);
    const codes = Int32Array.of(-1, -1, 3, -1, -1);
    const options = { rows: 5, columns: 1, categoricalColumns: 1 };
    const fit = kPrototypes(numbers, codes, { ...options, clusters: 2 });
    expect(fit).toMatchObject({ cost: 0, modes: Int32Array.of(3, -1), sizes: Int32Array.of(3, 2) });
    const found = kPrototypesPredict(fit, Float64Array.of(9, 9), Int32Array.of(-1, 3), { ...options, rows: 2 });
    expect(Array.from(found.distances)).toEqual([1, 1 + fit.gamma]);
  });

  it('is k-means where there are no categories', () => {
    const data = clouds(120, 3, 4);
    const options = { ...data, clusters: 4 };
    const fit = kPrototypes(data.points, new Int32Array(0), { ...options, categoricalColumns: 0 });
    const reference = kmeans(data.points, options);
    expect(fit.labels).toEqual(reference.labels);
    expect(fit.cost).toBeCloseTo(reference.inertia, 8);
  });

  it('predicts the labels of its own rows, the codes in any numbering', () => {
    const { numbers, categories, shape } = mixed(400, 4);
    const fit = kPrototypes(numbers, categories, { ...shape, clusters: 4 });
    expect(kPrototypesPredict(fit, numbers, categories, shape).labels).toEqual(fit.labels);
    const sparse = categories.map((code) => (code < 0 ? -1 : code * 1_000_003 + 5));
    const other = kPrototypes(numbers, sparse, { ...shape, clusters: 4 });
    expect(other.labels).toEqual(fit.labels);
    expect(other.modes).toEqual(fit.modes.map((code) => code * 1_000_003 + 5));
  });

  it('goes through a sample of many rows and ends at a partition of all', () => {
    const { numbers, categories, shape } = mixed(9_000, 3);
    const options = { ...shape, clusters: 3, starts: 2 };
    const fit = kPrototypes(numbers, categories, options);
    expect(fit.converged).toBe(true);
    expect(kPrototypesPredict(fit, numbers, categories, shape).labels).toEqual(fit.labels);
    expect(runAway(planKPrototypes(numbers, categories, options, true))).toEqual(fit);
    expect(kPrototypes(numbers, categories, { ...options, seed: 2 }).cost / fit.cost).toBeCloseTo(1, 6);
  });
});

describe('kPrototypes on hostile input', () => {
  const numbers = Float64Array.of(1, 2, 3, 4);
  const codes = Int32Array.of(0, 1, 0, 1);
  const shape = { rows: 4, columns: 1, categoricalColumns: 1 };

  it('refuses what does not fit, with the arithmetic', () => {
    const call = (more: object) => () => kPrototypes(numbers, codes, { ...shape, clusters: 2, ...more });
    expect(call({ rows: 3 })).toThrow('rows x columns = 3 x 1 = 3 numbers, got 4');
    expect(call({ categoricalColumns: 2 })).toThrow('rows x categoricalColumns = 4 x 2 = 8 codes, got 4');
    expect(call({ rows: 0 })).toThrow(RangeError);
    expect(call({ clusters: 0 })).toThrow('clusters');
    expect(call({ gamma: -1 })).toThrow('gamma');
    expect(call({ gamma: Number.NaN })).toThrow('gamma');
    expect(() => kPrototypes(numbers, Int32Array.of(0, 1, -2, 1), { ...shape, clusters: 2 })).toThrow('-2 in row 2');
    expect(() => kPrototypes(Float64Array.of(1, Number.NaN, 3, 4), codes, { ...shape, clusters: 2 })).toThrow(
      'NaN in row 1, column 0',
    );
    const fit = kPrototypes(numbers, codes, { ...shape, clusters: 2 });
    const wide = { rows: 2, columns: 2, categoricalColumns: 1 };
    expect(() => kPrototypesPredict(fit, numbers, Int32Array.of(0, 1), wide)).toThrow('prototypes have 1 numbers');
  });

  it('finds fewer clusters where fewer rows differ', () => {
    const same = kPrototypes(new Float64Array(4).fill(3), Int32Array.of(1, 1, -1, 1), { ...shape, clusters: 3 });
    expect(same).toMatchObject({ clusters: 1, cost: 0, sizes: Int32Array.of(4) });
    const two = kPrototypes(new Float64Array(4).fill(3), codes, { ...shape, clusters: 3 });
    expect(two).toMatchObject({ clusters: 2, cost: 0, modes: Int32Array.of(0, 1) });
  });

  it('bears extreme scales', () => {
    const data = mixed(100, 3);
    const gamma = 1.5;
    const reference = kPrototypes(data.numbers, data.categories, { ...data.shape, clusters: 3, gamma });
    for (const scale of [1e-9, 1e9]) {
      const scaled = data.numbers.map((value) => value * scale);
      const options = { ...data.shape, clusters: 3, gamma: gamma * scale * scale };
      expect(kPrototypes(scaled, data.categories, options).labels).toEqual(reference.labels);
    }
  });

  it('leaves its input alone and stops when asked', () => {
    const { numbers, categories, shape } = mixed(80, 3);
    const [numbersBefore, categoriesBefore] = [numbers.slice(), categories.slice()];
    const progress: number[] = [];
    kPrototypes(numbers, categories, { ...shape, clusters: 3 }, { onProgress: (done) => progress.push(done) });
    expect(numbers).toEqual(numbersBefore);
    expect(categories).toEqual(categoriesBefore);
    expect(progress.at(-1)).toBeCloseTo(1, 9);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    let looks = 0;
    const stopping = { shouldStop: () => ++looks > 20 };
    expect(() => kPrototypes(numbers, categories, { ...shape, clusters: 3 }, stopping)).toThrow(Stopped);
  });
});
