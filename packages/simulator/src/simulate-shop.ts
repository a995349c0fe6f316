import { ClienteleError } from '@clientele/contracts';
import { type Customer, customerId, listCustomers } from './customer.ts';
import { groups } from './groups.ts';
import type { OrderLine } from './order-line.ts';
import { planShop, type ShopPlan } from './shop-plan.ts';
import { type Survey, surveyPlan } from './survey.ts';
import type { Truth } from './truth.ts';
import { orderNumber, walkOrders } from './walk-orders.ts';

/** The name of the made-up shop. */
export const sampleShopName = 'Harbour & Pine';

export interface ShopOptions {
  /** A whole number from 0 to 4294967295. */
  seed?: number;
  /** 1 to 2,000,000. */
  customers?: number;
  /** First day, YYYY-MM-DD. */
  from?: string;
  /** Days of trade, 30 to 1,400; the groups' rhythms stretch with it. */
  days?: number;
  name?: string;
}

/** A made-up shop: its planted customers, its order lines and the truth about both. */
export interface Shop {
  name: string;
  seed: number;
  /** First and last day, YYYY-MM-DD. */
  from: string;
  to: string;
  /** ISO 4217 code of all prices. */
  currency: 'GBP';
  /** In order of first order. */
  customers: readonly Customer[];
  /** All order lines in time order, made anew on each call; only a plan of the orders is held in memory. */
  orders(): Generator<OrderLine, void, undefined>;
  truth: Truth;
}

/**
 * Makes up a shop of homeware, coffee and gifts with planted groups of customers and planted dirt. Pure: the same
 * options give the same lines. The defaults give about 56,000 lines of 3,000 customers over two years.
 * @throws ClienteleError `usage` where an option is out of its range.
 */
export function simulateShop(options: ShopOptions = {}): Shop {
  const { seed = 1, customers = 3000, from = '2024-01-01', days = 730, name = sampleShopName } = options;
  checkWhole('seed', seed, 0, 4294967295);
  checkWhole('customers', customers, 1, 2_000_000);
  checkWhole('days', days, 30, 1400);
  const plan = planShop(seed, customers, from, days);
  const survey = surveyPlan(plan);
  return {
    name,
    seed,
    from,
    to: plan.calendar.dateOf(days - 1),
    currency: 'GBP',
    customers: listCustomers(plan.orders.groupOf, plan.countryOf),
    orders: () => walkOrders(plan, survey.cancellations),
    truth: tellTruth(plan, survey),
  };
}

/** @throws ClienteleError `usage` where the value is not a whole number from min to max. */
export function checkWhole(option: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new ClienteleError(
    'usage',
    `The simulator was given ${option} = ${value}; give a whole number from ${min} to ${max}.`,
    { option, value, min, max },
  );
}

function tellTruth(plan: ShopPlan, { lines, customerOrders, dirt, cancellations }: Survey): Truth {
  const { orders, baskets, calendar } = plan;
  const shopper = plan.shopperAt(orders.anomaly);
  const pence = baskets.fill(shopper).reduce((sum, line) => sum + line.quantity * line.pence, 0);
  return {
    groups: groups.map(({ id, label, meaning }, index) => ({
      id,
      label,
      meaning,
      customers: orders.groupOf.reduce((count, group) => count + (group === index ? 1 : 0), 0),
    })),
    lines,
    orders: orders.minutes.length + cancellations.minutes.length,
    dirt,
    kept: {
      rows: lines - dirt['no-customer'] - dirt['unreadable-time'] - dirt.cancellation - dirt.price,
      customers: orders.groupOf.length,
      orders: customerOrders,
    },
    anomaly: {
      order: orderNumber(plan, cancellations, orders.anomaly),
      customer: customerId(orders.customers[orders.anomaly]!),
      month: calendar.dateOf(shopper.day).slice(0, 7),
      revenue: pence / 100,
    },
  };
}
