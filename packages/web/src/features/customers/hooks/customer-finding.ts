import { asOfDay, capitalised, type FigureContext, featureLabel, featureText, nextOrder } from '@clientele/charts';
import type { CustomerDetail, FeatureInfo } from '@clientele/contracts';
import { rankText } from './rank-text.ts';

export interface CustomerFinding {
  /** Large. */
  figure: string;
  sentence: string;
}

/** What stands out about the customer: late, due or alone with one order; in a table of customers the rarest value. */
export function customerFinding(
  customer: CustomerDetail,
  features: readonly FeatureInfo[],
  context: Pick<FigureContext, 'formats' | 'text'>,
): CustomerFinding | null {
  const { formats, text } = context;
  const { recency } = customer.features;
  const days = (value: number) => ({ n: value, days: formats.number(value) });
  const dayCount = new Set(customer.orders.map(({ time }) => time.slice(0, 10))).size;
  if (typeof recency === 'number' && dayCount > 0) {
    const since = days(recency);
    const count = customer.orders.length;
    const next = nextOrder(customer.orders, asOfDay(customer));
    if (next === null)
      return count === 1
        ? { figure: text('customer-finding.one'), sentence: text('customer-finding.oneWhen', since) }
        : {
            figure: text('customer-finding.orders', { n: count, orders: formats.count(count) }),
            sentence: text('customer-finding.tooFew', since),
          };
    const sentence = text('customer-finding.usual', { ...since, gap: formats.number(next.usualGapDays) });
    return next.lateDays === null
      ? { figure: text('customer-finding.due', { date: formats.date(next.due) }), sentence }
      : { figure: text('customer-finding.late', days(next.lateDays)), sentence };
  }
  const [rarest] = customer.against
    .filter(({ rank }) => rank !== null)
    .sort((left, right) => Math.abs((right.rank ?? 0.5) - 0.5) - Math.abs((left.rank ?? 0.5) - 0.5));
  if (rarest === undefined) return null;
  const unit = features.find(({ id }) => id === rarest.feature)?.unit ?? 'number';
  const rank = rankText(rarest.rank, unit, context);
  if (rank === null) return null;
  return {
    figure: capitalised(rank),
    sentence: text('customer-finding.rarest', {
      label: featureLabel({ id: rarest.feature, label: rarest.label }, context),
      value: featureText(rarest.value, unit, formats),
      median: featureText(rarest.median, unit, formats),
    }),
  };
}
