import type { TextKey } from '@clientele/texts';
import { type PlanFacts, tellingLift } from './plan-facts.ts';
import type { SegmentEffects } from './segment-effects.ts';

/** What a line of the plan is about. */
export const planAreas = ['campaign', 'offer', 'products', 'price', 'retention'] as const;
export type PlanArea = (typeof planAreas)[number];

/** An interval of effects, in standard deviations of all customers: `from` and `upTo` are in it, `below` is not. */
export interface EffectBand {
  from?: number;
  below?: number;
  /** In it too. */
  upTo?: number;
}

type IdOf<Key extends string> = Key extends `plan.${infer Id}.action` ? Id : never;
/** The rules that have texts. */
export type PlanRuleId = IdOf<TextKey>;

type Effect = keyof SegmentEffects;
/** Numbers that a rule compares with its threshold; null where the data do not have them. */
type Measure = keyof PlanFacts['measures'];

export interface PlanRule {
  /** Stable; the texts are `plan.<id>.action` and `plan.<id>.because`. */
  id: PlanRuleId;
  area: PlanArea;
  /** Rules of one group exclude each other: the first that holds speaks. */
  group: string;
  effects?: Partial<Record<Effect, EffectBand>>;
  /** Numbers and the thresholds that they must reach, or stay at or under. */
  measures?: Partial<Record<Measure, { atLeast?: number; atMost?: number }>>;
  /** Numbers that the reason says: without one of them the rule is silent, and its group with it. */
  says: readonly (keyof PlanFacts['said'])[];
}

const quiet = { from: 0.4 };
const notQuiet = { below: 0.4 };
const recent = { below: -0.4 };

/**
 * What to do with a segment, and when that is said. The effects and their thresholds of the campaign are those by which the headline of a segment is
 * chosen (pipeline/src/segments/order-advice-rules.ts and trait-advice-rules.ts), in the same order, so that plan and headline never disagree.
 * Measures: own over all for ratios, days, or shares. `silenceOverGap` is the median silence over the median gap between orders.
 */
