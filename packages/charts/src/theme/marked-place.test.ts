import { expect, it } from 'vitest';
import { context, drawSvg } from '../../testing/draw.ts';
import * as given from '../../testing/fixtures.ts';
import { projectionFigure } from '../figures/projection-figure.ts';
import { markBox } from './marked-place.ts';

const projection = given.projectionOf(given.pointsOf(4));
const drawing = { scheme: 'light', width: 560 } as const;
const marked = (x: number, y: number) => projectionFigure(projection, context, { x, y, label: 'These <values>' });

it('is drawn with its label, as text', () => {
  const svg = drawSvg(marked(0, 0), drawing);
  expect(svg).toContain('These &lt;values&gt;');
  expect(drawSvg(projectionFigure(projection, context), drawing)).not.toContain('These');
});

it('stays in sight however far out it is', () => {
  const far = 1000;
  const option = marked(far, -far).option?.(drawing);
  const axes = [option?.xAxis, option?.yAxis] as { min: number; max: number }[];
  expect(axes[0]?.min).toBeLessThan(0);
  expect(axes[0]?.max).toBeGreaterThanOrEqual(far);
  expect(axes[1]?.min).toBeLessThanOrEqual(-far);
});

it('has its label where there is room', () => {
  const plot = { width: 500, height: 300, across: [0, 4], up: [0, 3] } as const;
  const left = markBox({ x: 0.5, y: 1, label: 'These values' }, plot);
  expect(left.left).toBeGreaterThan(35);
  expect(left.right).toBeGreaterThan(130);
  const right = markBox({ x: 3.5, y: 1, label: 'These values' }, plot);
  expect(right.right).toBeLessThan(455);
  expect(right.left).toBeLessThan(360);
  const ring = markBox({ x: 2, y: 1, label: 'These values' }, { ...plot, width: 340 });
  expect(ring.right - ring.left).toBe(22);
});
