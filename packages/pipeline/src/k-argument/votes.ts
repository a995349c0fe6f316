import type { Candidate, KArgument } from '@clientele/contracts';
import type { KGap } from '../clustering/measured-range.ts';
import { smallestAllowed } from '../clustering/recommend-k.ts';
import { formatNumber, formatShare } from '../preparation/format-value.ts';

export type KVote = KArgument['votes'][number];

/** What votes are cast from: candidates ascending by k, at least one. */
export interface VoteInput {
  candidates: readonly Candidate[];
  customers: number;
  /** Ascending from k = 1; empty where not measured. */
  gaps: readonly KGap[];
  /** False where gap and prediction strength are those of k-means on the same customers. */
  isOwn: boolean;
}

/** The numbers of the rules, each named once. */
export const voteRule = {
  /** Prediction strength of a number of clusters that a second half repeats (Tibshirani and Walther 2005). */
  strength: 0.8,
  /** Jaccard of a stable segment, and the one under which it is not to be trusted (Hennig 2007). */
  stable: 0.75,
  untrustworthy: 0.6,
  /** One segment more has to tell this much more of the revenue apart. */
  revenue: 0.02,
} as const;

type Vote = Omit<KVote, 'measure'>;
type Rule = (input: VoteInput) => Vote | null;

/** The k that each measure names by its own rule, in the order of the measures; those not taken have no vote. */
export function votesFor(input: VoteInput): KVote[] {
  return Object.entries(rules).flatMap(([measure, rule]) => {
    const vote = rule(input);
    return vote === null ? [] : [{ measure: measure as KVote['measure'], ...vote }];
  });
}

const rules: Record<KVote['measure'], Rule> = {
  silhouette: best('silhouette', 'highest', 'how much nearer customers are to their own segment than to the next'),
  daviesBouldin: best('daviesBouldin', 'lowest', 'the spread within segments over the distance between them'),
  calinskiHarabasz: best('calinskiHarabasz', 'highest', 'the spread between segments over the spread within'),
  bic: best('bic', 'lowest', 'the misfit and a price for each parameter'),
  inertia: elbow,
  gap: firstGap,
  predictionStrength: (input) => {
    const vote = largest(input.candidates, 'predictionStrength', voteRule.strength, {
      holds: 'two halves of the customers find the same segments',
      fails: 'do two halves of the customers find the same segments',
    });
    return vote && { ...vote, says: `${vote.says}${aside(input)}` };
  },
  stability: ({ candidates }) =>
    largest(candidates, 'jaccardLowest', voteRule.stable, {
      holds: 'every segment comes out again when the customers are drawn anew, the least stable one',
      fails: 'does every segment come out again when the customers are drawn anew',
    }),
  smallest: ({ candidates, customers }) =>
    largest(candidates, 'smallest', Math.ceil(smallestAllowed(customers)), {
      holds: 'every segment holds enough customers, the smallest',
      fails: 'does every segment hold enough customers',
    }),
  revenueApart: levelling,
};

type Measured = Exclude<keyof Candidate, 'converged' | 'k'>;

const figure = (value: number): string => formatNumber(value, Math.abs(value) < 10 ? 3 : 1);
const aside = ({ isOwn }: VoteInput): string => (isOwn ? '' : ' Measured with k-means on the same customers.');

function known(candidates: readonly Candidate[], measure: Measured): { k: number; value: number }[] {
  return candidates.flatMap((candidate) => {
    const value = candidate[measure];
    return value === undefined || !Number.isFinite(value) ? [] : [{ k: candidate.k, value }];
  });
}

function best(measure: Measured, which: 'highest' | 'lowest', meaning: string): Rule {
  const sign = which === 'highest' ? 1 : -1;
  return ({ candidates }) => {
    const [first, ...others] = known(candidates, measure);
    if (first === undefined) return null;
    const { k, value } = others.reduce((top, each) => (sign * each.value > sign * top.value ? each : top), first);
    return { k, says: `The ${which} of all k tried is ${figure(value)} at k = ${k}: ${meaning}.` };
  };
}

/** The point farthest below the line from the first to the last (Satopää et al. 2011). */
function elbow({ candidates }: VoteInput): Vote | null {
  const points = known(candidates, 'inertia');
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const slope = (last.value - first.value) / (last.k - first.k || 1);
  let bend = { k: null as number | null, depth: 1e-9 * Math.abs(first.value) };
  for (const { k, value } of points) {
    const depth = first.value + slope * (k - first.k) - value;
    if (depth > bend.depth) bend = { k, depth };
  }
  const says =
    bend.k === null
      ? `It falls with every segment and shows no bend from k = ${first.k} to ${last.k}.`
      : `It falls with every segment; the bend, farthest below the line from k = ${first.k} to ${last.k}, is at k = ${bend.k}.`;
  return { k: bend.k, says };
}

/** The first k whose gap is at least that of k + 1 less its error (Tibshirani, Walther and Hastie 2001). */
function firstGap(input: VoteInput): Vote | null {
  const gaps = input.gaps.filter(({ gap, error }) => Number.isFinite(gap) && Number.isFinite(error));
  const last = gaps.at(-1);
  if (last === undefined) return null;
  const at = gaps.findIndex(({ gap }, i) => {
    const next = gaps[i + 1];
    return next !== undefined && gap >= next.gap - next.error;
  });
  const chosen = gaps[at];
  const next = gaps[at + 1];
  if (chosen === undefined || next === undefined) {
    const says = `It still rises at the last k tried, ${last.k} (${figure(last.gap)}), and names none.${aside(input)}`;
    return { k: null, says };
  }
  const against = `${figure(chosen.gap)} against ${figure(next.gap)} with an error of ${figure(next.error)}`;
  return chosen.k < 2
    ? {
        k: null,
        says: `It names one group: beside customers spread evenly, two segments are no gain over one (${against}).${aside(input)}`,
      }
    : {
        k: chosen.k,
        says: `k = ${chosen.k} is the first where one more is no gain beside customers spread evenly (${against}).${aside(input)}`,
      };
}

function largest(
  candidates: readonly Candidate[],
  measure: Measured,
  least: number,
  { holds, fails }: { holds: string; fails: string },
): Vote | null {
  const values = known(candidates, measure);
  if (values.length === 0) return null;
  const chosen = values.findLast(({ value }) => value >= least);
  const asked = `${figure(least)} asked`;
  if (chosen !== undefined) {
    return { k: chosen.k, says: `k = ${chosen.k} is the largest where ${holds} (${figure(chosen.value)}, ${asked}).` };
  }
  const top = values.reduce((most, each) => (each.value > most.value ? each : most));
  return { k: null, says: `At no k tried ${fails} (at most ${figure(top.value)}, at k = ${top.k}; ${asked}).` };
}

/** The first k that one more adds little to. */
function levelling({ candidates }: VoteInput): Vote | null {
  const values = known(candidates, 'revenueApart');
  if (values.length === 0) return null;
  const at = values.findIndex(({ value }, i) => {
    const next = values[i + 1];
    return next !== undefined && next.value - value < voteRule.revenue;
  });
  const chosen = values[at];
  const last = values.at(-1);
  return chosen === undefined
    ? { k: null, says: `It still rises at the last k tried, ${last?.k} (${formatShare(last?.value ?? 0)}).` }
    : {
        k: chosen.k,
        says: `k = ${chosen.k} is the first where one more adds under 2 points (${formatShare(chosen.value)} of the differences in revenue lie between segments).`,
      };
}
