import type { RuleId } from '@clientele/contracts';
import { guest } from './order-plan.ts';
import type { ShopPlan } from './shop-plan.ts';
import { timeOrder } from './time-order.ts';

/** The cancellations in time order: when, and of which order. */
export interface Cancellations {
  /** Minutes from the first moment of the shop. */
  minutes: Int32Array;
  /** Position of the order that is cancelled. */
  origins: Int32Array;
}

export interface Survey {
  cancellations: Cancellations;
  /** Lines of the whole shop. */
  lines: number;
  /** Orders placed by customers with an account. */
  customerOrders: number;
  /** Lines that break each rule. */
  dirt: Record<RuleId, number>;
}

/** Walks the plan once, without filling a basket: collects the cancellations and counts lines and dirt. */
export function surveyPlan(plan: ShopPlan): Survey {
  const dirt = noDirt();
  const minutes: number[] = [];
  const origins: number[] = [];
  const { orders } = plan;
  let lines = 0;
  let customerOrders = 0;
  for (let position = 0; position < orders.minutes.length; position++) {
    const basket = plan.baskets.count(plan.shopperAt(position));
    lines += basket;
    if (orders.customers[position] === guest) {
      dirt['no-customer'] += basket;
      continue;
    }
    customerOrders++;
    const { blemish, hasPostage, cancelledAfter } = plan.dirtAt(position);
    if (hasPostage) dirt.administrative++;
    if (blemish === 'free-line') dirt.price++;
    if (blemish === 'repeated-line') dirt.duplicate++;
    if (blemish === 'unreadable-time') dirt['unreadable-time']++;
    if (blemish === 'cancelled' || blemish === 'cancelled-line') {
      dirt.cancellation += blemish === 'cancelled' ? basket : 1;
      minutes.push(orders.minutes[position]! + cancelledAfter);
      origins.push(position);
    }
  }
  dirt['cancelled-later'] = dirt.cancellation;
  lines += dirt.administrative + dirt.price + dirt.duplicate + dirt.cancellation;
  const order = timeOrder(Int32Array.from(minutes));
  const cancellations = { minutes: order.map((i) => minutes[i]!), origins: order.map((i) => origins[i]!) };
  return { cancellations, lines, customerOrders, dirt };
}

function noDirt(): Record<RuleId, number> {
  return {
    'no-customer': 0,
    'unreadable-time': 0,
    'unreadable-number': 0,
    cancellation: 0,
    'cancelled-later': 0,
    quantity: 0,
    price: 0,
    administrative: 0,
    duplicate: 0,
  };
}
