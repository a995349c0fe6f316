import type { SegmentStatistics } from '@clientele/contracts';
import type { FigureSetting, FigureSources } from '../define-figure.ts';
import { labelledFeature } from '../figures/chosen-feature.ts';
import { productName } from '../figures/product-name.ts';
import { featureText } from '../format/feature-text.ts';
import { type SegmentEffects, segmentEffects } from './segment-effects.ts';

/** What a plan is made from; what is missing keeps its rules silent. */
export type PlanSources = Partial<
  Pick<FigureSources, 'segmentation' | 'segmentStatistics' | 'segmentBaskets' | 'segmentProducts'>
>;
export type PlanContext = Pick<FigureSetting, 'formats' | 'text' | 'dataset'>;

type Numbers<Key extends string> = Record<Key, number | null>;
type Texts<Key extends string> = Record<Key, string | null>;

/** A segment in the numbers that rules compare and the texts that reasons say; null where the data do not have them. */
export interface PlanFacts {
  effects: SegmentEffects;
  measures: Numbers<
    | 'strongestEffect'
    | 'orderValueRatio'
    | 'topLift'
    | 'topShare'
    | 'silenceOverGap'
    | 'priceLevel'
    | 'tenureRatio'
    | 'orders'
    | 'returnRatio'
    | 'returnShare'
  >;
  said: Texts<
    | 'recency'
    | 'recencyAll'
    | 'frequency'
    | 'frequencyAll'
    | 'monetary'
    | 'monetaryAll'
    | 'gap'
    | 'tenure'
    | 'tenureAll'
    | 'returns'
    | 'returnsAll'
    | 'orderValue'
    | 'orderValueAll'
    | 'price'
    | 'priceAll'
    | 'priceLevel'
    | 'unusual'
    | 'unusualNumbers'
    | 'bestseller'
    | 'topShare'
    | 'income'
    | 'spending'
    | 'traits'
  >;
}

/** How much a trait must stand out to be told. */
const tellingEffect = 0.5;
const mostTraits = 2;
/** Times as often as all from which a product is named. */
export const tellingLift = 1.5;

const ratio = (own: number | null | undefined, all: number | null | undefined): number | null =>
  own === null || own === undefined || all === null || all === undefined || all <= 0 || own < 0 ? null : own / all;

