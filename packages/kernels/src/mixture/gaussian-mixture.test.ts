import { describe, expect, it } from 'vitest';
import { flat, iris } from '../../testing/load-points.ts';
import { clouds } from '../../testing/made-points.ts';
import { runAway } from '../../testing/run-away.ts';
import { Stopped } from '../hooks.ts';
import { COVARIANCES, type Covariance } from './components.ts';
import { toDensities } from './densities.ts';
import { emPass } from './em-pass.ts';
import { gaussianMixture, planGaussianMixture } from './gaussian-mixture.ts';
import { gaussianMixturePredict } from './gaussian-mixture-predict.ts';
import { logDensitiesFor, triangularOfAny } from './log-densities.ts';

describe('gaussianMixture', () => {
  it('finds two pairs on a line, worked by hand', () => {
    const points = Float64Array.of(10, 0, 12, 2);
    const fit = gaussianMixture(points, { rows: 4, columns: 1, clusters: 2, regularisation: 1e-12 });
    expect(fit).toMatchObject({ labels: Int32Array.of(1, 0, 1, 0), clusters: 2, components: 2, converged: true });
    expect(Array.from(fit.weights)).toEqual([0.5, 0.5]);
    expect(fit.means[0]).toBeCloseTo(1, 9);
    expect(fit.means[1]).toBeCloseTo(11, 9);
    // Both variances are 1: a row's density is 1/2 of a standard normal at distance 1, next to nothing from the other.
    expect(fit.covariances[0]).toBeCloseTo(1, 9);
    const logLikelihood = 4 * (Math.log(0.5) - Math.log(2 * Math.PI) / 2 - 0.5);
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 9);
    // One weight, two means and two variances are free.
    expect(fit.bic).toBeCloseTo(5 * Math.log(4) - 2 * logLikelihood, 9);
    expect(fit.aic).toBeCloseTo(10 - 2 * logLikelihood, 9);
  });

  it('with one component gives mean and population covariance', () => {
    const data = flat([
      [0, 0],
      [2, 0],
      [0, 2],
      [2, 4],
    ]);
    const { means, covariances } = gaussianMixture(data.points, { ...data, clusters: 1, regularisation: 1e-12 });
    expect(Array.from(means)).toEqual([1, 1.5]);
    [1, 0.5, 0.5, 2.75].forEach((value, p) => {
      expect(covariances[p]).toBeCloseTo(value, 9);
    });
  });

  // scikit-learn's GaussianMixture with many starts: log-likelihood, BIC, AIC, sizes. For the diagonal with k = 3 it stops at -307.1776;
  // there is a better optimum, and its figures are our own.
  it.each<[Covariance, number, number, number, number, number[]]>([
    ['full', 2, -214.354705, 574.017833, 486.709409, [50, 100]],
    ['full', 3, -180.185478, 580.838909, 448.370956, [50, 45, 55]],
    ['tied', 2, -296.447575, 688.09722, 630.895149, [50, 100]],
    ['tied', 3, -256.354043, 632.963334, 560.708087, [50, 49, 51]],
    ['diagonal', 2, -386.185347, 857.551494, 806.370694, [50, 100]],
    ['diagonal', 3, -306.860461, 743.997439, 665.720923, [50, 45, 55]],
    ['spherical', 2, -478.559096, 1012.23518, 979.118192, [50, 100]],
    ['spherical', 3, -384.314096, 853.808991, 802.628191, [50, 62, 38]],
  ])(
    'reaches the best known %s mixture of iris with %i components with any seed',
    (covariance, clusters, logLikelihood, bic, aic, sizes) => {
      const data = iris();
      for (const seed of [1, 2]) {
        const fit = gaussianMixture(data.points, { ...data, clusters, covariance, seed });
        expect(Math.abs(fit.logLikelihood - logLikelihood)).toBeLessThan(2e-4);
        expect(Math.abs(fit.bic - bic)).toBeLessThan(4e-4);
        expect(Math.abs(fit.aic - aic)).toBeLessThan(4e-4);
        expect(Array.from(fit.sizes)).toEqual(sizes);
        expect(fit.converged).toBe(true);
      }
    },
  );

  it('is never worse than scikit-learn on the diagonal with k = 3', () => {
    const data = iris();
    const fit = gaussianMixture(data.points, { ...data, clusters: 3, covariance: 'diagonal' });
    expect(fit.logLikelihood).toBeGreaterThan(-307.177573);
  });

  it('finds planted clouds through a sample of many rows, and goes on over all of them', () => {
    const data = clouds(12_000, 3, 4);
    const fit = gaussianMixture(data.points, { ...data, clusters: 4, starts: 3 });
    const again = gaussianMixture(data.points, { ...data, clusters: 4, starts: 3, seed: 2 });
    expect(fit.converged).toBe(true);
    expect(Math.abs(fit.logLikelihood - again.logLikelihood) / data.rows).toBeLessThan(1e-5);
    // Each cloud has unit variance.
    for (let c = 0; c < 4; c++) for (let j = 0; j < 3; j++) expect(fit.covariances[c * 9 + j * 4]).toBeCloseTo(1, 0);
  });

  it.each(COVARIANCES)('predicts the labels and posteriors of its own rows (%s)', (covariance) => {
    const data = clouds(300, 4, 3);
    const fit = gaussianMixture(data.points, { ...data, clusters: 3, covariance, starts: 3 });
    const again = gaussianMixturePredict(fit, data.points, data);
    expect(again.labels).toEqual(fit.labels);
    expect(again.posteriors).toEqual(fit.posteriors);
    expect(again.logLikelihood).toBeCloseTo(fit.logLikelihood, 8);
  });

  it('gives the same bits when its parts run elsewhere', () => {
    for (const data of [clouds(300, 2, 3), clouds(9_000, 2, 3)]) {
      const options = { ...data, clusters: 3, starts: 2, maxIterations: 30 };
      expect(runAway(planGaussianMixture(data.points, options, true))).toEqual(gaussianMixture(data.points, options));
    }
  });

  it.each([2, 3])('takes the fast path for %i columns, and it agrees with the plain one', (columns) => {
    const data = clouds(400, columns, 3);
    const fit = gaussianMixture(data.points, { ...data, clusters: 3, starts: 1 });
    const densities = toDensities(fit, columns);
    expect(logDensitiesFor(densities)).not.toBe(triangularOfAny);
    const input = { points: data.points, from: 0, to: data.rows, densities };
    const fast = emPass(input);
    const plain = emPass(input, {}, triangularOfAny);
    expect(fast.logLikelihood).toBeCloseTo(plain.logLikelihood, 8);
    fast.second.forEach((value, p) => {
      expect(value / plain.second[p]).toBeCloseTo(1, 8);
    });
  });
});

