import type { Density, Projection } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { context, drawSvg, tooltipOf } from '../../testing/draw.ts';
import * as given from '../../testing/fixtures.ts';
import { projectionFigure } from '../figures/projection-figure.ts';
import { umap } from '../figures/umap-figure.ts';
import { densityOf, densityShades, levelOf } from './density-cells.ts';
import { pointsOver } from './points-over.ts';

const points = given.pointsOf(4);
const plane = given.projectionOf(points);
/** Two rows of four cells: a run of three alike, one of another segment, one alone above. */
const toy: Density = {
  ...{ left: 0, right: 8, bottom: -2, top: 2, columns: 4, rows: 2 },
  cells: [0, 1, 2, 3, 7],
  counts: [100, 100, 100, 1, 10],
  segments: [0, 0, 0, 1, 0],
};
/** More customers than points may be. */
const large = { ...plane, points: { ...points, total: 52362 }, density: toy };
const setting = { ...context, dataset: { name: '', kind: 'orders' as const, features: [] }, choices: {} };

/** The whole of a random sample, counted as the service counts it. */
function crowd(count: number): Projection {
  let state = 7;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const index = Array.from({ length: count }, (_, at) => at);
  const x = index.map(() => next() + next() + next() - 1.5);
  return {
    ...plane,
    x,
    y: index.map(() => next() * 2 - 1),
    points: {
      ...{ ids: index.map(String), features: {}, shown: count, total: count },
      segments: x.map((value) => (value < -0.4 ? -1 : value < 0.3 ? 0 : 1)),
    },
  };
}

describe('a density', () => {
  it('joins cells of one segment and one step along their rows', () => {
    expect(densityShades(toy)).toEqual([
      { segment: 0, level: 6, runs: [{ row: 0, from: 0, to: 3 }] },
      { segment: 1, level: 0, runs: [{ row: 0, from: 3, to: 4 }] },
      { segment: 0, level: 3, runs: [{ row: 1, from: 3, to: 4 }] },
    ]);
    expect([1, 10, 100, 1000].map((count) => levelOf(count, 1000))).toEqual([0, 2, 4, 6]);
    expect(levelOf(1, 1)).toBe(6);
  });

  it('lies beneath few points, and the subtitle says what the shade is', () => {
    const figure = projectionFigure(large, context);
    expect(figure.subtitle).toContain('; 52,362 customers; shade: how many');
    expect(figure.subtitle).not.toContain('chosen evenly');
    const svg = drawSvg(figure, { scheme: 'light', width: 480 });
    expect(svg).toContain('#4F4BD0');
    expect(svg).not.toContain('NaN');
    expect(drawSvg(figure, { scheme: 'dark', width: 340 })).toContain('#807FF2');
    expect(tooltipOf(figure, 0)).toContain('Champions');
    expect(figure.table.rows).toHaveLength(points.ids.length);
    const few = { ...large, points: { ...points, total: 3000 } };
    expect(projectionFigure(few, context).subtitle).toContain('24 of 3,000 customers, chosen evenly');
  });

  it('is counted from the points where there are many and the service gave none', () => {
    const all = crowd(6000);
    const density = densityOf(all);
    expect(density?.counts.reduce((sum, count) => sum + count, 0)).toBe(6000);
    expect(new Set(density?.segments)).toEqual(new Set([-1, 0, 1]));
    const figure = projectionFigure(all, context);
    expect(figure.subtitle).toContain('6,000 customers; shade: how many; grey: no segment');
    const drawn = drawSvg(figure, { scheme: 'light', width: 480 });
    expect(drawn.match(/<path/g)?.length).toBeLessThan(1200);
    expect(projectionFigure(crowd(5000), context).subtitle).not.toContain('shade');
  });

  it('counts what a naive count counts', () => {
    const few = crowd(400);
    const { left, right, bottom, top, columns, rows, cells, counts } = densityOf(few)!;
    const inside = (at: number, cell: number) => {
      const column = Math.min(columns - 1, Math.floor(((few.x[at]! - left) / (right - left)) * columns));
      const row = Math.min(rows - 1, Math.floor(((few.y[at]! - bottom) / (top - bottom)) * rows));
      return row * columns + column === cell;
    };
    expect(cells.map((cell) => few.x.filter((_, at) => inside(at, cell)).length)).toEqual(counts);
  });

  it('leaves those who stand alone to be seen as points', () => {
    const all = crowd(6000);
    const outlier = { ...all, x: [...all.x, 9], y: [...all.y, 9] };
    const over = pointsOver(outlier, densityOf(all)!);
    expect(over).toContain(6000);
    expect(over.length).toBeLessThanOrEqual(850);
    expect(over).toEqual([...over].sort((one, other) => one - other));
  });

  it('stands up to nothing, to one place and to what is no number', () => {
    const nobody = { ...plane, x: [], y: [], points: given.emptyPoints };
    expect(densityOf(nobody)).toBeNull();
    expect(projectionFigure({ ...nobody, density: toy }, context).option).toBeNull();
    const one = densityOf({ x: [3, 3], y: [1, 1], points: { ...points, segments: [2, 1] } });
    expect(one).toMatchObject({ left: 2.5, right: 3.5, counts: [2], segments: [1] });
    expect(densityOf({ x: [Number.NaN, 1], y: [0, Number.POSITIVE_INFINITY], points })).toBeNull();
    const empty = { ...toy, cells: [], counts: [], segments: [] };
    expect(drawSvg(projectionFigure({ ...large, density: empty }, context), { scheme: 'light', width: 300 })).toContain(
      '<svg',
    );
    const hostile = { ...context, segmentNames: ['<img src=x onerror=alert(1)>', '{a|b}'] };
    const svg = drawSvg(projectionFigure(large, hostile), { scheme: 'light', width: 480 });
    expect(svg).not.toContain('<img');
  });
});

