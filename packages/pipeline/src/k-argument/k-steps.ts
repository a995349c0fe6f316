import type { Candidate, KArgument } from '@clientele/contracts';
import { formatNumber, formatShare } from '../preparation/format-value.ts';
import { type CompareContext, type ComparedFigure, compareFigures } from './compare-figures.ts';
import { type PartedSegment, type PartedShare, partedSegments } from './parted-segments.ts';
import type { SegmentsAt } from './segments-at.ts';

type KStep = NonNullable<KArgument['more']>;

/** The segments at a k, and its measures. */
export interface KAt {
  candidate: Candidate;
  at: SegmentsAt;
}

/** A part is told with its share below the first, and with where the others come from below the second. */
const clean = 0.9;
const mostly = 0.75;
/** A step of the silhouette below this is none. */
const still = 0.005;

const ordinals = 'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** One segment less than `here`: which of its segments become one, and what a marketer would no longer tell apart. */
export function fewerSegments(here: KAt, less: KAt, context: CompareContext): KStep {
  const parted = partedSegments(less.at, here.at);
  const { k } = less.candidate;
  const trade = `That ${tradeOf(here.candidate, less.candidate)}.`;
  const [first] = parted;
  // A smaller k always holds two segments of the larger in one.
  if (first === undefined) return { k, sentence: trade, parts: [] };
  const compared = compare(first.parts, context);
  const [one = '', ...others] = first.parts.map((_, part) => inWords(compared, part));
  const like =
    compared.length === 0
      ? ''
      : `: customers with ${one} on average would be written to like those with ${list(others)}`;
  const sentence = `With ${k} segments ${list(first.parts.map(shareOf))} are one${like}. ${trade}`;
  return { k, sentence, parts: parted.map((each) => toStep(each, context)) };
}

/** One segment more than `here`: which segment it parts, into what, and what that costs. */
export function moreSegments(here: KAt, more: KAt, context: CompareContext): KStep {
  const parted = partedSegments(here.at, more.at);
  const { k } = more.candidate;
  const trade = tradeOf(here.candidate, more.candidate);
  const [first] = parted;
  if (first === undefined) return { k, sentence: `One more ${trade}.`, parts: [] };
  const sentence = `${ordinal(k)} segment${partingOf(first, context)}; it ${trade}.`;
  return { k, sentence, parts: parted.map((each) => toStep(each, context)) };
}

/** What a further segment does: part one cleanly, or gather customers of several. */
function partingOf({ whole, parts }: PartedSegment, context: CompareContext): string {
  const [gathered] = parts.filter(({ share }) => share < mostly).sort((a, b) => a.share - b.share);
  const [beside] = parts.filter((part) => part !== gathered);
  if (gathered === undefined || gathered.second === null || beside === undefined) {
    const into = list(parts.map((part) => intoPart(part)));
    return ` would part ${sized(whole)} into ${into}${told(compare(parts, context), ' on average')}`;
  }
  const from = list([
    `${whole.name} (${formatShare(gathered.share)} of its customers)`,
    `${gathered.second.whole.name} (${formatShare(gathered.second.share)})`,
  ]);
  const figures = compare([gathered, beside], context);
  const has = figures.length === 0 ? '' : ` has${told(figures, ' on average').slice(1)}`;
  const other = has === '' ? '' : `; beside ${sized(beside.segment)}, cut from ${whole.name} too, it${has}`;
  return ` would gather ${sized(gathered.segment)} from ${from}${other}`;
}

const ordinal = (k: number): string => {
  const word = ordinals[k - 3];
  return word === undefined ? 'One more' : `${word.startsWith('e') ? 'An' : 'A'} ${word}`;
};

const compare = (parts: readonly PartedShare[], context: CompareContext): ComparedFigure[] =>
  compareFigures(
    parts.map(({ segment }) => segment),
    context,
  );

function toStep(parted: PartedSegment, context: CompareContext): KStep['parts'][number] {
  const keys = compare(parted.parts, context).map(({ key }) => key);
  return {
    whole: { name: parted.whole.name, size: parted.whole.size },
    parts: parted.parts.map(({ segment: { name, size, means } }) => ({
      name,
      size,
      means: Object.fromEntries(keys.map((key) => [key, means[key] ?? 0])),
    })),
  };
}

const inWords = (compared: readonly ComparedFigure[], part: number): string =>
  list(
    compared.map(({ before, figures, after, again }) => `${before}${figures[part] ?? ''}${part > 0 ? again : after}`),
  );

const told = (compared: readonly ComparedFigure[], end: string): string =>
  compared.length === 0
    ? ''
    : `: ${list(compared.map(({ before, figures, after }) => `${before}${figures.join(' against ')}${after}`))}${end}`;

const sized = ({ name, size }: { name: string; size: number }): string => `${name} (${formatNumber(size, 0)})`;

const shareOf = ({ segment, share }: PartedShare): string =>
  share >= clean ? sized(segment) : `${formatShare(share)} of ${sized(segment)}`;

const intoPart = ({ segment, share }: PartedShare): string =>
  share >= clean
    ? sized(segment)
    : `${segment.name} (${formatNumber(segment.size, 0)}, ${formatShare(share)} of them from it)`;

/** "costs 0.021 of silhouette and tells 5 points more of the differences in revenue apart". */
function tradeOf(from: Candidate, to: Candidate): string {
  const step = to.silhouette - from.silhouette;
  const verb = step < 0 ? 'costs' : 'gains';
  const silhouette =
    Math.abs(step) < still ? 'hardly moves the silhouette' : `${verb} ${formatNumber(Math.abs(step), 3)} of silhouette`;
  const points = Math.round(100 * ((to.revenueApart ?? 0) - (from.revenueApart ?? 0)));
  if (to.revenueApart === undefined || from.revenueApart === undefined || points === 0) return silhouette;
  const word = Math.abs(points) === 1 ? 'point' : 'points';
  return `${silhouette} and tells ${Math.abs(points)} ${word} ${points > 0 ? 'more' : 'less'} of the differences in revenue apart`;
}

function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