export const planRules: readonly PlanRule[] = [
  {
    id: 'win-back-in-person',
    area: 'campaign',
    group: 'campaign',
    effects: { recency: quiet, monetary: { from: 0.75 } },
    says: ['recency', 'recencyAll', 'monetary', 'monetaryAll'],
  },
  {
    id: 'write-now',
    area: 'campaign',
    group: 'campaign',
    effects: { recency: quiet, value: { from: -0.25 } },
    says: ['recency', 'recencyAll', 'monetary', 'monetaryAll'],
  },
  {
    id: 'one-reminder',
    area: 'campaign',
    group: 'campaign',
    effects: { recency: quiet },
    says: ['recency', 'recencyAll', 'monetary', 'monetaryAll'],
  },
  {
    id: 'keep-close',
    area: 'campaign',
    group: 'campaign',
    effects: { value: { from: 1.25 } },
    says: ['frequency', 'frequencyAll', 'monetary', 'monetaryAll'],
  },
  {
    id: 'next-order-sooner',
    area: 'campaign',
    group: 'campaign',
    effects: { monetary: { from: 0.5 }, frequency: { below: 0 } },
    says: ['frequency', 'monetary', 'monetaryAll'],
  },
  {
    id: 'larger-baskets',
    area: 'campaign',
    group: 'campaign',
    effects: { frequency: { from: 0.5 }, monetary: { below: 0 } },
    says: ['frequency', 'monetary', 'monetaryAll'],
  },
  {
    id: 'reward',
    area: 'campaign',
    group: 'campaign',
    effects: { value: { from: 0.6 } },
    says: ['frequency', 'frequencyAll', 'monetary', 'monetaryAll'],
  },
  {
    id: 'make-it-a-habit',
    area: 'campaign',
    group: 'campaign',
    effects: { recency: recent, value: { from: -0.25 } },
    says: ['recency', 'recencyAll', 'monetary', 'monetaryAll'],
  },
  {
    id: 'win-the-next-order',
    area: 'campaign',
    group: 'campaign',
    effects: { recency: recent },
    says: ['recency', 'recencyAll', 'frequency'],
  },
  {
    id: 'remind-the-late',
    area: 'campaign',
    group: 'campaign',
    effects: { value: { from: 0.25 } },
    says: ['recency', 'monetary', 'monetaryAll'],
  },
  {
    id: 'stay-in-touch',
    area: 'campaign',
    group: 'campaign',
    effects: { value: { from: -0.25 } },
    says: ['recency', 'recencyAll', 'frequency', 'frequencyAll'],
  },
  {
    id: 'second-order',
    area: 'campaign',
    group: 'campaign',
    effects: { value: {} },
    says: ['recency', 'frequency', 'frequencyAll'],
  },
  {
    id: 'spend-and-earn-much',
    area: 'price',
    group: 'campaign',
    effects: { income: { from: 0.5 }, spending: { from: 0.5 } },
    says: ['income', 'spending'],
  },
  {
    id: 'earn-much-spend-little',
    area: 'campaign',
    group: 'campaign',
    effects: { income: { from: 0.5 }, spending: { upTo: -0.5 } },
    says: ['income', 'spending'],
  },
  {
    id: 'earn-little-spend-much',
    area: 'offer',
    group: 'campaign',
    effects: { income: { upTo: -0.5 }, spending: { from: 0.5 } },
    says: ['income', 'spending'],
  },
  {
    id: 'earn-and-spend-little',
    area: 'campaign',
    group: 'campaign',
    effects: { income: { upTo: -0.5 }, spending: { upTo: -0.5 } },
    says: ['income', 'spending'],
  },
  {
    id: 'spend-much',
    area: 'retention',
    group: 'campaign',
    effects: { spending: { from: 0.5 } },
    says: ['spending'],
  },
  {
    id: 'spend-little',
    area: 'offer',
    group: 'campaign',
    effects: { spending: { upTo: -0.5 } },
    says: ['spending'],
  },
  {
    id: 'what-sets-apart',
    area: 'campaign',
    group: 'campaign',
    measures: { strongestEffect: { atLeast: 0.5 } },
    says: ['traits'],
  },
  {
    id: 'basket-threshold',
    area: 'offer',
    group: 'offer',
    effects: { recency: notQuiet },
    measures: { orderValueRatio: { atMost: 0.8 } },
    says: ['orderValue', 'orderValueAll'],
  },
  {
    id: 'easy-large-orders',
    area: 'offer',
    group: 'offer',
    measures: { orderValueRatio: { atLeast: 1.25 } },
    says: ['orderValue', 'orderValueAll'],
  },
  {
    id: 'lead-with-unusual',
    area: 'products',
    group: 'products',
    measures: { topLift: { atLeast: tellingLift } },
    says: ['unusual', 'unusualNumbers'],
  },
  {
    id: 'show-bestseller',
    area: 'products',
    group: 'products',
    measures: { topShare: { atLeast: 0.1 } },
    says: ['bestseller', 'topShare'],
  },
  {
    id: 'no-discounts',
    area: 'price',
    group: 'discount',
    effects: { recency: notQuiet, value: { from: 1.25 } },
    measures: { silenceOverGap: { atMost: 1 } },
    says: ['recency', 'gap'],
  },
  {
    id: 'better-range',
    area: 'price',
    group: 'price',
    measures: { priceLevel: { atLeast: 1.2 } },
    says: ['price', 'priceAll', 'priceLevel'],
  },
  {
    id: 'low-prices-first',
    area: 'price',
    group: 'price',
    measures: { priceLevel: { atMost: 0.8 } },
    says: ['price', 'priceAll', 'priceLevel'],
  },
  {
    id: 'welcome',
    area: 'retention',
    group: 'retention',
    effects: { recency: notQuiet },
    measures: { tenureRatio: { atMost: 0.5 } },
    says: ['tenure', 'tenureAll'],
  },
  {
    id: 'past-their-gap',
    area: 'retention',
    group: 'retention',
    effects: { recency: notQuiet },
    measures: { silenceOverGap: { atLeast: 1 }, orders: { atLeast: 2 } },
    says: ['recency', 'gap'],
  },
  {
    id: 'in-their-rhythm',
    area: 'retention',
    group: 'retention',
    effects: { recency: notQuiet },
    measures: { silenceOverGap: { atMost: 1 }, orders: { atLeast: 2 } },
    says: ['recency', 'gap'],
  },
  {
    id: 'fewer-returns',
    area: 'retention',
    group: 'returns',
    measures: { returnRatio: { atLeast: 1.5 }, returnShare: { atLeast: 0.02 } },
    says: ['returns', 'returnsAll'],
  },
];
