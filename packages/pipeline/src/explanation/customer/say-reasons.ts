import type { Explanation, OrderFeatureId } from '@clientele/contracts';
import { rankAbove } from '../../clustering/rfm/percentile-rank.ts';
import { formatNumber } from '../../preparation/format-value.ts';
import { shortLabel } from '../../segments/feature-words.ts';
import type { ExplainModel } from './explain-model.ts';
import { numberOf } from './feature-value.ts';
import { sayValue } from './say-value.ts';

type Reason = Explanation['reasons'][number];

/** A second reason is told from this weight on. */
const tellingWeight = 0.15;
const mostTold = 2;

interface OrderWords {
  says(text: string, value: number): string;
  /** Against other customers, before "than 96% of customers". */
  more: string;
  less: string;
}

const isAre = (value: number) => (value === 1 ? 'is' : 'are');
const daysAgo = (text: string, value: number) =>
  value === 0 ? 'today' : `${text} ${value === 1 ? 'day' : 'days'} ago`;

const orderWords: Record<OrderFeatureId, OrderWords> = {
  recency: {
    says: (text, value) => `the last order was ${daysAgo(text, value)}`,
    more: 'longer ago',
    less: 'more recent',
  },
  frequency: {
    says: (text, value) => `there ${isAre(value)} ${text} ${value === 1 ? 'order' : 'orders'}`,
    more: 'more',
    less: 'fewer',
  },
  monetary: { says: (text) => `revenue is ${text}`, more: 'more', less: 'less' },
  tenure: {
    says: (text, value) => `the first order was ${daysAgo(text, value)}`,
    more: 'longer ago',
    less: 'more recent',
  },
  averageOrderValue: { says: (text) => `an order brings ${text}`, more: 'more', less: 'less' },
  daysBetweenOrders: {
    says: (text, value) => `there ${isAre(value)} ${text} ${value === 1 ? 'day' : 'days'} between orders`,
    more: 'more',
    less: 'fewer',
  },
  distinctProducts: {
    says: (text, value) => `${text} different ${value === 1 ? 'product was' : 'products were'} bought`,
    more: 'more',
    less: 'fewer',
  },
  itemsPerOrder: {
    says: (text, value) => `an order has ${text} ${value === 1 ? 'item' : 'items'}`,
    more: 'more',
    less: 'fewer',
  },
  returnShare: { says: (text) => `${text} of the lines were returned`, more: 'more', less: 'less' },
};

export interface ReasonsSaid {
  /** Of the customer's segment; null where they are in none. */
  name: string | null;
  reasons: readonly Reason[];
  /** Null where there is one segment only. */
  next: { name: string; isClose: boolean } | null;
  /** What the next segment's typical customer has, by feature: reasons are told against it. */
  typical: Readonly<Record<string, number | string | null>>;
}

/** "In Champions because the last order was 3 days ago and there are 27 orders (more than 96% of customers); next nearest is Regulars." */
export function sayReasons(model: ExplainModel, { name, reasons, next, typical }: ReasonsSaid): string {
  const place = name === null ? 'In no segment' : `In ${name}`;
  const after =
    next === null
      ? ''
      : `; ${name === null ? 'nearest' : next.isClose ? 'almost as near' : 'next nearest'} is ${next.name}`;
  const speaking = reasons.filter(({ value, weight }) => value !== null && weight > 0);
  const told = speaking.filter(({ weight }, index) => index === 0 || weight >= tellingWeight).slice(0, mostTold);
  const because = told.flatMap((reason) => sayReason(model, reason, typical[reason.feature] ?? null) ?? []);
  if (next === null) return `${place}, as all customers are.`;
  if (because.length === 0) return `${place} by the usual values that were filled in${after}.`;
  // "of customers" is said once.
  const [first = '', ...others] = because;
  const text = [
    first,
    ...others.map((phrase) => (first.endsWith(ofCustomers) ? phrase.replace(ofCustomers, ')') : phrase)),
  ];
  return `${place} because ${text.join(' and ')}${after}.`;
}

const ofCustomers = ' of customers)';

function sayReason(model: ExplainModel, reason: Reason, typical: number | string | null): string | null {
  const column = model.features.find(({ id }) => id === reason.feature)?.column;
  if (column === undefined || reason.value === null) return null;
  if (column.category !== null) return `${shortLabel(column.label)} is ${reason.value}`;
  const value = numberOf({ value: reason.value }, 'value') ?? 0;
  const own = model.orderFeatures.has(column.id as OrderFeatureId) ? orderWords[column.id as OrderFeatureId] : null;
  const text = sayValue(value, column, model.currency);
  const says = own === null ? `${shortLabel(column.label)} is ${text}` : own.says(text, value);
  const isMore = value > (numberOf({ typical }, 'typical') ?? 0);
  const share = isMore ? rankAbove(column.percentiles, value) : shareAbove(column.percentiles, value);
  const percent = Math.min(99, Math.floor(share));
  if (percent < 50) return says;
  const word = isMore ? (own?.more ?? 'higher') : (own?.less ?? 'lower');
  return `${says} (${word} than ${formatNumber(percent, 0)}%${ofCustomers}`;
}

/** Per cent of the base above a value. */
function shareAbove(percentiles: readonly number[], value: number): number {
  return (
    100 -
    Math.max(
      0,
      percentiles.findLastIndex((percentile) => percentile <= value),
    )
  );
}
