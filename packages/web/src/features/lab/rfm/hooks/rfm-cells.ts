import type { RfmBox, RfmScheme } from '@clientele/contracts';

/** What decides the form of the grid. */
export type RfmShape = Pick<RfmScheme, 'scores' | 'axes'>;

/** A place of the grid: R down, FM (or F) across, and with all three axes one map for each M. Scores from 1. */
export interface RfmPlace {
  r: number;
  /** FM with axes `r-fm`, F with `r-f-m`. */
  across: number;
  /** M with axes `r-f-m`; 1 otherwise. */
  layer: number;
}

/** No group. */
export const noGroup = -1;

/** Maps that the grid is drawn as. */
export const layersOf = ({ axes, scores }: RfmShape): number => (axes === 'r-fm' ? 1 : scores);

export const cellsIn = (shape: RfmShape): number => layersOf(shape) * shape.scores ** 2;

/** Index of a place: by layer, then R, then across. */
export const cellAt = ({ r, across, layer }: RfmPlace, { scores }: RfmShape): number =>
  ((layer - 1) * scores + r - 1) * scores + across - 1;

export function placeOf(cell: number, { scores }: RfmShape): RfmPlace {
  const row = Math.floor(cell / scores);
  return { layer: Math.floor(row / scores) + 1, r: (row % scores) + 1, across: (cell % scores) + 1 };
}

function isIn({ r, fm, f, m }: RfmBox, place: RfmPlace): boolean {
  const holds = (range: readonly [number, number] | undefined, score: number) =>
    range === undefined || (score >= range[0] && score <= range[1]);
  return holds(r, place.r) && holds(fm ?? f, place.across) && holds(m, place.layer);
}

/** All groups whose boxes hold a cell, for each cell. */
export function claimsOf(scheme: RfmScheme): number[][] {
  return Array.from({ length: cellsIn(scheme) }, (_, cell) => {
    const place = placeOf(cell, scheme);
    return scheme.groups.flatMap(({ boxes }, group) => (boxes.some((box) => isIn(box, place)) ? [group] : []));
  });
}

/** The group of each cell: the first that claims it. */
export const cellsOf = (scheme: RfmScheme): number[] => claimsOf(scheme).map(([first]) => first ?? noGroup);

/** Weighted mean of two scores, halves rounded to the even score. */
export function joinedScore(f: number, m: number, { frequency, monetary }: RfmScheme['weights']): number {
  const mean = (frequency * f + monetary * m) / (frequency + monetary);
  const low = Math.floor(mean);
  const rest = mean - low;
  // Weights such as 0.1 and 0.3 meet a half only nearly.
  if (Math.abs(rest - 0.5) < 1e-9) return low % 2 === 0 ? low : low + 1;
  return rest < 0.5 ? low : low + 1;
}
