import type { Candidate, KChoice } from '@clientele/contracts';
import type { Formats } from '../format/create-formats.ts';

/** A silhouette change below this is called standing still. */
const still = 0.005;

/**
 * The argument for a k in words, from the candidates beside it: what the silhouette and the inertia did on the way to it, what one more segment would do,
 * and which k scores highest. Null where k is not among the candidates.
 */
export function kSentence(choice: KChoice, picked: number, formats: Formats): string | null {
  const sorted = [...choice.candidates].sort((left, right) => left.k - right.k);
  const at = sorted.findIndex(({ k }) => k === picked);
  const chosen = sorted[at];
  if (chosen === undefined) return null;
  const index = (value: number) => formats.fixed(value, 3);
  const before = sorted[at - 1];
  const after = sorted[at + 1];
  const sentences: string[] = [];
  if (before !== undefined) sentences.push(wayTo(before, chosen, formats));
  if (after !== undefined) {
    const change = after.silhouette - chosen.silhouette;
    const verb = change < 0 ? 'costs' : 'gains';
    sentences.push(
      Math.abs(change) < still
        ? `${after.k} segments leave the silhouette where it is (${index(after.silhouette)}).`
        : `Going on to ${after.k} ${verb} ${index(Math.abs(change))} of silhouette.`,
    );
  }
  const best = sorted.reduce(
    (leader, candidate) => (candidate.silhouette > leader.silhouette ? candidate : leader),
    chosen,
  );
  sentences.push(
    best.k === chosen.k
      ? `It has the highest silhouette of those tried (${index(best.silhouette)}).`
      : `k = ${best.k} scores highest (${index(best.silhouette)}).`,
  );
  const byBic = lowestBic(sorted);
  if (byBic !== null && chosen.bic !== undefined)
    sentences.push(
      byBic.k === chosen.k
        ? 'It has the lowest BIC.'
        : `Its BIC is ${formats.number(chosen.bic - byBic.bic)} above the lowest, that of k = ${byBic.k}.`,
    );
  return sentences.join(' ');
}

function lowestBic(candidates: readonly Candidate[]): { k: number; bic: number } | null {
  const measured = candidates.flatMap(({ k, bic }) => (bic === undefined ? [] : [{ k, bic }]));
  return measured.length === 0 ? null : measured.reduce((best, each) => (each.bic < best.bic ? each : best));
}

function wayTo(before: Candidate, chosen: Candidate, formats: Formats): string {
  const index = (value: number) => formats.fixed(value, 3);
  const change = chosen.silhouette - before.silhouette;
  const move = Math.abs(change) < still ? 'stands still' : change < 0 ? 'falls' : 'rises';
  const inertia =
    before.inertia > 0 && chosen.inertia <= before.inertia
      ? `, while inertia falls by ${formats.share(1 - chosen.inertia / before.inertia, 0)}`
      : '';
  return `From ${before.k} to ${chosen.k} the silhouette ${move} (${index(before.silhouette)} to ${index(chosen.silhouette)})${inertia}.`;
}
