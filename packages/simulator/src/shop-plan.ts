import { appetite, type Baskets, createBaskets, type Shopper } from './basket.ts';
import { type Calendar, createCalendar } from './calendar.ts';
import { drawCountry } from './customer.ts';
import { type OrderDirt, orderDirt } from './dirt-plan.ts';
import { groups } from './groups.ts';
import { guest, type OrderPlan, planOrders } from './order-plan.ts';

/** Everything that is decided before the first line is written: who orders when, and how each order can be worked out. */
export interface ShopPlan {
  calendar: Calendar;
  orders: OrderPlan;
  baskets: Baskets;
  /** Index into `countries` of each customer. */
  countryOf: Uint8Array;
  /** The shopper at a position in the plan; one object, overwritten by the next call. */
  shopperAt(position: number): Shopper;
  /** Index into `countries` for the order at a position. */
  countryAt(position: number): number;
  dirtAt(position: number): OrderDirt;
}

/** Plans a shop. Memory: about 20 bytes an order and a customer. */
export function planShop(seed: number, customers: number, from: string, days: number): ShopPlan {
  const calendar = createCalendar(from, days);
  const orders = planOrders(seed, customers, calendar);
  const baskets = createBaskets(seed, calendar);
  const appetites = Float32Array.from({ length: customers }, (_, c) => appetite(seed, c));
  const countryOf = Uint8Array.from(orders.groupOf, (group, c) => drawCountry(seed, c, groups[group]!));
  const wholesalePieces = Math.max(24, Math.round(customers / 360) * 12);
  const shopper: Shopper = { key: 0, group: 0, appetite: 1, day: 0, wholesalePieces: 0 };

  const shopperAt = (position: number): Shopper => {
    const customer = orders.customers[position]!;
    shopper.key = position;
    shopper.group = customer === guest ? guest : orders.groupOf[customer]!;
    shopper.appetite = customer === guest ? 1 : appetites[customer]!;
    shopper.day = Math.floor(orders.minutes[position]! / 1440);
    shopper.wholesalePieces = position === orders.anomaly ? wholesalePieces : 0;
    return shopper;
  };
  const countryAt = (position: number): number => {
    const customer = orders.customers[position]!;
    return customer === guest ? drawCountry(seed, -1 - position, null) : countryOf[customer]!;
  };
  const dirtAt = (position: number): OrderDirt =>
    orderDirt(seed, {
      key: position,
      staysClean: orders.customers[position] === guest || position === orders.anomaly,
      lines: baskets.count(shopperAt(position)),
      country: countryAt(position),
      minutesLeft: days * 1440 - orders.minutes[position]!,
    });
  return { calendar, orders, baskets, countryOf, shopperAt, countryAt, dirtAt };
}
