/** What features of a table of customers are about, told from their names. */
export const concepts = {
  income: /\b(income|salary|earnings|wage)\b/i,
  spending: /spend|spent|revenue|sales|purchase.?amount/i,
} as const;
export type Concept = keyof typeof concepts;

/** How a concept must stand: `high` and `low` from 0.5 standard deviations on; `any` where nothing is asked. */
export type Standing = 'high' | 'low' | 'any';

/** What to do, and when that is said; the figures that the rule looked at follow in brackets. The first that holds speaks. */
export interface TraitAdviceRule {
  id: string;
  when: Record<Concept, Standing>;
  say: string;
}

export const traitAdviceRules: readonly TraitAdviceRule[] = [
  {
    id: 'spend-and-earn-much',
    when: { income: 'high', spending: 'high' },
    say: 'Keep them close: early access, service, the best of the range rather than discounts',
  },
  {
    id: 'earn-much-spend-little',
    when: { income: 'high', spending: 'low' },
    say: 'Find out what they miss: they could spend more than they do, so ask them, and show the better range',
  },
  {
    id: 'earn-little-spend-much',
    when: { income: 'low', spending: 'high' },
    say: 'Keep it affordable: loyalty points, sets and small treats; press no credit on them',
  },
  {
    id: 'earn-and-spend-little',
    when: { income: 'low', spending: 'low' },
    say: 'Reach them cheaply: e-mail rather than print, basics and offers',
  },
  {
    id: 'spend-much',
    when: { income: 'any', spending: 'high' },
    say: 'Thank them and show them first what is new: they spend more than others',
  },
  {
    id: 'spend-little',
    when: { income: 'any', spending: 'low' },
    say: 'Make a small first step easy, and watch whether it pays: they spend less than others',
  },
];
