import type { RfmBox, RfmScheme } from '@clientele/contracts';
import { fmOf } from './scores.ts';

/** What of a scheme gives the grid its shape. */
export type GridShape = Pick<RfmScheme, 'scores' | 'axes'>;

/** Scores of the grid's axes: R and FM, or R, F and M. */
export type Code = readonly number[];

/** Number of codes of a grid: scores squared, or cubed where frequency and monetary stand apart. */
export function cellCount({ scores, axes }: GridShape): number {
  return axes === 'r-fm' ? scores ** 2 : scores ** 3;
}

/** Names of the axes as they stand before codes. */
export function axisNames({ axes }: GridShape): readonly string[] {
  return axes === 'r-fm' ? ['R', 'FM'] : ['R', 'F', 'M'];
}

/** Where a customer's scores lie in the grid, R by R; within one R, FM by FM or F by F and in it M by M. */
export function cellOf(scheme: GridShape & Pick<RfmScheme, 'weights'>, r: number, f: number, m: number): number {
  const { scores, axes, weights } = scheme;
  if (axes === 'r-fm') return (r - 1) * scores + fmOf(f, m, weights) - 1;
  return ((r - 1) * scores + f - 1) * scores + m - 1;
}

/** The code of a cell. */
export function codeOf({ scores, axes }: GridShape, cell: number): Code {
  const last = (cell % scores) + 1;
  const before = Math.floor(cell / scores);
  if (axes === 'r-fm') return [before + 1, last];
  return [Math.floor(before / scores) + 1, (before % scores) + 1, last];
}

/** Calls back with every cell of a box; those of no axis of the grid hold every score. */
export function eachCell(shape: GridShape, { r, fm, f, m }: RfmBox, visit: (cell: number) => void): void {
  const { scores, axes } = shape;
  const all: [number, number] = [1, scores];
  const [low, high] = r;
  if (axes === 'r-fm') {
    const [first, last] = fm ?? all;
    for (let i = low; i <= high; i++) for (let j = first; j <= last; j++) visit((i - 1) * scores + j - 1);
    return;
  }
  const [fewest, most] = f ?? all;
  const [least, top] = m ?? all;
  for (let i = low; i <= high; i++)
    for (let j = fewest; j <= most; j++)
      for (let l = least; l <= top; l++) visit(((i - 1) * scores + j - 1) * scores + l - 1);
}
