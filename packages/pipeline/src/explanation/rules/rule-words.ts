import { type FeatureUnit, type OrderFeatureId, orderFeatureIds } from '@clientele/contracts';
import { formatMoney, formatNumber } from '../../preparation/format-value.ts';
import { shortLabel } from '../../segments/feature-words.ts';

/** What a range on one feature is said with. */
export interface SpokenFeature {
  id: string;
  label: string;
  unit: FeatureUnit;
}

export interface Range {
  min: number | null;
  max: number | null;
}

/** Order features that are whole numbers, so that "at least 7" may be said as "more than 6". */
const counted: readonly OrderFeatureId[] = ['recency', 'tenure', 'frequency', 'distinctProducts'];

/** Whether the lower bound of a feature is said as "more than". */
export const speaksOfMore = (id: string, isOrders: boolean): boolean =>
  isOrders && counted.some((feature) => feature === id);

/** A range in the words of its feature: "last order within 45 days", "more than 6 orders", "at least £480 in revenue". */
export function rangeWords(feature: SpokenFeature, range: Range, isOrders: boolean, currency: string | null): string {
  const own = isOrders ? orderFeatureIds.find((id) => id === feature.id) : undefined;
  if (own === 'recency') return timeWords('last order', range);
  if (own === 'tenure') return timeWords('first order', range);
  if (own === 'frequency') return countWords('order', 'orders', range);
  if (own === 'distinctProducts') return countWords('different product', 'different products', range);
  const say = (value: number) => sayValue(value, feature.unit, currency);
  if (own === 'daysBetweenOrders' && range.min === null && range.max === null) return 'more than one order';
  if (own === 'monetary') return `${boundWords(range, say)} in revenue`;
  const label = shortLabel(feature.label);
  const text = `${label} ${boundWords(range, say)}`;
  const unit = feature.unit === 'number' ? labelUnit(feature.label) : null;
  if (unit !== null && (range.min ?? range.max) !== null) return `${text} ${unit}`;
  return feature.unit === 'days' && !/\bdays?\b/i.test(label) ? `${text} days` : text;
}

function timeWords(what: string, { min, max }: Range): string {
  if (min === null && max === null) return `${what} known`;
  if (min === null) return `${what} within ${days(max ?? 0)}`;
  if (max === null && Number.isInteger(min) && min > 1) return `${what} more than ${days(min - 1)} ago`;
  if (max === null) return `${what} at least ${days(min)} ago`;
  return min === max ? `${what} ${days(min)} ago` : `${what} ${exact(min)} to ${days(max)} ago`;
}

const days = (value: number): string => `${exact(value)} ${value === 1 ? 'day' : 'days'}`;

function countWords(one: string, many: string, { min, max }: Range): string {
  const count = (value: number) => (value === 1 ? `one ${one}` : `${exact(value)} ${many}`);
  if (min === null && max === null) return `${many} known`;
  if ((min ?? 1) <= 1 && max === 1) return count(1);
  if (min === null) return `at most ${count(max ?? 0)}`;
  if (max === null) return Number.isInteger(min) && min > 1 ? `more than ${count(min - 1)}` : `at least ${count(min)}`;
  return min === max ? count(min) : `${exact(min)} to ${count(max)}`;
}

function boundWords({ min, max }: Range, say: (value: number) => string): string {
  if (min !== null && max !== null) return min === max ? `exactly ${say(min)}` : `${say(min)} to ${say(max)}`;
  if (min !== null) return `at least ${say(min)}`;
  return max === null ? 'known' : `at most ${say(max)}`;
}

function sayValue(value: number, unit: FeatureUnit, currency: string | null): string {
  if (unit === 'share') return `${exact(Number((value * 100).toPrecision(12)))}%`;
  if (unit !== 'money') return exact(value);
  // The sign and the symbol as everywhere, the figures all of them.
  const whole = formatMoney(value < 0 ? -1 : 1, currency);
  return whole.replace('1', exact(Math.abs(value)));
}

/** All figures of a number, thousands parted by commas. */
function exact(value: number): string {
  const [, fraction = '', power = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return formatNumber(value, Math.min(20, Math.max(0, fraction.length - Number(power))));
}

/** A unit in brackets at the end of a label: k$ of "Annual Income (k$)". */
function labelUnit(label: string): string | null {
  const [, unit = ''] = /[([]\s*([^()[\]\d\s]{1,6})\s*[)\]]\s*$/u.exec(label) ?? [];
  return unit === '' ? null : unit;
}
