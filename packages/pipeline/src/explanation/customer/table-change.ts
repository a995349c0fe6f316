import type { FeatureValues, PreparedFeature } from '@clientele/contracts';
import { middleRank } from '../../clustering/rfm/percentile-rank.ts';
import { shortLabel } from '../../segments/feature-words.ts';
import type { ExplainModel, ModelFeature } from './explain-model.ts';
import { numberOf } from './feature-value.ts';
import { isInfluenceable } from './is-influenceable.ts';
import type { FoundChange } from './order-change.ts';
import { sayValue } from './say-value.ts';

/** Percentiles between which a number may be put, and how far apart they are tried where two numbers change. */
export const triedRanks = { from: 5, to: 95, step: 1, pairStep: 5 } as const;
/** Pairs are made of so many features: those that say most about the customer's segment. */
export const mostPaired = 5;

interface Move {
  feature: ModelFeature;
  from: number;
  to: number;
  /** Percentile ranks between the two. */
  cost: number;
}

/**
 * The smallest change of one number that moves a customer of a customer table into a more valuable segment, else of two numbers; where there
 * is none, the smallest of one, then of two, into any other segment; null where none does. Only numbers that a shop can influence
 * ({@link isInfluenceable}), to values of the base's 5th to 95th percentile; smallest is in percentile ranks, of two numbers their sum, equals
 * going by the order of `features`, which run from the one that says most. `own` is -1 for a customer of no segment, who gains by any.
 */
export function tableChange(
  model: ExplainModel,
  values: FeatureValues,
  own: number,
  features: readonly ModelFeature[],
): FoundChange | null {
  const free = features.filter(
    ({ id, column }) => column.category === null && isInfluenceable(column.label) && numberOf(values, id) !== null,
  );
  const isBetter = (segment: number) => own < 0 || segment < own;
  const first = firstMoves(model, values, own, single(free, values), isBetter);
  if (first.better !== null) return first.better;
  const second = firstMoves(model, values, own, paired(free.slice(0, mostPaired), values), isBetter);
  return second.better ?? first.other ?? second.other;
}

function firstMoves(
  model: ExplainModel,
  values: FeatureValues,
  own: number,
  tries: readonly (readonly Move[])[],
  isBetter: (segment: number) => boolean,
): { better: FoundChange | null; other: FoundChange | null } {
  let other: FoundChange | null = null;
  for (const moves of tries) {
    const features: FeatureValues = { ...values };
    for (const { feature, to } of moves) features[feature.id] = to;
    const segment = model.segmentOf(features);
    if (segment < 0 || segment === own) continue;
    if (!isBetter(segment) && other !== null) continue;
    const found = { segment, features, words: sayMoves(moves, model.currency) };
    if (isBetter(segment)) return { better: found, other };
    other = found;
  }
  return { better: null, other };
}

function single(features: readonly ModelFeature[], values: FeatureValues): Move[][] {
  return features
    .flatMap((feature) => movesOf(feature, values, triedRanks.step))
    .sort((a, b) => a.cost - b.cost)
    .map((move) => [move]);
}

function paired(features: readonly ModelFeature[], values: FeatureValues): Move[][] {
  const moves = features.map((feature) => movesOf(feature, values, triedRanks.pairStep));
  return moves
    .flatMap((ours, i) => moves.slice(i + 1).flatMap((theirs) => ours.flatMap((a) => theirs.map((b) => [a, b]))))
    .map((pair) => ({ pair, cost: pair.reduce((sum, { cost }) => sum + cost, 0) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ pair }) => pair);
}

/** Every value that a feature may be put to, with what it costs. */
function movesOf(feature: ModelFeature, values: FeatureValues, step: number): Move[] {
  const { percentiles } = feature.column;
  const from = numberOf(values, feature.id) ?? 0;
  const rank = middleRank(percentiles, from);
  const decimals = decimalsOf(feature.column);
  const [low, high] = [percentiles[triedRanks.from] ?? from, percentiles[triedRanks.to] ?? from];
  const tried = new Set<number>();
  for (let at: number = triedRanks.from; at <= triedRanks.to; at += step)
    tried.add(Number((percentiles[at] ?? from).toFixed(decimals)));
  return [...tried]
    .filter((to) => to !== from && to >= low && to <= high)
    .map((to) => ({ feature, from, to, cost: Math.abs(middleRank(percentiles, to) - rank) }))
    .sort((a, b) => a.cost - b.cost);
}

/** None where nearly all of the base's percentiles are whole (those between two values need not be), else as many as tell some ten values apart. */
function decimalsOf({ percentiles }: PreparedFeature): number {
  const whole = percentiles.filter(Number.isInteger).length;
  if (whole >= 0.9 * percentiles.length) return 0;
  const range = (percentiles[triedRanks.to] ?? 0) - (percentiles[triedRanks.from] ?? 0);
  return range > 0 ? Math.min(8, Math.max(0, Math.ceil(1 - Math.log10(range)))) : 2;
}

/** "Spending score from 39 to 58". */
function sayMoves(moves: readonly Move[], currency: string | null): string {
  const text = moves
    .map(({ feature: { column }, from, to }) => {
      const say = (value: number) => sayValue(value, column, currency);
      return `${shortLabel(column.label)} from ${say(from)} to ${say(to)}`;
    })
    .join(' and ');
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
