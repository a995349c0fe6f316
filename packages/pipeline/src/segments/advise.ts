import { countOf, formatValue } from '../preparation/format-value.ts';
import { holds, rfmEffects } from './bands.ts';
import { shortLabel } from './feature-words.ts';
import { tellingEffect } from './name-segments.ts';
import { type OrderFacts, orderAdviceRules } from './order-advice-rules.ts';
import type { SegmentProfile } from './profile.ts';
import { tellingFigures } from './telling-figures.ts';
import { type Concept, concepts, type Standing, traitAdviceRules } from './trait-advice-rules.ts';
import { categoryValue, type PhraseContext } from './trait-phrase.ts';

/** What to do with a segment, by stated rules from its own figures. */
export function advise(context: PhraseContext, profile: SegmentProfile, currency: string | null): string {
  const effects = context.isOrders
    ? rfmEffects(
        context.columns.map(({ id }) => id),
        profile.effects,
      )
    : null;
  const rule = effects === null ? undefined : orderAdviceRules.find(({ when }) => holds(when, effects));
  return rule === undefined
    ? adviseByTraits(context, profile, currency)
    : rule.say(orderFacts(profile, currency)).trim();
}

function orderFacts(profile: SegmentProfile, currency: string | null): OrderFacts {
  const { medians, size, share, revenueShare, boughtOnce } = profile;
  return {
    size,
    share,
    revenueShare,
    medianRecency: medians.recency ?? 0,
    medianOrders: medians.frequency ?? 0,
    medianRevenue: medians.monetary ?? 0,
    boughtOnce: boughtOnce ?? 0,
    medianGap: medians.daysBetweenOrders ?? null,
    currency,
  };
}

function adviseByTraits(context: PhraseContext, profile: SegmentProfile, currency: string | null): string {
  const conceptColumn = (concept: Concept) =>
    context.columns.findIndex(({ label, category }) => category === null && concepts[concept].test(shortLabel(label)));
  const columns: Record<Concept, number> = { income: conceptColumn('income'), spending: conceptColumn('spending') };
  const standing = (concept: Concept): Standing => {
    const effect = profile.effects[columns[concept]] ?? 0;
    if (effect >= tellingEffect) return 'high';
    return effect <= -tellingEffect ? 'low' : 'any';
  };
  const stands: Record<Concept, Standing> = { income: standing('income'), spending: standing('spending') };
  const names = Object.keys(concepts) as Concept[];
  const rule = traitAdviceRules.find(({ when }) =>
    names.every((concept) => when[concept] === 'any' || when[concept] === stands[concept]),
  );
  if (rule !== undefined) {
    const figures = names
      .filter((concept) => rule.when[concept] !== 'any')
      .map((concept) => sayMean(context, profile, columns[concept], currency));
    return `${rule.say} (${figures.join('; ')}).`;
  }
  const telling = profile.traits.filter(({ effect }) => Math.abs(effect) >= tellingEffect).slice(0, 2);
  if (telling.length === 0) {
    return `Nothing sets these ${countOf(profile.size, 'customer')} apart on the chosen features: treat them like the base, and add a feature to learn more.`;
  }
  const figures = telling.map(({ column }) => sayMean(context, profile, column, currency));
  return `Speak to them about what sets them apart: ${figures.join('; ')}.`;
}

/** "annual income 88.2 on average, all customers 60.6". */
function sayMean(context: PhraseContext, profile: SegmentProfile, index: number, currency: string | null): string {
  const column = context.columns[index];
  if (column === undefined) return '';
  const category =
    column.category === null ? null : (categoryValue(context, column, profile.effects[index] ?? 0) ?? column.category);
  const key = category === null ? column.id : `${column.id}=${category}`;
  const say = (value: number | undefined) => formatValue(value ?? 0, column.unit, currency);
  const figures = tellingFigures(key, profile.effects[index] ?? 0, { own: profile, base: context.base });
  const own = say(figures.own);
  const all = say(figures.all);
  return category === null
    ? `${shortLabel(column.label)} ${own} ${figures.kind === 'mean' ? 'on average' : 'at the median'}, all customers ${all}`
    : `${shortLabel(column.label)} ${category} for ${own}, of all customers ${all}`;
}
