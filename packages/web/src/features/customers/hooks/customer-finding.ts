import { capitalised, type Formats, featureText, nextOrder } from '@clientele/charts';
import type { CustomerDetail, FeatureInfo } from '@clientele/contracts';
import { counted } from '../../../lib/count-word.ts';
import { rankText } from './rank-text.ts';

export interface CustomerFinding {
  /** Large. */
  figure: string;
  sentence: string;
}

const dayMs = 86_400_000;

/** The day up to which the numbers count: that of the last order plus the days since. Null for a table of customers. */
export function asOfDay({ lastOrder, features }: Pick<CustomerDetail, 'lastOrder' | 'features'>): string | null {
  const { recency } = features;
  if (lastOrder === null || typeof recency !== 'number') return null;
  const last = Date.parse(`${lastOrder.slice(0, 10)}T00:00:00Z`);
  return new Date(last + recency * dayMs).toISOString().slice(0, 10);
}

/** What stands out about the customer: late, due or alone with one order; in a table of customers the rarest value. */
export function customerFinding(
  customer: CustomerDetail,
  features: readonly FeatureInfo[],
  formats: Formats,
): CustomerFinding | null {
  const { recency } = customer.features;
  const days = (value: number) => counted(value, 'day', formats.number(value));
  const dayCount = new Set(customer.orders.map(({ time }) => time.slice(0, 10))).size;
  if (typeof recency === 'number' && dayCount > 0) {
    const since = recency === 0 ? 'today' : `${days(recency)} ago`;
    const next = nextOrder(customer.orders, asOfDay(customer));
    if (next === null)
      return {
        figure: customer.orders.length === 1 ? 'One order so far' : counted(customer.orders.length, 'order'),
        sentence:
          customer.orders.length === 1
            ? `It came ${since}.`
            : `Last order ${since}; there are too few gaps between orders to say when the next is due.`,
      };
    const usual = `the usual gap between orders is ${formats.number(next.usualGapDays)}`;
    return next.lateDays === null
      ? { figure: `Due ${formats.date(next.due)}`, sentence: `Last order ${since}; ${usual}.` }
      : { figure: `${days(next.lateDays)} late`, sentence: `Last order ${since}; ${usual}.` };
  }
  const [rarest] = customer.against
    .filter(({ rank }) => rank !== null)
    .sort((left, right) => Math.abs((right.rank ?? 0.5) - 0.5) - Math.abs((left.rank ?? 0.5) - 0.5));
  if (rarest === undefined) return null;
  const unit = features.find(({ id }) => id === rarest.feature)?.unit ?? 'number';
  const rank = rankText(rarest.rank, unit, formats);
  if (rank === null) return null;
  return {
    figure: capitalised(rank),
    sentence: `${rarest.label} is ${featureText(rarest.value, unit, formats)}; the median is ${featureText(rarest.median, unit, formats)}.`,
  };
}