/** What is known of a segment for its plan. */
export function planFacts(segment: number, sources: PlanSources, context: PlanContext): PlanFacts {
  const { formats, text, dataset } = context;
  const statistics = sources.segmentStatistics ?? [];
  const own = statistics.find((entry) => entry.segment === segment);
  const all = statistics.find((entry) => entry.segment === null);
  const isOrders = dataset.kind === 'orders';
  const of = (entry: SegmentStatistics | undefined, id: string) =>
    entry?.features.find(({ feature }) => feature === id);
  const median = (entry: SegmentStatistics | undefined, id: string) =>
    isOrders ? (of(entry, id)?.median ?? null) : null;
  const said = <Value>(value: Value | null | undefined, write: (value: Value) => string) =>
    value === null || value === undefined ? null : write(value);
  const days = (value: number) => text('plan.days', { n: Math.round(value) });
  const orders = (value: number) => text('plan.orders', { n: Math.round(value) });
  const { effects, traits } = segmentEffects(segment, sources.segmentation, isOrders);

  const sayTrait = (id: string, effect: number): string | null => {
    const [mine, theirs] = [of(own, id), of(all, id)];
    if (mine === undefined || theirs === undefined) return null;
    const { label, unit } = labelledFeature(id, mine.label, context);
    // Effects are measured after the transform: a mean that lies on the other side would contradict them.
    for (const kind of ['mean', 'median'] as const) {
      const [value, base] = [mine[kind], theirs[kind]];
      if (value === null || base === null || Math.sign(value - base) !== Math.sign(effect)) continue;
      const values = { feature: label, own: featureText(value, unit, formats), all: featureText(base, unit, formats) };
      return text(kind === 'mean' ? 'plan.traitMean' : 'plan.traitMedian', values);
    }
    return null;
  };
  const sayConcept = (concept: 'income' | 'spending') => {
    const id = traits.find((trait) => trait.concept === concept)?.id;
    const effect = effects[concept];
    return id === undefined || effect === null ? null : sayTrait(id, effect);
  };
  const telling = traits
    .filter(({ effect }) => Math.abs(effect) >= tellingEffect)
    .flatMap(({ id, effect }) => {
      const sentence = sayTrait(id, effect);
      return sentence === null ? [] : [{ sentence, effect: Math.abs(effect) }];
    })
    .slice(0, mostTraits);

  const baskets = sources.segmentBaskets ?? [];
  const basket = baskets.find((entry) => entry.segment === segment);
  const everybody = baskets.find((entry) => entry.segment === null);
  const products = (sources.segmentProducts ?? []).find((entry) => entry.segment === segment);
  const unusual = (products?.unusual ?? []).filter(({ lift }) => lift >= tellingLift).slice(0, 2);
  const bestseller = products?.top[0];
  const topShare = bestseller === undefined ? null : ratio(bestseller.customers, own?.customers);
  const sayUnusual = (): string | null => {
    const [first, second] = unusual;
    if (first === undefined) return null;
    const values = { times: formats.fixed(first.lift, 1), buyers: formats.count(first.customers) };
    if (second === undefined) return text('plan.unusualOne', values);
    return text('plan.unusualTwo', {
      ...values,
      secondTimes: formats.fixed(second.lift, 1),
      secondBuyers: formats.count(second.customers),
    });
  };
  const mean = (entry: SegmentStatistics | undefined) => (isOrders ? (of(entry, 'returnShare')?.mean ?? null) : null);
  const gap = median(own, 'daysBetweenOrders');

  return {
    effects,
    measures: {
      strongestEffect: telling[0]?.effect ?? null,
      orderValueRatio: ratio(basket?.medianOrderValue, everybody?.medianOrderValue),
      topLift: unusual[0]?.lift ?? null,
      topShare,
      silenceOverGap: ratio(median(own, 'recency'), gap),
      priceLevel: basket?.priceLevel ?? null,
      tenureRatio: ratio(median(own, 'tenure'), median(all, 'tenure')),
      orders: median(own, 'frequency'),
      returnRatio: ratio(mean(own), mean(all)),
      returnShare: mean(own),
    },
    said: {
      recency: said(median(own, 'recency'), days),
      recencyAll: said(median(all, 'recency'), days),
      frequency: said(median(own, 'frequency'), orders),
      frequencyAll: said(median(all, 'frequency'), orders),
      monetary: said(median(own, 'monetary'), formats.money),
      monetaryAll: said(median(all, 'monetary'), formats.money),
      gap: said(gap, days),
      tenure: said(median(own, 'tenure'), days),
      tenureAll: said(median(all, 'tenure'), days),
      returns: said(mean(own), (value) => formats.share(value)),
      returnsAll: said(mean(all), (value) => formats.share(value)),
      orderValue: said(basket?.medianOrderValue, formats.money),
      orderValueAll: said(everybody?.medianOrderValue, formats.money),
      price: said(basket?.pricePerItem, formats.moneyExact),
      priceAll: said(everybody?.pricePerItem, formats.moneyExact),
      priceLevel: said(basket?.priceLevel, (value) => formats.fixed(value, 2)),
      unusual: unusual.length === 0 ? null : unusual.map(productName).join(text('plan.and')),
      unusualNumbers: sayUnusual(),
      bestseller: said(bestseller, productName),
      topShare: said(topShare, (value) => formats.share(value, 0)),
      income: sayConcept('income'),
      spending: sayConcept('spending'),
      traits: telling.length === 0 ? null : telling.map(({ sentence }) => sentence).join('; '),
    },
  };
}
