import type { Condition } from '@clientele/contracts';
import { shortLabel } from '../../segments/feature-words.ts';
import { rangeWords, type SpokenFeature } from './rule-words.ts';

/** What a rule is said with. */
export interface RuleTextContext {
  features: readonly SpokenFeature[];
  /** True where features come from order lines. */
  isOrders: boolean;
  currency: string | null;
}

/** A rule for a reader: "last order within 45 days and more than 6 orders"; boxes are joined by ", or ". */
export function ruleText(boxes: readonly (readonly Condition[])[], context: RuleTextContext): string {
  return boxes
    .map((box) =>
      listed(
        box.map((condition) => conditionText(condition, context)),
        'and',
      ),
    )
    .join(', or ');
}

function conditionText(condition: Condition, { features, isOrders, currency }: RuleTextContext): string {
  const feature = features.find(({ id }) => id === condition.feature) ?? {
    id: condition.feature,
    label: condition.feature,
    unit: 'number' as const,
  };
  if (condition.kind === 'range') return rangeWords(feature, condition, isOrders, currency);
  const spoken = condition.values.filter((value) => !condition.values.some((each) => value === `'${each}`));
  return `${shortLabel(feature.label)} is ${listed(spoken.map(shortValue), 'or')}`;
}

function shortValue(value: string): string {
  const text = value.replace(/\s+/g, ' ').trim();
  return text.length <= 40 ? text : `${text.slice(0, 39).trimEnd()}…`;
}

function listed(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts[parts.length - 1]}`;
}
