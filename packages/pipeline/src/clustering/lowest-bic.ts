import type { Candidate } from '@clientele/contracts';
import { formatNumber } from '../preparation/format-value.ts';
import type { KRecommendation } from './measured-range.ts';

/** The candidate with the lowest BIC; null where the candidates are no mixtures and have none. */
export function lowestBic(candidates: readonly Candidate[]): KRecommendation | null {
  const measured = candidates.flatMap(({ k, bic }) => (bic === undefined ? [] : [{ k, bic }]));
  const [first, ...others] = measured.sort((a, b) => a.bic - b.bic || a.k - b.k);
  if (first === undefined) return null;
  const [next] = others;
  const lead = next === undefined ? '' : `, ${formatNumber(next.bic - first.bic, 1)} below that of k = ${next.k}`;
  return { k: first.k, why: `k = ${first.k}: the lowest BIC (${formatNumber(first.bic, 1)})${lead}.` };
}