describe('a lasso', () => {
  it('is drawn over everything in the units of the axes', () => {
    const seriesOf = (figure: ReturnType<typeof projectionFigure>) =>
      [figure.option?.({ scheme: 'light', width: 480 }).series ?? []].flat().length;
    const without = drawSvg(projectionFigure(plane, context), { scheme: 'light', width: 480 });
    const lasso = [
      [0, 0],
      [2, 0],
      [2, 2],
    ] as const;
    const figure = projectionFigure(plane, context, null, lasso);
    expect(drawSvg(figure, { scheme: 'light', width: 480 }).length).toBeGreaterThan(without.length);
    expect(seriesOf(figure)).toBe(seriesOf(projectionFigure(plane, context)) + 1);
    expect(seriesOf(projectionFigure(plane, context, null, []))).toBe(seriesOf(projectionFigure(plane, context)));
  });
});

describe('a map of UMAP', () => {
  const map: Projection = { ...plane, kind: 'umap', ratio: [], loadings: [] };
  it('is a plane or a space, by what was computed', () => {
    expect(umap.make({ umap: map }, setting)?.renderer).toBe('canvas');
    const space = umap.make({ umap: { ...map, z: map.x.map((_, at) => at % 3) } }, setting);
    expect(space?.renderer).toBe('gl');
    expect(space?.subtitle).toContain('drag to turn');
    expect(space?.table.columns.map(({ key }) => key)).toEqual(['customer', 'segment', 'x', 'y', 'z']);
    const option = space?.option?.({ scheme: 'light', width: 400 });
    expect(option?.series).toHaveLength(4);
    expect(umap.make({ umap: { ...map, points: given.emptyPoints } }, setting)).toBeNull();
  });
  it('says "about" where not all are points', () => {
    const sample = { ...map, points: { ...points, total: 90_000 } };
    expect(umap.make({ umap: sample }, setting)?.title).toBe(
      'About 100% have their nearest on the map in their own segment',
    );
  });
});
