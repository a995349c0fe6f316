import type { Candidate, KChoice } from '@clientele/contracts';
import type { MeasuredChoice } from '../clustering/choose-k.ts';
import { kernelCalls, type RunEffects } from '../clustering/kernel-calls.ts';
import { evidenceEffort, type KGap, type MeasuredRange } from '../clustering/measured-range.ts';
import type { FitInput } from '../clustering/method.ts';
import { disagreement } from './disagreement.ts';
import { fewerSegments, type KAt, moreSegments } from './k-steps.ts';
import { revenueApart } from './revenue-apart.ts';
import { segmentsAt } from './segments-at.ts';
import { votesFor } from './votes.ts';

/** The choice with all measures and the argument: what each measure names, why they differ, and what hangs on one segment less or more. */
export async function argueChoice(
  input: FitInput,
  { choice, measured, picked }: MeasuredChoice,
  effects: RunEffects,
): Promise<KChoice> {
  const isOwn = measured.gaps !== undefined;
  const { candidates: structured, gaps } = isOwn
    ? { candidates: measured.candidates, gaps: measured.gaps ?? [] }
    : await measureAround(input, measured, effects);
  effects.onProgress?.({ step: 'Comparing with one segment less and one more', done: null, rows: choice.customers });
  const candidates = withRevenue(input, measured, structured).map((candidate) => withGap(candidate, gaps));
  const recommended = candidates[picked];
  if (recommended === undefined) return { ...choice, candidates };
  const votes = votesFor({ candidates, customers: choice.customers, gaps, isOwn });
  const at = (k: number): KAt | null => {
    const index = candidates.findIndex((candidate) => candidate.k === k);
    const candidate = candidates[index];
    const partition = measured.partitions[index];
    return candidate === undefined || partition === undefined ? null : { candidate, at: segmentsAt(input, partition) };
  };
  const here = at(recommended.k);
  const less = at(recommended.k - 1);
  const more = at(recommended.k + 1);
  const context = {
    columns: input.prepared.preparation.columns,
    isOrders: input.table.revenue !== null,
    currency: input.recipe.data.mapping.currency,
  };
  const last = candidates.at(-1)?.k ?? recommended.k;
  return {
    ...choice,
    candidates,
    argument: {
      votes,
      disagreement: disagreement(votes, { candidate: recommended, last }),
      fewer: here === null || less === null ? null : fewerSegments(here, less, context),
      more: here === null || more === null ? null : moreSegments(here, more, context),
    },
  };
}

/** Gap and prediction strength of k-means on the customers of another method: they are of the customers and the k, not of its segments. */
async function measureAround(
  { prepared, recipe }: FitInput,
  { candidates }: MeasuredRange,
  effects: RunEffects,
): Promise<{ candidates: Candidate[]; gaps: KGap[] }> {
  const { matrix, rows, columns } = prepared;
  const from = candidates[0]?.k ?? 2;
  const to = candidates.at(-1)?.k ?? from;
  const { references, repeats, box, fewStarts: starts } = evidenceEffort;
  const options = { rows, columns, to, starts, seed: recipe.seed };
  const beside = kernelCalls(effects, 'Comparing with customers spread evenly');
  const gap = await beside.gapStatistic(matrix, { ...options, from: 1, references, box });
  const halves = kernelCalls(effects, 'Looking for the same segments in halves of the customers');
  const strength = rows < 4 ? null : await halves.predictionStrength(matrix, { ...options, from, repeats });
  const strengths = new Map(strength?.candidates.map((each) => [each.clusters, each.strength]));
  return {
    candidates: candidates.map((candidate) => {
      const predictionStrength = strengths.get(candidate.k);
      return predictionStrength === undefined ? candidate : { ...candidate, predictionStrength };
    }),
    gaps: gap.candidates.map(({ clusters, gap: value, error }) => ({ k: clusters, gap: value, error })),
  };
}

function withGap(candidate: Candidate, gaps: readonly KGap[]): Candidate {
  const found = gaps.find(({ k }) => k === candidate.k);
  return found === undefined || !Number.isFinite(found.gap) || !Number.isFinite(found.error)
    ? candidate
    : { ...candidate, gap: found.gap, gapError: found.error };
}

function withRevenue(
  { table, prepared }: FitInput,
  { partitions }: MeasuredRange,
  candidates: readonly Candidate[],
): Candidate[] {
  const all = table.revenue ?? table.numbers.monetary;
  if (all === undefined) return [...candidates];
  const revenue = Float64Array.from(prepared.kept, (row) => all[row] ?? Number.NaN);
  return candidates.map((candidate, index) => {
    const partition = partitions[index];
    const apart = partition && revenueApart(revenue, partition.labels, partition.clusters);
    return apart === undefined ? candidate : { ...candidate, revenueApart: apart };
  });
}
