import type { Candidate, KChoice } from '@clientele/contracts';
import type { FigureContext } from '../figure.ts';

/** A silhouette change below this is called standing still. */
const still = 0.005;

type Speaking = Pick<FigureContext, 'formats' | 'text'>;

/**
 * The argument for a k in words, from the candidates beside it: what the silhouette and the inertia did on the way to it, what one more segment would do,
 * and which k scores highest. Null where k is not among the candidates.
 */
export function kSentence(choice: KChoice, picked: number, context: Speaking): string | null {
  const { formats, text } = context;
  const sorted = [...choice.candidates].sort((left, right) => left.k - right.k);
  const at = sorted.findIndex(({ k }) => k === picked);
  const chosen = sorted[at];
  if (chosen === undefined) return null;
  const index = (value: number) => formats.fixed(value, 3);
  const before = sorted[at - 1];
  const after = sorted[at + 1];
  const sentences: string[] = [];
  if (before !== undefined) sentences.push(wayTo(before, chosen, context));
  if (after !== undefined) {
    const change = after.silhouette - chosen.silhouette;
    sentences.push(
      Math.abs(change) < still
        ? text('k.nextStill', { k: after.k, value: index(after.silhouette) })
        : text('k.next', { k: after.k, move: change < 0 ? 'costs' : 'gains', change: index(Math.abs(change)) }),
    );
  }
  const best = sorted.reduce(
    (leader, candidate) => (candidate.silhouette > leader.silhouette ? candidate : leader),
    chosen,
  );
  const value = index(best.silhouette);
  sentences.push(best.k === chosen.k ? text('k.highest', { value }) : text('k.other', { k: best.k, value }));
  const byBic = lowestBic(sorted);
  if (byBic !== null && chosen.bic !== undefined)
    sentences.push(
      byBic.k === chosen.k
        ? text('k.bicLowest')
        : text('k.bicAbove', { difference: formats.number(chosen.bic - byBic.bic), k: byBic.k }),
    );
  return sentences.join(' ');
}

function lowestBic(candidates: readonly Candidate[]): { k: number; bic: number } | null {
  const measured = candidates.flatMap(({ k, bic }) => (bic === undefined ? [] : [{ k, bic }]));
  return measured.length === 0 ? null : measured.reduce((best, each) => (each.bic < best.bic ? each : best));
}

function wayTo(before: Candidate, chosen: Candidate, { formats, text }: Speaking): string {
  const change = chosen.silhouette - before.silhouette;
  const way = {
    before: before.k,
    k: chosen.k,
    move: Math.abs(change) < still ? 'still' : change < 0 ? 'falls' : 'rises',
    from: formats.fixed(before.silhouette, 3),
    to: formats.fixed(chosen.silhouette, 3),
  };
  return before.inertia > 0 && chosen.inertia <= before.inertia
    ? text('k.wayInertia', { ...way, share: formats.share(1 - chosen.inertia / before.inertia, 0) })
    : text('k.way', way);
}
