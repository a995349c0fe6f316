import { cellAt, placeOf, type RfmShape } from './rfm-cells.ts';

/** The cells on the straight way between two of one map, both counted in, so that a quick stroke leaves none out. */
export function lineBetween(from: number, to: number, shape: RfmShape): number[] {
  const start = placeOf(from, shape);
  const end = placeOf(to, shape);
  const steps = Math.max(Math.abs(end.r - start.r), Math.abs(end.across - start.across));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = steps === 0 ? 0 : step / steps;
    return cellAt(
      {
        layer: end.layer,
        r: Math.round(start.r + (end.r - start.r) * share),
        across: Math.round(start.across + (end.across - start.across) * share),
      },
      shape,
    );
  });
}
