import type { FigureContext } from '../figure.ts';
import { inWords } from '../format/in-words.ts';

const tolerance = 0.05;

/** A share of customers in words: "one customer in six" where the share is within 5 % of that, "17% of customers" otherwise. */
export function shareOfCustomers(share: number, context: Pick<FigureContext, 'formats' | 'text'>): string {
  const parts = Math.round(1 / share);
  const isNear = parts >= 2 && parts <= 12 && Math.abs(share * parts - 1) <= tolerance;
  return isNear
    ? context.text('finding.oneIn', { words: inWords(parts, context) })
    : context.text('finding.shareOf', { share: context.formats.share(share, 0) });
}
