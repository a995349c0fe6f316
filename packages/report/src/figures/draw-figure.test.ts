import { describe, expect, it } from 'vitest';
import { Palette } from '../html/palette.ts';
import { bars, map, points, solid, table } from '../testing/sample-figures.ts';
import { drawFigure } from './draw-figure.ts';
import { interWidth } from './inter-width.ts';
import { roundPoints } from './round-points.ts';

const drawing = { scheme: 'light', width: 400 } as const;

describe('drawing a figure', () => {
  it('gives the same text each time, with ids of the document', async () => {
    const first = await drawFigure(bars, drawing, 'a');
    expect(await drawFigure(bars, drawing, 'a')).toBe(first);
    expect(first).toContain('id="a-');
    expect(first).toContain('url(#a-');
    expect(first).not.toContain('zr');
  });

  it('loads the ground of a map, as often as it is drawn', async () => {
    expect(await drawFigure(map, drawing, 'a')).toContain('<path');
    expect(await drawFigure(map, { ...drawing, scheme: 'dark' }, 'a')).toContain('<path');
  });

  it('draws neither tables nor what needs WebGL', async () => {
    expect(await drawFigure(table, drawing, 'a')).toBeNull();
    expect(await drawFigure(solid, drawing, 'a')).toBeNull();
  });

  it('draws points on canvas as circles in groups', async () => {
    const svg = (await drawFigure(points(400), drawing, 'a')) ?? '';
    expect(svg.match(/<g class="points"/g)).toHaveLength(4);
    expect(svg.match(/<circle /g)).toHaveLength(400);
  });
});

describe('round marks', () => {
  const mark = (rest: string) =>
    `<path d="M1 0A1 1 0 1 1 1 -0.1A1 1 0 0 1 1 0" transform="matrix(2.5,0,0,2.5,10.126,-3)" ${rest}></path>`;

  it('become circles, with outlines as wide as they were drawn', () => {
    expect(roundPoints(mark('fill="#FFFFFF" stroke="#000000" stroke-width="0.4"'))).toBe(
      '<circle cx="10.13" cy="-3" r="2.5" fill="#FFFFFF" stroke="#000000" stroke-width="1"/>',
    );
  });

  it('that nobody sees are left out of groups', () => {
    const marks = mark('fill="#111111"').repeat(9) + mark('fill="#111111" fill-opacity="0"');
    expect(roundPoints(marks).match(/<circle/g)).toHaveLength(9);
  });
});

describe('one drawing for both schemes', () => {
  it('has variables where colours differ', () => {
    const palette = new Palette();
    expect(palette.merge('<a fill="#111111" stroke="#222222"/>', '<a fill="#eeeeee" stroke="#222222"/>')).toBe(
      '<a fill="var(--c0)" stroke="#222222"/>',
    );
    expect(palette.css('dark')).toBe('--c0:#eeeeee');
  });

  it('is none where more differs', () => {
    expect(new Palette().merge('<a x="1" fill="#111111"/>', '<a x="2" fill="#eeeeee"/>')).toBeNull();
  });
});

describe('the width of text', () => {
  it('is that of Inter, in its weight', () => {
    expect(interWidth('100', '400 10px Inter')).toBeCloseTo(19.44, 2);
    expect(interWidth('Ä', '12px Inter')).toBeCloseTo(interWidth('A', '12px Inter'), 6);
    expect(interWidth('Revenue', '600 12px Inter')).toBeGreaterThan(interWidth('Revenue', '400 12px Inter'));
  });
});
