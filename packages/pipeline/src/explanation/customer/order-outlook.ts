import type { FeatureValues, OrderFeatureId } from '@clientele/contracts';
import type { ExplainModel } from './explain-model.ts';
import { numberOf } from './feature-value.ts';

/** Days in which new orders are placed; the customer is looked at when they are over. */
export const orderWindowDays = 30;

/** What is known of a customer's orders; null where it cannot be told. */
export interface OrderOutlook {
  /** Orders so far, also where they are no feature of the model but follow from others. */
  orders: number | null;
  /** What an order of theirs usually is worth, to the cent, else the median customer's; null where the model knows no money. */
  orderValue: number | null;
  /** True where orders worth more than usual make a difference that can be computed. */
  takesValue: boolean;
  /** The raw features after so many more orders, each of `orderValue` and so many per cent more. */
  after(orders: number, percentMore: number): FeatureValues;
  /** What each of the new orders is worth, to the cent. */
  worthWith(percentMore: number): number | null;
}

/**
 * What becomes of a customer who orders again. By convention the new orders are placed within the next {@link orderWindowDays} days, the last
 * of them so late that at the window's end the customer is as recent as the base's most recent one (as a rule a day); that is when features
 * are taken: tenure has grown by the window, the gap between orders is the time from first to last order divided by orders less one, the share of
 * returns is thinned by as many kept lines an order as before, none of which comes back, different products and items per order stay. Whole days and
 * orders, money to the cent, gaps to a hundredth of a day, shares to four places. A feature that is missing stays missing.
 */
export function orderOutlook({ orderFeatures }: ExplainModel, values: FeatureValues): OrderOutlook {
  const known = (id: OrderFeatureId) => (orderFeatures.has(id) ? numberOf(values, id) : null);
  const [recency, tenure, monetary] = [known('recency'), known('tenure'), known('monetary')];
  const [average, gap, returned] = [known('averageOrderValue'), known('daysBetweenOrders'), known('returnShare')];
  const orders = known('frequency') ?? ordersFrom({ recency, tenure, monetary, average, gap });
  const spent = monetary ?? (average !== null && orders !== null ? average * orders : null);
  const takesMoney = monetary !== null || average !== null;
  const orderValue = takesMoney
    ? cents(usualValue({ monetary, orders, average }) ?? baseValue(orderFeatures) ?? 0)
    : null;
  const recencyAfter = Math.min(Math.max(Math.round(orderFeatures.get('recency')?.percentiles[0] ?? 0), 0), 30);
  const span = orders === null ? null : spanOf({ orders, gap, recency, tenure });
  const worthWith = (percentMore: number) => (orderValue === null ? null : cents(orderValue * (1 + percentMore / 100)));
  return {
    orders,
    orderValue,
    takesValue: (orderValue ?? 0) > 0 && (average === null || (orders !== null && orders > 0)),
    worthWith,
    after(more, percentMore) {
      const changed: FeatureValues = { ...values };
      // What stays the same but for rounding keeps its digits.
      const put = (id: OrderFeatureId, value: number | null, decimals = 0) => {
        const before = known(id);
        if (before === null || value === null || !Number.isFinite(value)) return;
        const rounded = round(value, decimals);
        if (rounded !== round(before, decimals)) changed[id] = rounded;
      };
      const total = orders === null ? null : orders + more;
      const money = spent === null ? null : spent + more * (worthWith(percentMore) ?? 0);
      if (orderFeatures.has('recency')) changed.recency = recencyAfter;
      put('frequency', total);
      put('monetary', money, 2);
      put('tenure', tenure === null ? null : tenure + orderWindowDays);
      if (total === null || orders === null || total <= 0) return changed;
      put('averageOrderValue', money === null ? null : money / total, 2);
      put('returnShare', returned === null ? null : thinned(returned, orders, total), 4);
      if (orderFeatures.has('daysBetweenOrders') && span !== null && recency !== null && total > 1)
        changed.daysBetweenOrders = round((span + recency + orderWindowDays - recencyAfter) / (total - 1), 2);
      return changed;
    },
  };
}

interface Known {
  recency: number | null;
  tenure: number | null;
  monetary: number | null;
  orders: number | null;
  average: number | null;
  gap: number | null;
}

/** Orders where they are no feature: revenue by order value, else the time from first to last order by the gap. */
function ordersFrom({ recency, tenure, monetary, average, gap }: Omit<Known, 'orders'>): number | null {
  if (monetary !== null && average !== null && average > 0 && monetary > 0)
    return Math.max(1, Math.round(monetary / average));
  if (recency === null || tenure === null) return null;
  if (tenure === recency) return 1;
  return gap !== null && gap > 0 ? Math.max(1, Math.round((tenure - recency) / gap) + 1) : null;
}

function usualValue({ monetary, orders, average }: Pick<Known, 'monetary' | 'orders' | 'average'>): number | null {
  const value = monetary !== null && orders !== null && orders > 0 ? monetary / orders : average;
  return value !== null && value > 0 ? value : null;
}

/** The median customer's order value, or their revenue by their orders. */
function baseValue(features: ExplainModel['orderFeatures']): number | null {
  const median = (id: OrderFeatureId) => features.get(id)?.percentiles[50];
  const [monetary, orders] = [median('monetary'), median('frequency') ?? 1];
  return median('averageOrderValue') ?? (monetary !== undefined && orders > 0 ? monetary / orders : null);
}

/** Days from first to last order; null where they cannot be told. */
function spanOf({ orders, gap, recency, tenure }: Pick<Known, 'gap' | 'recency' | 'tenure'> & { orders: number }) {
  if (orders <= 1) return 0;
  if (gap !== null) return gap * (orders - 1);
  return tenure !== null && recency !== null ? Math.max(0, tenure - recency) : null;
}

/** The share of returned lines when so many orders of as many kept lines have become `total`, and no further line has come back. */
const thinned = (share: number, orders: number, total: number) =>
  share === 0 ? 0 : (share * orders) / ((1 - share) * total + share * orders);

const cents = (value: number) => round(value, 2);

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
