import type { Problem } from '@clientele/contracts';
import { countOf, formatNumber } from '../../preparation/format-value.ts';
import type { RfmFeature, RfmScoring } from './scores.ts';

const featureNames: Record<RfmFeature, string> = { recency: 'Recency', frequency: 'Frequency', monetary: 'Monetary' };
const parts = ['a third', 'a quarter', 'a fifth', 'a sixth', 'a seventh', 'an eighth', 'a ninth', 'a tenth'];

/** The scores of one feature as they came out. */
export interface ScoredFeature {
  /** Its values in ascending order. */
  sorted: Float64Array;
  cuts: readonly number[];
  scores: Uint8Array;
}

/**
 * What the reader should know of how a feature's scores came out. Quantiles: equal values get equal scores, so scores are uneven
 * where many customers share a value on a cut. Fixed cut points: scores that nobody has.
 */
export function scoreProblems(feature: RfmFeature, found: ScoredFeature, scoring: RfmScoring): Problem[] {
  const { sorted, cuts, scores } = found;
  const counts = new Array<number>(scoring.scores).fill(0);
  for (let row = 0; row < scores.length; row++) {
    const at = (scores[row] ?? 1) - 1;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const name = featureNames[feature];
  const cutsText = cuts.map((cut) => formatNumber(cut)).join(', ');
  const empty = counts.flatMap((count, i) => (count === 0 ? [i + 1] : []));
  if (scoring.cuts !== 'quantile') {
    if (empty.length === 0) return [];
    const message = `${name}: no customer has ${empty.length === 1 ? 'score' : 'scores'} ${empty.join(', ')} with the cut points ${cutsText}.`;
    return [{ severity: 'warning', code: 'score-empty', message, column: feature, count: empty.length }];
  }
  const even = sorted.length / scoring.scores;
  if (counts.every((count) => Math.abs(count - even) <= Math.max(1, even * 0.1))) return [];
  const distinct = countOf(distinctCount(sorted), 'different value');
  const held = `scores 1 to ${scoring.scores} hold ${counts.map((count) => formatNumber(count, 0)).join(', ')} customers and not ${parts[scoring.scores - 3]} each.`;
  const code = 'score-ties';
  if (scoring.ties === 'values') {
    const help = empty.length > 0 ? ' Fewer scores or fixed cut points leave none empty.' : '';
    const message = `${name} is cut by its ${distinct} and not by customers (cuts ${cutsText}), so ${held}${help}`;
    return [{ severity: empty.length > 0 ? 'warning' : 'info', code, message, column: feature }];
  }
  const head = `${name} has only ${distinct} among ${countOf(sorted.length, 'customer')}; equal values get the equal score (cuts ${cutsText})`;
  const message = `${head}, so ${held} Fewer scores, ties by values, or fixed cut points may part them better.`;
  return [{ severity: 'warning', code, message, column: feature }];
}

function distinctCount(sorted: Float64Array): number {
  let count = 0;
  for (let row = 0; row < sorted.length; row++) if (row === 0 || sorted[row] !== sorted[row - 1]) count++;
  return count;
}
