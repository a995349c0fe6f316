import type { Candidate, KArgument } from '@clientele/contracts';
import { formatNumber } from '../preparation/format-value.ts';
import { type KVote, voteRule } from './votes.ts';

type Measure = KVote['measure'];

const names: Record<Measure, string> = {
  inertia: 'inertia',
  silhouette: 'silhouette',
  daviesBouldin: 'Davies-Bouldin',
  calinskiHarabasz: 'Calinski-Harabasz',
  bic: 'BIC',
  gap: 'gap',
  predictionStrength: 'prediction strength',
  stability: 'stability',
  smallest: 'smallest segment',
  revenueApart: 'revenue told apart',
};

/** The measures that choose; the others only say how far one may go. */
const choosers: readonly Measure[] = [
  'silhouette',
  'daviesBouldin',
  'calinskiHarabasz',
  'bic',
  'inertia',
  'gap',
  'revenueApart',
];
const separation: readonly Measure[] = ['silhouette', 'daviesBouldin', 'calinskiHarabasz'];

/** What the measures are held against. */
export interface Recommended {
  candidate: Candidate;
  /** The largest k tried. */
  last: number;
}

/** Why the measures do not name the same k, or that they do, and what that says of the recommended one: sentences that follow from the votes. */
export function disagreement(votes: KArgument['votes'], { candidate, last }: Recommended): string {
  const { k } = candidate;
  const picks = votes.filter(({ measure }) => choosers.includes(measure));
  const named = picks.flatMap((vote) => (vote.k === null ? [] : [{ measure: vote.measure, k: vote.k }]));
  const different = new Set(named.map((vote) => vote.k));
  const sentences =
    different.size <= 1 && named.length > 1
      ? [`${list(named.map(({ measure }) => names[measure]))} all name ${named[0]?.k}.`]
      : [clauses(picks)];
  if (different.size > 1) sentences.push(stand(named, k));
  sentences.push(...limits(votes, k, last), ...doubts(candidate));
  return sentences
    .filter((sentence) => sentence !== '')
    .map(capitalised)
    .join(' ');
}

/** What each kind of measure looks at, and what it names for it. */
function clauses(picks: KArgument['votes']): string {
  const said: string[] = [];
  const apart = picks.filter(({ measure }) => separation.includes(measure));
  const byK = new Map<number, string[]>();
  for (const { measure, k } of apart) if (k !== null) byK.set(k, [...(byK.get(k) ?? []), names[measure]]);
  const groups = [...byK].sort(([a], [b]) => a - b);
  if (groups.length > 0) {
    const parts = groups.map(([k, who]) => `${list(who)} ${who.length > 1 ? 'name' : 'names'} ${k}`);
    const look = apart.length > 1 ? 'look' : 'looks';
    said.push(`${parts.join(', ')}: ${apart.length > 1 ? 'they' : 'it'} ${look} only at how far apart segments lie`);
  }
  for (const { measure, k } of picks) {
    if (measure === 'bic' && k !== null)
      said.push(`BIC weighs the misfit against the number of parameters and names ${k}`);
    if (measure === 'inertia') said.push(`inertia always falls and ${k === null ? 'shows no bend' : `bends at ${k}`}`);
    if (measure === 'gap')
      said.push(`gap, beside customers spread evenly, ${k === null ? 'names no number of segments' : `names ${k}`}`);
    if (measure === 'revenueApart')
      said.push(
        k === null
          ? 'revenue is told apart better by each further segment'
          : `after ${k} one more tells under 2 points more of revenue apart`,
      );
  }
  return said.length === 0 ? '' : `${said.join('; ')}.`;
}

function stand(named: readonly { measure: Measure; k: number }[], recommended: number): string {
  const same = named.filter(({ k }) => k === recommended).map(({ measure }) => names[measure]);
  return same.length > 0
    ? `The recommended ${recommended} goes with ${list(same)}.`
    : `The recommended ${recommended} is no measure's favourite: its rule asks what one more costs and what it brings.`;
}

/** How far one may go, by the measures that repeat the work. */
function limits(votes: KArgument['votes'], recommended: number, last: number): string[] {
  const strength = votes.find(({ measure }) => measure === 'predictionStrength');
  const stability = votes.find(({ measure }) => measure === 'stability');
  const smallest = votes.find(({ measure }) => measure === 'smallest');
  const sentences: string[] = [];
  if (strength?.k === null) {
    sentences.push(
      'Prediction strength finds no k that a second half of the customers would repeat: these are slices, so usefulness decides.',
    );
  } else if (strength !== undefined && strength.k < recommended) {
    sentences.push(
      `Prediction strength goes no further than ${strength.k}: at ${recommended} a second half of the customers would draw the borders elsewhere, so usefulness decides.`,
    );
  }
  if (typeof stability?.k === 'number' && stability.k > recommended && stability.k < last) {
    sentences.push(
      `Up to ${stability.k} there is a k whose segments all come out again when the customers are drawn anew.`,
    );
  }
  if (typeof smallest?.k === 'number' && smallest.k < last) {
    sentences.push(`Above ${smallest.k} a segment is too small.`);
  }
  return sentences;
}

function doubts({ k, jaccardLowest }: Candidate): string[] {
  if (jaccardLowest === undefined || jaccardLowest >= voteRule.stable) return [];
  const figure = `Jaccard ${formatNumber(jaccardLowest, 2)}`;
  return [
    jaccardLowest < voteRule.untrustworthy
      ? `The recommended ${k} holds a segment that hardly comes out again when the customers are drawn anew (${figure}): do not build on it alone.`
      : `The recommended ${k} holds a segment whose members are doubtful when the customers are drawn anew (${figure}).`,
  ];
}

function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

const capitalised = (sentence: string): string => `${sentence[0]?.toUpperCase() ?? ''}${sentence.slice(1)}`;
