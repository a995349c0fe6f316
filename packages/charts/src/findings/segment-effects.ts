import type { SegmentationDocument } from '@clientele/contracts';

/** What features of a table of customers are about, told from their names as the headline's rules tell it (pipeline/src/segments/trait-advice-rules.ts). */
const concepts = {
  income: /\b(income|salary|earnings|wage)\b/i,
  spending: /spend|spent|revenue|sales|purchase.?amount/i,
} as const;
type Concept = keyof typeof concepts;

/** In standard deviations of all customers, after the transform; `value` is the mean of frequency and monetary. Null where it is not known. */
export type SegmentEffects = Record<
  'recency' | 'frequency' | 'monetary' | 'value' | 'income' | 'spending',
  number | null
>;

export interface SegmentTrait {
  id: string;
  effect: number;
  concept: Concept | null;
}

const words = (label: string): string => label.replace(/[_\s]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');

/**
 * How far a segment lies from all customers on the features of its recipe, in standard deviations after the transform, strongest first; categories are left
 * out. Recency, frequency and monetary only together and only of orders, as the headline takes them; else what the names say of income and spending.
 */
export function segmentEffects(
  segment: number,
  document: SegmentationDocument | undefined,
  isOrders: boolean,
): { effects: SegmentEffects; traits: SegmentTrait[] } {
  const columns = document?.preparation.columns ?? [];
  const traits: SegmentTrait[] = [];
  const taken = new Map<Concept, string>();
  for (const concept of ['income', 'spending'] as const) {
    const column = columns.find(({ label, category }) => category === null && concepts[concept].test(words(label)));
    if (column !== undefined) taken.set(concept, column.id);
  }
  for (const { column, effect } of document?.segments.find(({ id }) => id === segment)?.traits ?? []) {
    const known = columns[column];
    if (known === undefined || known.category !== null) continue;
    const concept = [...taken].find(([, id]) => id === known.id)?.[0] ?? null;
    traits.push({ id: known.id, effect, concept });
  }
  const effectOf = (id: string): number | null => traits.find((trait) => trait.id === id)?.effect ?? null;
  const [recency, frequency, monetary] = [effectOf('recency'), effectOf('frequency'), effectOf('monetary')];
  if (isOrders && recency !== null && frequency !== null && monetary !== null) {
    const value = (frequency + monetary) / 2;
    return { effects: { recency, frequency, monetary, value, income: null, spending: null }, traits };
  }
  const conceptEffect = (concept: Concept) => traits.find((trait) => trait.concept === concept)?.effect ?? null;
  return {
    effects: {
      recency: null,
      frequency: null,
      monetary: null,
      value: null,
      income: conceptEffect('income'),
      spending: conceptEffect('spending'),
    },
    traits,
  };
}
