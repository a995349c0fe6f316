import type { GroupProfile } from './profile.ts';

/** A number of a segment beside that of all customers. */
export interface TellingFigures {
  kind: 'mean' | 'median';
  own: number | undefined;
  all: number | undefined;
}

/**
 * The means, by which a trait is told; the medians where a few far values turn the means against the effect, which is measured after the
 * transform: a segment of low income must not be told by a mean above that of all.
 */
export function tellingFigures(
  key: string,
  effect: number,
  { own, base }: { own: GroupProfile; base: GroupProfile },
): TellingFigures {
  const means: TellingFigures = { kind: 'mean', own: own.means[key], all: base.means[key] };
  const medians: TellingFigures = { kind: 'median', own: own.medians[key], all: base.medians[key] };
  const isAgainst = (means.own ?? 0) > (means.all ?? 0) ? effect < 0 : effect > 0 && means.own !== means.all;
  return isAgainst && medians.own !== undefined ? medians : means;
}
