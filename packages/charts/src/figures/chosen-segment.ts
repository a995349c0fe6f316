import type { Views } from '@clientele/contracts';
import type { FigureSetting } from '../define-figure.ts';

/** The products of the segment that the reader chose, or of the first; null where there is no such segment. */
export function chosenSegment(
  products: Views['segmentProducts'],
  { choices }: Pick<FigureSetting, 'choices'>,
): Views['segmentProducts'][number] | null {
  const found =
    choices.segment === undefined ? products[0] : products.find(({ segment }) => segment === choices.segment);
  return found ?? null;
}
