import type { Candidate, Problem } from '@clientele/contracts';
import { formatNumber, formatShare } from '../preparation/format-value.ts';

/** The numbers of the rule, each named once. */
export const kRule = {
  /** Smallest share of customers that a segment must hold, and the count it must reach in a small base. */
  tinyShare: 0.01,
  tinyCount: 5,
  tinyShareOfSmallBase: 0.05,
  /** k = 2 has to reach this silhouette and this lead to be taken. */
  twoSilhouette: 0.5,
  twoLead: 0.1,
  /** One k more may cost this much silhouette and has to take this share off the inertia. */
  cost: 0.01,
  gain: 0.1,
  /** Below this there is no substantial structure (Kaufman and Rousseeuw 1990). */
  weak: 0.25,
} as const;

/** Fewest customers of the smallest segment: 1 %, or 5 in a base under 500, or 5 % in a base under 100. */
export function smallestAllowed(customers: number): number {
  return Math.max(kRule.tinyShare * customers, Math.min(kRule.tinyCount, kRule.tinyShareOfSmallBase * customers));
}

export interface KRecommendation {
  k: number;
  why: string;
  warnings: Problem[];
}

/**
 * Recommends a k from its measured candidates (at least one, k ascending).
 *
 * (a) A k whose smallest segment is tiny ({@link smallestAllowed}) is left out: a handful of outliers set apart can carry the
 *     silhouette without parting the others. If that leaves nothing, it is the smallest k of 3 or more within 0.01 of
 *     the highest silhouette there, with a warning.
 * (b) The highest silhouette is taken where it is a peak: at k >= 3 and above the first k tried, or at k = 2 if that reaches 0.5
 *     and leads by 0.1.
 * (c) Otherwise the base is a continuum, where fewer segments always score higher. Start from 3 and go on as long as the next k
 *     costs at most 0.01 of the highest silhouette so far and takes 10 % or more off the inertia.
 */
export function recommendK(candidates: readonly Candidate[], customers: number): KRecommendation {
  const floor = smallestAllowed(customers);
  const solid = candidates.filter((candidate) => candidate.smallest >= floor);
  const top = highest(candidates);
  const warnings: Problem[] = [];
  if (!solid.includes(top)) {
    const message = `k = ${top.k} has the highest silhouette (${three(top.silhouette)}), but its smallest segment holds ${formatNumber(top.smallest, 0)} of ${formatNumber(customers, 0)} customers: outliers carry that figure, so it is not taken for a good segmentation; a log transform brings outliers nearer.`;
    warnings.push({ severity: 'warning', code: 'outliers-carry-silhouette', message, count: top.smallest });
  }
  const { chosen, why } = solid.length === 0 ? amongTiny(candidates) : amongSolid(solid, candidates);
  if (chosen.silhouette < kRule.weak) {
    const message = `The silhouette at k = ${chosen.k} is ${three(chosen.silhouette)}, under ${kRule.weak}: the segments run into one another, and customers near a border could be in either.`;
    warnings.push({ severity: 'warning', code: 'weak-structure', message });
  }
  return { k: chosen.k, why: `k = ${chosen.k}: ${why}`, warnings };
}

interface Choice {
  chosen: Candidate;
  why: string;
}

function amongTiny(candidates: readonly Candidate[]): Choice {
  const larger = candidates.filter((candidate) => candidate.k >= 3);
  const pool = larger.length === 0 ? candidates : larger;
  const top = highest(pool);
  const chosen = pool.find((candidate) => candidate.silhouette >= top.silhouette - kRule.cost) ?? top;
  const against = chosen === top ? 'the highest' : `against ${three(top.silhouette)} at k = ${top.k}, the highest`;
  return {
    chosen,
    why: `every k tried sets apart a segment of a few outliers, so the silhouette is a weak guide; of k = ${pool[0]?.k} and above this is the smallest k within ${kRule.cost} of the best (${three(chosen.silhouette)}, ${against}).`,
  };
}

function amongSolid(solid: readonly Candidate[], all: readonly Candidate[]): Choice {
  const best = highest(solid);
  const others = solid.filter((candidate) => candidate !== best);
  if (others.length === 0) {
    const rest = all.length > 1 ? ' of those tried whose segments all hold enough customers' : ' tried';
    return { chosen: best, why: `it is the only k${rest} (silhouette ${three(best.silhouette)}).` };
  }
  const next = highest(others);
  const peak = `the silhouette is highest there (${three(best.silhouette)}; next best ${three(next.silhouette)} at k = ${next.k})`;
  const lead = best.silhouette - next.silhouette;
  if (best.k >= 3 && best.k > (all[0]?.k ?? 0)) return { chosen: best, why: `${peak}.` };
  if (best.k === 2 && best.silhouette >= kRule.twoSilhouette && lead >= kRule.twoLead) {
    return { chosen: best, why: `${peak}, a lead of ${three(lead)}: two groups lie apart.` };
  }
  return continuum(solid, best, lead);
}

function continuum(solid: readonly Candidate[], best: Candidate, lead: number): Choice {
  const [first, ...rest] = solid.filter((candidate) => candidate.k >= 3);
  if (first === undefined) return { chosen: best, why: `the silhouette is highest there (${three(best.silhouette)}).` };
  let chosen = first;
  let before: Candidate | null = null;
  let peak = first.silhouette;
  let stop: Candidate | null = null;
  for (const next of rest) {
    const cheap = next.silhouette >= peak - kRule.cost;
    if (!cheap || fall(chosen, next) < kRule.gain) {
      stop = next;
      break;
    }
    before = chosen;
    chosen = next;
    peak = Math.max(peak, next.silhouette);
  }
  const parts: string[] = [];
  if (before !== null) {
    const step = chosen.silhouette - before.silhouette;
    const verb = Math.abs(step) < 0.005 ? 'stands still' : step > 0 ? 'rises' : 'hardly falls';
    parts.push(
      `from ${before.k} to ${chosen.k} the silhouette ${verb} (${three(before.silhouette)} to ${three(chosen.silhouette)}) while inertia falls ${formatShare(fall(before, chosen))}`,
    );
  } else parts.push(`its silhouette is ${three(chosen.silhouette)}`);
  if (stop !== null) {
    const cost = peak - stop.silhouette;
    parts.push(
      cost > kRule.cost
        ? `k = ${stop.k} costs ${three(chosen.silhouette - stop.silhouette)} of silhouette`
        : `k = ${stop.k} takes only ${formatShare(Math.max(0, fall(chosen, stop)))} off the inertia`,
    );
  } else parts.push('it is the largest k tried');
  let why = `${parts.join('; ')}.`;
  if (best.k === 2) {
    const lack =
      best.silhouette < kRule.twoSilhouette
        ? `stays under the ${kRule.twoSilhouette} that speaks for two groups apart`
        : `leads by only ${three(lead)}`;
    why += ` k = 2 scores highest (${three(best.silhouette)}) but ${lack}.`;
  }
  return { chosen, why };
}

const highest = (candidates: readonly Candidate[]): Candidate =>
  candidates.reduce((best, candidate) => (candidate.silhouette > best.silhouette ? candidate : best));
const fall = (from: Candidate, to: Candidate): number => (from.inertia > 0 ? 1 - to.inertia / from.inertia : 0);
const three = (value: number): string => value.toFixed(3).replace('-', '−');
