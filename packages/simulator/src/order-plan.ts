import type { Calendar } from './calendar.ts';
import { type Group, groups, type Spread } from './groups.ts';
import { createRandom, mixSeed, type Random } from './random.ts';
import { timeOrder } from './time-order.ts';

/** The customer of an order placed without an account. */
export const guest = -1;
/** Guest orders for each order of a customer. */
const guestShare = 0.05;
/** The days that the groups' day counts are stated for. */
const statedDays = 730;
/** Customers who would have begun before the shop opened begin in these first days. */
const openingDays = 90;

/** When each order is placed and by whom, in time order; a few bytes an order, so that lines need not be kept. */
export interface OrderPlan {
  /** Minutes from the first moment of the shop, ascending. */
  minutes: Int32Array;
  /** Index of the customer, or `guest`. */
  customers: Int32Array;
  /** Index into `groups` of each customer; customers count in order of their first order. */
  groupOf: Uint8Array;
  /** Position of the one-off wholesale order. */
  anomaly: number;
}

/** Draws all orders of a shop. Cost: O(orders log orders). */
export function planOrders(seed: number, customers: number, calendar: Calendar): OrderPlan {
  const random = createRandom(seed);
  const plannedGroup = assignGroups(customers);
  const counts = new Uint8Array(customers);
  let placed = 0;
  for (let c = 0; c < customers; c++) {
    random.reseed(mixSeed(seed, c, 1));
    counts[c] = Math.round(draw(random, groups[plannedGroup[c]!]!.orders));
    placed += counts[c]!;
  }
  const guests = Math.round(placed * guestShare);
  const minutes = new Int32Array(placed + guests + 1);
  const owners = new Int32Array(minutes.length).fill(guest);
  const place = (at: number, owner: number, day: number): void => {
    owners[at] = owner;
    minutes[at] = day * 1440 + calendar.pickMinute(random.next(), random.next());
  };
  const anomalyDay = Math.floor(0.6 * calendar.days);
  let wholesaler = 0;
  let at = 0;
  for (let c = 0; c < customers; c++) {
    random.reseed(mixSeed(seed, c, 2));
    const group = groups[plannedGroup[c]!]!;
    const days = orderDays(random, group, counts[c]!, calendar);
    if (isWholesaler(group, days, anomalyDay) && wholesaler === 0) wholesaler = c;
    for (const day of days) place(at++, c, day);
  }
  random.reseed(mixSeed(seed, 0, 3));
  for (let g = 0; g < guests; g++) place(at++, guest, calendar.pickDay(random.next(), 0, calendar.days - 1));
  place(at, wholesaler, anomalyDay);
  return inTimeOrder(minutes, owners, plannedGroup, at);
}

/** The one-off order goes to a big spender who is active before and after it, so that it changes no recency. */
function isWholesaler(group: Group, days: readonly number[], day: number): boolean {
  return group.id === 'big-spenders' && days[0]! < day && days.at(-1)! > day;
}

function assignGroups(customers: number): Uint8Array {
  const groupOf = new Uint8Array(customers);
  let upTo = 0;
  let from = 0;
  for (const [index, group] of groups.entries()) {
    upTo += group.share;
    const to = index === groups.length - 1 ? customers : Math.round(upTo * customers);
    groupOf.fill(index, from, to);
    from = to;
  }
  return groupOf;
}

/** Days of a customer's orders: the last and the first from the group's spreads, those between by how busy the days are. */
function orderDays(random: Random, group: Group, orders: number, calendar: Calendar): number[] {
  const end = calendar.days - 1;
  const scale = calendar.days / statedDays;
  if (group.lastOrderDays === null) {
    const isLate = random.next() < 0.1;
    return [calendar.pickGiftDay(random.next(), 0, isLate ? end : Math.max(0, end - Math.round(75 * scale)))];
  }
  const near = (day: number): number =>
    calendar.pickDay(random.next(), Math.max(0, Math.min(end, day) - 2), Math.min(end, Math.max(0, day) + 2));
  const last = near(end - Math.round(draw(random, group.lastOrderDays) * scale));
  if (orders === 1) return [last];
  const span = (orders - 1) * draw(random, group.gapDays) * scale;
  const start = last - Math.round(span);
  const earliest = start < 0 ? calendar.pickDay(random.next(), 0, Math.min(last, openingDays)) : near(start);
  const first = Math.min(last, earliest);
  const days = [first];
  for (let i = 2; i < orders; i++) days.push(calendar.pickDay(random.next(), first, last));
  days.push(last);
  return days;
}

function draw(random: Random, { median, sigma, min, max }: Spread): number {
  return Math.min(max, Math.max(min, median * Math.exp(sigma * random.normal())));
}

function inTimeOrder(minutes: Int32Array, owners: Int32Array, plannedGroup: Uint8Array, anomaly: number): OrderPlan {
  const order = timeOrder(minutes);
  const rank = new Int32Array(plannedGroup.length).fill(-1);
  const groupOf = new Uint8Array(plannedGroup.length);
  let seen = 0;
  const customers = order.map((from) => {
    const owner = owners[from]!;
    if (owner === guest) return guest;
    if (rank[owner]! < 0) {
      groupOf[seen] = plannedGroup[owner]!;
      rank[owner] = seen++;
    }
    return rank[owner]!;
  });
  return { minutes: order.map((from) => minutes[from]!), customers, groupOf, anomaly: order.indexOf(anomaly) };
}
