import type { FeatureValues } from '@clientele/contracts';
import { formatNumber } from '../../preparation/format-value.ts';
import type { ExplainModel } from './explain-model.ts';
import { type OrderOutlook, orderOutlook, orderWindowDays } from './order-outlook.ts';
import { sayMoney } from './say-value.ts';

/** New orders that are looked at, and by how many per cent they may be worth more than usual. */
export const mostNewOrders = 12;
export const percentsMore = [10, 25, 50, 100, 200] as const;

/** A change that was found: where it leads, what becomes of the features, and its words without the segment. */
export interface FoundChange {
  segment: number;
  features: FeatureValues;
  words: string;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/**
 * The fewest new orders that move a customer into a more valuable segment, each worth what their orders usually are; where none of up to
 * {@link mostNewOrders} does, the fewest that do when each is worth more ({@link percentsMore}), and of those the cheapest. Where none leads to
 * a more valuable segment, the first in the same order that leads to any other; null where none does. `own` is -1 for a customer of no
 * segment, who gains by any.
 */
export function orderChange(model: ExplainModel, values: FeatureValues, own: number): FoundChange | null {
  const outlook = orderOutlook(model, values);
  let other: FoundChange | null = null;
  for (const [orders, percent] of actions(outlook)) {
    const features = outlook.after(orders, percent);
    const segment = model.segmentOf(features);
    if (segment < 0 || segment === own) continue;
    const isBetter = own < 0 || segment < own;
    if (!isBetter && other !== null) continue;
    const found = { segment, features, words: sayOrders(outlook, orders, percent, model.currency) };
    if (isBetter) return found;
    other = found;
  }
  return other;
}

/** From the least to the most that is asked of the customer. */
function* actions({ takesValue }: OrderOutlook): Generator<readonly [orders: number, percent: number]> {
  for (let orders = 1; orders <= mostNewOrders; orders++) yield [orders, 0];
  if (!takesValue) return;
  for (let orders = 1; orders <= mostNewOrders; orders++) for (const percent of percentsMore) yield [orders, percent];
}

function sayOrders(outlook: OrderOutlook, orders: number, percent: number, currency: string | null): string {
  const ordinal = outlook.orders === null ? undefined : ordinals[outlook.orders];
  const value = outlook.worthWith(percent);
  const each = value === null ? '' : sayMoney(value, currency);
  const usual = percent === 0 ? '' : ` (${percent}% more than usual)`;
  const within = `in the next ${orderWindowDays} days`;
  if (orders > 1)
    return `${formatNumber(orders, 0)} more orders ${within}${each === '' ? '' : `, of ${each} each${usual}`}`;
  const which = ordinal === undefined ? 'One more' : `A${/^[aeiou]/.test(ordinal) ? 'n' : ''} ${ordinal}`;
  return `${which} order ${within}${percent === 0 ? '' : `, of ${each}${usual}`}`;
}
