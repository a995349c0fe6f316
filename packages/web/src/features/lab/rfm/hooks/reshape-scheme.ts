import type { RfmScheme } from '@clientele/contracts';
import { withCells } from './boxes-of-cells.ts';
import { cellAt, cellsIn, cellsOf, joinedScore, noGroup, placeOf, type RfmShape } from './rfm-cells.ts';

/** The old score that a new one is painted from: worst from worst, best from best, evenly between. */
const scaled = (score: number, scores: number, former: number): number =>
  1 + Math.round(((score - 1) * (former - 1)) / (scores - 1));

/** The scheme with another number of scores, its painting stretched over the new grid; fixed cut points are interpolated. */
export function withScores(scheme: RfmScheme, scores: number): RfmScheme {
  if (scores === scheme.scores) return scheme;
  const shape: RfmShape = { axes: scheme.axes, scores };
  const former = cellsOf(scheme);
  const from = (score: number) => scaled(score, scores, scheme.scores);
  const cells = Array.from({ length: cellsIn(shape) }, (_, cell) => {
    const { r, across, layer } = placeOf(cell, shape);
    const place = { r: from(r), across: from(across), layer: scheme.axes === 'r-fm' ? 1 : from(layer) };
    return former[cellAt(place, scheme)] ?? noGroup;
  });
  const { cuts } = scheme;
  const next: RfmScheme = {
    ...scheme,
    scores,
    cuts:
      cuts === 'quantile'
        ? cuts
        : {
            recency: scaledCuts(cuts.recency, scores),
            frequency: scaledCuts(cuts.frequency, scores),
            monetary: scaledCuts(cuts.monetary, scores),
          },
  };
  return withCells(next, cells);
}

/** Cut points for another number of scores, at the same shares of the way; outside the first and the last they stay at those. */
function scaledCuts(cuts: readonly number[], scores: number): number[] {
  const former = cuts.length + 1;
  return Array.from({ length: scores - 1 }, (_, at) => {
    const place = Math.min(cuts.length - 1, Math.max(0, ((at + 1) * former) / scores - 1));
    const low = cuts[Math.floor(place)] ?? 0;
    const high = cuts[Math.ceil(place)] ?? low;
    return Number((low + (high - low) * (place - Math.floor(place))).toFixed(2));
  });
}

/** The scheme over other axes: each code keeps its group; where F and M are joined, a cell takes the group of most of its codes. */
export function withAxes(scheme: RfmScheme, axes: RfmScheme['axes']): RfmScheme {
  if (axes === scheme.axes) return scheme;
  const former = cellsOf(scheme);
  const { scores, weights } = scheme;
  const shape: RfmShape = { axes, scores };
  const votes: number[][] = Array.from({ length: cellsIn(shape) }, () => []);
  for (let r = 1; r <= scores; r++)
    for (let f = 1; f <= scores; f++)
      for (let m = 1; m <= scores; m++) {
        const joined = { r, across: joinedScore(f, m, weights), layer: 1 };
        const apart = { r, across: f, layer: m };
        const [now, before] = axes === 'r-fm' ? [joined, apart] : [apart, joined];
        votes[cellAt(now, shape)]?.push(former[cellAt(before, scheme)] ?? noGroup);
      }
  return withCells({ ...scheme, axes }, votes.map(mostFrequent));
}

/** The most frequent group, of equals the first. */
function mostFrequent(groups: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return Math.min(...[...counts].filter(([, count]) => count === most).map(([group]) => group));
}
