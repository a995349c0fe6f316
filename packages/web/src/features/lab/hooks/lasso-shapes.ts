import type { Projection } from '@clientele/contracts';
import { type Corner, simplifyLine } from './simplify-line.ts';

/** The API takes so many corners at most. */
const mostCorners = 2000;
/** In pixels: what is smaller was a click, and by how much a line may be straightened. */
const leastSide = 6;
const tolerance = 0.75;

/** What was drawn with a pointer, in pixels, as a lasso; null where it encloses nothing. */
export function lassoOf(drawn: readonly Corner[]): Corner[] | null {
  const wide = extentOf(drawn.map(([x]) => x));
  const tall = extentOf(drawn.map(([, y]) => y));
  if (wide === null || tall === null || wide[1] - wide[0] < leastSide || tall[1] - tall[0] < leastSide) return null;
  const straightened = simplifyLine(drawn, tolerance);
  const step = Math.ceil(straightened.length / mostCorners);
  const corners = straightened.filter((_, at) => at % step === 0);
  return corners.length < 3 ? null : corners;
}

/** A rectangle in the units of a map. */
export interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** A rectangle as a lasso; ends given the wrong way round are turned. Null where it has no inside. */
export function lassoOfBox({ left, right, bottom, top }: Box): Corner[] | null {
  if (![left, right, bottom, top].every(Number.isFinite) || left === right || bottom === top) return null;
  const [west, east] = [Math.min(left, right), Math.max(left, right)];
  const [south, north] = [Math.min(bottom, top), Math.max(bottom, top)];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

function extentOf(values: readonly number[]): [number, number] | null {
  if (values.length === 0) return null;
  return [
    values.reduce((least, value) => Math.min(least, value)),
    values.reduce((most, value) => Math.max(most, value)),
  ];
}

const outward = (value: number, round: (value: number) => number) => round(value * 100) / 100;

/** The rectangle around everybody on a map, in hundredths. */
export function boxAround({ x, y, density }: Pick<Projection, 'x' | 'y' | 'density'>): Box {
  const [left, right] = extentOf(density === null ? x : [...x, density.left, density.right]) ?? [0, 1];
  const [bottom, top] = extentOf(density === null ? y : [...y, density.bottom, density.top]) ?? [0, 1];
  return {
    left: outward(left, Math.floor),
    right: outward(right, Math.ceil),
    bottom: outward(bottom, Math.floor),
    top: outward(top, Math.ceil),
  };
}
