import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flat, iris } from '../../testing/load-points.ts';
import { gridPoints } from '../../testing/made-points.ts';
import { pca, pcaTransform } from './pca.ts';

describe('pca', () => {
  it('finds the diagonal, worked by hand', () => {
    const data = flat([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    const { mean, components, variance, ratio, scores } = pca(data.points, { ...data, components: 2, scores: true });
    expect(Array.from(mean)).toEqual([1, 1]);
    expect(components[0]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(components[1]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(variance[0]).toBeCloseTo(2, 12);
    expect(ratio[0]).toBeCloseTo(1, 12);
    expect(scores?.[0]).toBeCloseTo(-Math.SQRT2, 12);
  });

  // scikit-learn 1.9.1.
  it('meets iris', () => {
    const data = iris();
    const { variance, ratio, components } = pca(data.points, { ...data, components: 4 });
    const expected = [4.228241706034838, 0.2426707479286116, 0.07820950004290794, 0.023835092973445878];
    for (const [i, value] of expected.entries()) expect(variance[i]).toBeCloseTo(value, 12);
    expect(ratio[0]).toBeCloseTo(0.924618723201734, 12);
    const loadings = [0.3613865917853652, 0.08452251406457312, 0.856670605949836, 0.35828919715155155];
    for (const [j, value] of loadings.entries()) expect(Math.abs(components[j])).toBeCloseTo(value, 10);
    expect(components[2]).toBeGreaterThan(0);
  });

  it('turns without loss: axes of length 1 at right angles, and scores give the points back', () => {
    fc.assert(
      fc.property(gridPoints, (data) => {
        const { rows, columns } = data;
        const found = pca(data.points, { ...data, components: columns, scores: true });
        const { mean, components, scores = new Float64Array(0) } = found;
        for (let a = 0; a < columns; a++) {
          for (let b = 0; b < columns; b++) {
            let dot = 0;
            for (let j = 0; j < columns; j++) dot += components[a * columns + j] * components[b * columns + j];
            expect(dot).toBeCloseTo(a === b ? 1 : 0, 10);
          }
        }
        for (let p = 0; p < rows * columns; p++) {
          const [i, j] = [Math.floor(p / columns), p % columns];
          let value = mean[j];
          for (let c = 0; c < columns; c++) value += scores[i * columns + c] * components[c * columns + j];
          expect(value).toBeCloseTo(data.points[p], 9);
        }
        expect(pcaTransform(data.points, { rows, columns, mean, components })).toEqual(scores);
      }),
    );
  });

  it('bears points without spread and extreme scales, and refuses what does not fit', () => {
    expect(Array.from(pca(new Float64Array(6).fill(4), { rows: 3, columns: 2, components: 2 }).ratio)).toEqual([0, 0]);
    const { points, rows, columns } = iris();
    for (const scale of [1e-9, 1e9]) {
      const { ratio } = pca(
        points.map((value) => value * scale),
        { rows, columns, components: 2 },
      );
      expect(ratio[0]).toBeCloseTo(0.924618723201734, 10);
    }
    expect(() => pca(points, { rows, columns, components: 5 })).toThrow('at most columns = 4, got 5');
    expect(() => pca(Float64Array.of(1, Infinity), { rows: 2, columns: 1, components: 1 })).toThrow('row 1, column 0');
    const wrong = { rows, columns, mean: new Float64Array(3), components: new Float64Array(4) };
    expect(() => pcaTransform(points, wrong)).toThrow('columns = 4 numbers a row, got 3 and 4');
  });
});
