import type { Condition, FeatureInfo, FeatureUnit, SegmentRule } from '@clientele/contracts';
import { labelInText } from '../feature-label.ts';
import type { FigureContext } from '../figure.ts';

type Named = Pick<FeatureInfo, 'id' | 'label' | 'unit'>;

/** All figures of a value: a rounded limit would be another rule. */
function exactText(value: number | null, unit: FeatureUnit, { formats }: FigureContext): string {
  if (value === null) return '';
  const { locale } = formats;
  if (unit === 'money') return Number.isInteger(value) ? formats.money(value) : formats.moneyExact(value);
  const style = unit === 'share' ? ({ style: 'percent' } as const) : {};
  const text = new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 12 })
    .format(value)
    .replace('-', '\u2212');
  return unit === 'days' && Number.isInteger(value) ? formats.days(value) : text;
}

/** Features of orders whose conditions read better in words of their own. */
const spoken = new Set(['recency', 'frequency']);

function conditionText(condition: Condition, features: readonly Named[], context: FigureContext): string {
  const { text } = context;
  const known = features.find(({ id }) => id === condition.feature);
  const feature = known ?? { id: condition.feature, label: condition.feature, unit: 'number' as const };
  const label = labelInText(feature, context);
  if (condition.kind === 'values')
    return text('rule.values', {
      label,
      // Texts that spreadsheets keep apart by an apostrophe are one value to a reader.
      values: condition.values
        .filter((value) => !condition.values.some((each) => value === `'${each}`))
        .map((value) => (value === '' ? text('common.empty') : value))
        .join(', '),
    });
  const { min, max } = condition;
  if (min === null && max === null) return text('rule.known', { label });
  const kind = min === null ? 'max' : max === null ? 'min' : min === max ? 'same' : 'range';
  const isOwn = spoken.has(feature.id) && label !== feature.label;
  // Somebody may have bought today: nothing is "within 0 days", and a span of one value has no words of its own for days.
  if (isOwn && feature.id === 'frequency')
    return text(`rule.frequency.${kind}`, { from: min ?? max ?? 0, to: max ?? min ?? 0 });
  if (isOwn && kind !== 'same' && (max ?? 1) > 0)
    return text(`rule.recency.${kind}`, { from: min ?? 0, to: max ?? min ?? 0 });
  return text(`rule.${kind}`, {
    label,
    from: exactText(min, feature.unit, context),
    to: exactText(max, feature.unit, context),
  });
}

/** A list in a sentence: "a, b and c". */
export const inList = (parts: readonly string[], { text }: Pick<FigureContext, 'text'>): string => {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : text('rule.and', { first: parts.slice(0, -1).join(', '), last });
};

/** A rule in the reader's language: as it was written where that is English, else in its words: "letzte Bestellung vor höchstens 45 Tagen". */
export function ruleText(
  { boxes, text: written }: Pick<SegmentRule, 'boxes' | 'text'>,
  features: readonly Named[],
  context: FigureContext,
): string {
  if (/^en\b/i.test(context.formats.locale)) return written;
  const said = boxes.map((conditions) =>
    inList(
      conditions.map((condition) => conditionText(condition, features, context)),
      context,
    ),
  );
  return said.slice(1).reduce((first, last) => context.text('rule.or', { first, last }), said[0] ?? '');
}
