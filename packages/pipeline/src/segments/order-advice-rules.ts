import { countOf, formatMoney, formatNumber, formatShare } from '../preparation/format-value.ts';
import type { RfmBands } from './bands.ts';

/** The figures that advice on order features may use; null where the data do not have them. */
export interface OrderFacts {
  size: number;
  share: number;
  revenueShare: number | null;
  medianRecency: number;
  medianOrders: number;
  medianRevenue: number;
  boughtOnce: number;
  /** Median days between the orders of those who ordered again. */
  medianGap: number | null;
  currency: string | null;
}

/** What to do, and when that is said. The first rule that holds speaks; together they cover every case. */
export interface OrderAdviceRule {
  id: string;
  when: RfmBands;
  say(facts: OrderFacts): string;
}

const days = (count: number) => countOf(Math.round(count), 'day');
const orders = (count: number) => countOf(Math.round(count), 'order');
const money = (facts: OrderFacts) => formatMoney(facts.medianRevenue, facts.currency);
const brings = (facts: OrderFacts) =>
  facts.revenueShare === null
    ? `They are ${formatShare(facts.share)} of customers.`
    : `They are ${formatShare(facts.share)} of customers and bring ${formatShare(facts.revenueShare)} of revenue.`;
const gap = (facts: OrderFacts) =>
  facts.medianGap === null ? '' : ` Half of those who came back order every ${days(facts.medianGap)} or sooner.`;

/** Silent where they are too long quiet for their own habit for the sentence to be true. */
const noDiscounts = ({ medianRecency, medianGap }: OrderFacts) =>
  medianRecency > (medianGap ?? 60)
    ? ''
    : ` No discounts: half of them ordered in the last ${days(medianRecency)} anyway.`;

const quiet = { from: 0.4 };
const recent = { below: -0.4 };

export const orderAdviceRules: readonly OrderAdviceRule[] = [
  {
    id: 'win-back-in-person',
    when: { recency: quiet, monetary: { from: 0.75 } },
    say: (facts) =>
      `Win them back in person, a call or a letter to each: half of them spent ${money(facts)} or more, and half have been quiet for ${days(facts.medianRecency)} or more.`,
  },
  {
    id: 'write-now',
    when: { recency: quiet, value: { from: -0.25 } },
    say: (facts) =>
      `Write to them now, with what they bought before: half of them have been quiet for ${days(facts.medianRecency)} or more.${gap(facts)} ${brings(facts)}`,
  },
  {
    id: 'one-reminder',
    when: { recency: quiet },
    say: (facts) =>
      `One reminder, then leave them out of what costs money: ${formatShare(facts.boughtOnce)} bought only once. ${brings(facts)}`,
  },
  {
    id: 'keep-close',
    when: { value: { from: 1.25 } },
    say: (facts) =>
      `Keep them close: early access, thanks, a named contact.${noDiscounts(facts)}${gap(facts)} ${brings(facts)}`,
  },
  {
    id: 'next-order-sooner',
    when: { monetary: { from: 0.5 }, frequency: { below: 0 } },
    say: (facts) =>
      `Give them a reason for the next order: half of them spent ${money(facts)} or more, in ${orders(facts.medianOrders)} or fewer at the median.`,
  },
  {
    id: 'larger-baskets',
    when: { frequency: { from: 0.5 }, monetary: { below: 0 } },
    say: (facts) =>
      `Make baskets larger, with sets and free delivery above an amount: half of them ordered ${formatNumber(facts.medianOrders)} times or more and half spent ${money(facts)} or less.`,
  },
  {
    id: 'reward',
    when: { value: { from: 0.6 } },
    say: (facts) =>
      `Reward their loyalty: first look at what is new, thanks after an order.${gap(facts)} ${brings(facts)}`,
  },
  {
    id: 'make-it-a-habit',
    when: { recency: recent, value: { from: -0.25 } },
    say: (facts) =>
      `Make it a habit: suggest what goes with the last order while it is fresh. Half of them ordered in the last ${days(facts.medianRecency)}${facts.boughtOnce < 0.01 ? '' : `, ${formatShare(facts.boughtOnce)} have bought only once`}.`,
  },
  {
    id: 'win-the-next-order',
    when: { recency: recent },
    say: (facts) =>
      `Win the next order: ${formatShare(facts.boughtOnce)} of them have bought only once. Follow up soon: half of them ordered in the last ${days(facts.medianRecency)}.${gap(facts)}`,
  },
  {
    id: 'remind-the-late',
    when: { value: { from: 0.25 } },
    say: (facts) =>
      `Write to those who are past their usual gap, with what they bought before: half of them have been quiet for ${days(facts.medianRecency)} or more.${gap(facts)} ${brings(facts)}`,
  },
  {
    id: 'stay-in-touch',
    when: { value: { from: -0.25 } },
    say: (facts) =>
      `Stay in touch with the usual news; nothing about them calls for more. Half of them have ordered ${formatNumber(facts.medianOrders)} times or more. ${brings(facts)}`,
  },
  {
    id: 'second-order',
    when: {},
    say: (facts) =>
      `Make one offer for another order: ${formatShare(facts.boughtOnce)} have bought only once, and half of them have been quiet for ${days(facts.medianRecency)} or more.`,
  },
];
