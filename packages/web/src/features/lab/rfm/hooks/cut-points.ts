import type { RfmCuts, RfmScheme } from '@clientele/contracts';

export type RfmFeature = keyof RfmCuts;

/** Whether the values of a feature are whole: days and orders are. */
export const isWholeFeature = (feature: RfmFeature): boolean => feature !== 'monetary';

/** The values of a score: `from` counted in, `to` not; null is open. */
export interface ScoreRange {
  from: number | null;
  to: number | null;
}

/** Which values have a score, by the cut points of its feature. */
export function scoreRange(feature: RfmFeature, cuts: readonly number[], score: number): ScoreRange {
  const below = feature === 'recency' ? cuts.length + 1 - score : score - 1;
  return { from: cuts[below - 1] ?? null, to: cuts[below] ?? null };
}

/** A range in few signs: "≤ 14", "15–32", "≥ 374"; of whole values between the cuts. Where no value can have the score, an en dash. */
export function rangeText({ from, to }: ScoreRange, isWhole: boolean, write: (value: number) => string): string {
  const first = from === null || !isWhole ? from : Math.ceil(from);
  const last = to === null || !isWhole ? to : Math.ceil(to) - 1;
  if (from !== null && to !== null && (from >= to || (first ?? 0) > (last ?? 0))) return '\u2013';
  if (first === null) return last === null ? '' : `${isWhole ? '\u2264' : '<'} ${write(last)}`;
  if (last === null) return `\u2265 ${write(first)}`;
  return isWhole && first === last ? write(first) : `${write(first)}\u2013${write(last)}`;
}

/** Cut points as they can be typed: two decimals at most, upwards, so that amounts in cents stay on their side of the cut. */
export function typeable(cuts: RfmCuts): RfmCuts {
  const short = (value: number) => {
    const cents = value * 100;
    const near = Math.round(cents);
    return (Math.abs(cents - near) < 1e-6 ? near : Math.ceil(cents)) / 100;
  };
  return {
    recency: cuts.recency.map(short),
    frequency: cuts.frequency.map(short),
    monetary: cuts.monetary.map(short),
  };
}

/** The neighbour that a cut point must not pass, or null where it stands right. */
export function cutFault(
  cuts: readonly number[],
  at: number,
  value: number,
): { side: 'above' | 'below'; limit: number } | null {
  const before = cuts[at - 1];
  const after = cuts[at + 1];
  if (before !== undefined && value < before) return { side: 'above', limit: before };
  if (after !== undefined && value > after) return { side: 'below', limit: after };
  return null;
}

export const withCut = (scheme: RfmScheme, feature: RfmFeature, at: number, value: number): RfmScheme =>
  scheme.cuts === 'quantile'
    ? scheme
    : {
        ...scheme,
        cuts: { ...scheme.cuts, [feature]: scheme.cuts[feature].map((cut, place) => (place === at ? value : cut)) },
      };
