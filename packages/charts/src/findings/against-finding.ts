import type { CustomerDetail } from '@clientele/contracts';

/** Share of customers above or not above from which a place is worth the title. */
const extreme = 0.1;

/** Where the customer stands furthest out: "Revenue: only 5% of customers have more"; null where every feature lies in the middle four fifths. */
export function againstFinding(against: CustomerDetail['against'], percent: (share: number) => string): string | null {
  let best: { label: string; above: number; distance: number } | null = null;
  for (const { label, rank } of against) {
    if (rank === null || (rank < 1 - extreme && rank > extreme)) continue;
    const distance = Math.abs(rank - 0.5);
    if (best === null || distance > best.distance) best = { label, above: Math.max(0, 1 - rank), distance };
  }
  if (best === null) return null;
  if (best.above === 0) return `${best.label}: no customer has more`;
  const share = percent(best.above);
  if (best.above > 0.5) return `${best.label}: ${share} of customers have more`;
  return `${best.label}: only ${share === percent(0) ? 'a few' : `${share} of`} customers have more`;
}