describe('gaussianMixture on hostile input', () => {
  const six = new Float64Array(6);

  it('refuses what does not fit, with the arithmetic', () => {
    const call =
      (rows: number, clusters: number, more = {}) =>
      () =>
        gaussianMixture(six, { rows, columns: 2, clusters, ...more });
    expect(call(4, 2)).toThrow('rows x columns = 4 x 2 = 8 numbers, got 6');
    expect(call(0, 2)).toThrow(RangeError);
    expect(call(3, 0)).toThrow('clusters must be a whole number');
    expect(call(3, 2, { starts: 0 })).toThrow('starts');
    expect(call(3, 2, { tolerance: -1 })).toThrow('tolerance');
    expect(call(3, 2, { regularisation: 0 })).toThrow('regularisation');
    expect(call(3, 2, { covariance: 'diag' })).toThrow('full, tied, diagonal, spherical, got diag');
    const fit = gaussianMixture(Float64Array.of(1, 2, 3, 5), { rows: 2, columns: 2, clusters: 1 });
    expect(() => gaussianMixturePredict(fit, six, { rows: 2, columns: 3 })).toThrow('means must hold');
  });

  it.each([Number.NaN, Infinity, -Infinity])('refuses %d, naming row and column', (bad) => {
    const points = Float64Array.of(1, 2, 3, 4, bad, 6);
    expect(() => gaussianMixture(points, { rows: 3, columns: 2, clusters: 2 })).toThrow(`${bad} in row 2, column 0`);
  });

  it.each(COVARIANCES)('finds fewer components where there are fewer distinct rows, and no NaN (%s)', (covariance) => {
    const sets: [number[], number, number, number][] = [
      [[1, 1, 1, 1, 5, 5, 5, 5, 1, 1], 5, 4, 2],
      [new Array(20).fill(3), 10, 3, 1],
      [[7, 8], 1, 3, 1],
    ];
    for (const [values, rows, clusters, found] of sets) {
      const fit = gaussianMixture(Float64Array.from(values), { rows, columns: 2, clusters, covariance });
      expect(fit).toMatchObject({ clusters: found, components: found, converged: true });
      const { posteriors, covariances, means, weights, logLikelihood } = fit;
      for (const numbers of [posteriors, covariances, means, weights, [logLikelihood]]) {
        expect(numbers.every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('numbers components that win no row last', () => {
    const points = Float64Array.from({ length: 60 }, (_, p) => (p < 58 ? (p * 7919) % 31 : 1e9));
    const fit = gaussianMixture(points, { rows: 30, columns: 2, clusters: 3 });
    expect(fit.components).toBe(3);
    expect(fit.clusters).toBe(fit.sizes.length);
    expect(Array.from(fit.sizes).every((size) => size > 0)).toBe(true);
    expect(Math.max(...fit.labels)).toBe(fit.clusters - 1);
    expect(fit.posteriors).toHaveLength(90);
    expect(fit.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('bears a constant column and extreme scales', () => {
    const { points, rows } = clouds(80, 1, 3);
    for (const covariance of COVARIANCES) {
      const two = (scale: number): Float64Array =>
        Float64Array.from({ length: rows * 2 }, (_, p) => (p % 2 === 0 ? points[p / 2] * scale : 4));
      const reference = gaussianMixture(two(1), { rows, columns: 2, clusters: 3, covariance, starts: 3 });
      for (const scale of [1e-9, 1e9]) {
        const fit = gaussianMixture(two(scale), { rows, columns: 2, clusters: 3, covariance, starts: 3 });
        expect(fit.labels).toEqual(reference.labels);
      }
    }
  });

  it('leaves the points alone and stops when asked', () => {
    const { points, rows, columns } = clouds(50, 2, 3);
    const before = points.slice();
    const progress: number[] = [];
    gaussianMixture(points, { rows, columns, clusters: 3 }, { onProgress: (done) => progress.push(done) });
    expect(points).toEqual(before);
    expect(progress.at(-1)).toBeCloseTo(1, 9);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    let looks = 0;
    const stopping = { shouldStop: () => ++looks > 40 };
    expect(() => gaussianMixture(points, { rows, columns, clusters: 3 }, stopping)).toThrow(Stopped);
  });
});
