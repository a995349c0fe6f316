import type { BasketLine } from './basket.ts';
import { countries } from './countries.ts';
import { customerId } from './customer.ts';
import type { OrderDirt } from './dirt-plan.ts';
import type { OrderLine } from './order-line.ts';
import { guest } from './order-plan.ts';
import { products } from './products.ts';
import type { ShopPlan } from './shop-plan.ts';
import type { Cancellations } from './survey.ts';

const firstOrderNumber = 100_001;
const postage = { product: 'POST', description: 'Postage' };

/** All lines in time order: the planned orders and the cancellations, merged; nothing is kept between two orders. */
export function* walkOrders(plan: ShopPlan, cancellations: Cancellations): Generator<OrderLine, void, undefined> {
  const { minutes } = plan.orders;
  let nextOrder = 0;
  let nextCancellation = 0;
  let number = firstOrderNumber;
  while (nextOrder < minutes.length || nextCancellation < cancellations.minutes.length) {
    const cancelledAt = cancellations.minutes[nextCancellation] ?? Number.POSITIVE_INFINITY;
    if ((minutes[nextOrder] ?? Number.POSITIVE_INFINITY) <= cancelledAt) {
      yield* orderLines(plan, nextOrder++, String(number++));
    } else {
      const origin = cancellations.origins[nextCancellation++]!;
      yield* cancelledLines(plan, origin, cancelledAt, `C${number++}`);
    }
  }
}

/** Number of the order at a position, cancellations before it counted. */
export function orderNumber(plan: ShopPlan, cancellations: Cancellations, position: number): string {
  const minute = plan.orders.minutes[position]!;
  const before = cancellations.minutes.findIndex((cancelledAt) => cancelledAt >= minute);
  return String(firstOrderNumber + position + (before < 0 ? cancellations.minutes.length : before));
}

function orderLines(plan: ShopPlan, position: number, order: string): OrderLine[] {
  const line = lineWriter(plan, position, plan.orders.minutes[position]!, order);
  const basket = plan.baskets.fill(plan.shopperAt(position));
  const dirt = plan.dirtAt(position);
  const lines = basket.map((item) => line(item));
  const marked = lines[dirt.line]!;
  if (dirt.blemish === 'unreadable-time') marked.time = dirt.badTime;
  if (dirt.blemish === 'repeated-line') lines.push({ ...marked });
  if (dirt.blemish === 'free-line') lines.push({ ...marked, quantity: 1, unitPrice: 0 });
  if (dirt.hasPostage) {
    const { postage: pence } = countries[plan.countryAt(position)]!;
    lines.push({ ...line({ product: 0, quantity: 1, pence }), ...postage });
  }
  return lines;
}

function cancelledLines(plan: ShopPlan, origin: number, minute: number, order: string): OrderLine[] {
  const line = lineWriter(plan, origin, minute, order);
  const basket = plan.baskets.fill(plan.shopperAt(origin));
  return cancelledItems(basket, plan.dirtAt(origin)).map((item) => line({ ...item, quantity: -item.quantity }));
}

function cancelledItems(basket: BasketLine[], { blemish, line }: OrderDirt): BasketLine[] {
  return blemish === 'cancelled' ? basket : basket.slice(line, line + 1);
}

function lineWriter(plan: ShopPlan, position: number, minute: number, order: string): (item: BasketLine) => OrderLine {
  const owner = plan.orders.customers[position]!;
  const customer = owner === guest ? null : customerId(owner);
  const country = countries[plan.countryAt(position)]!.name;
  const time = `${plan.calendar.dateOf(Math.floor(minute / 1440))} ${clock(minute % 1440)}`;
  return ({ product, quantity, pence }) => ({
    order,
    product: products[product]!.code,
    description: products[product]!.name,
    quantity,
    time,
    unitPrice: pence / 100,
    customer,
    country,
  });
}

function clock(minuteOfDay: number): string {
  const hour = Math.floor(minuteOfDay / 60);
  const minute = minuteOfDay % 60;
  return `${hour < 10 ? '0' : ''}${hour}:${minute < 10 ? '0' : ''}${minute}`;
}
