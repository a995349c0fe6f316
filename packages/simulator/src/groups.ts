import type { Category } from './products.ts';

/** The planted groups, in the order in which the truth lists them. */
export const groupIds = ['regulars', 'big-spenders', 'newcomers', 'lapsed', 'gift-buyers'] as const;
export type GroupId = (typeof groupIds)[number];

/** A log-normal number kept within bounds. */
export interface Spread {
  median: number;
  /** Standard deviation of the logarithm. */
  sigma: number;
  min: number;
  max: number;
}

export interface Group {
  id: GroupId;
  label: string;
  meaning: string;
  /** Share of customers. */
  share: number;
  orders: Spread;
  /** Days from the last order to the end, in a shop of 730 days. Null: any day but the last weeks, most before Christmas. */
  lastOrderDays: Spread | null;
  /** Days between orders, in a shop of 730 days. */
  gapDays: Spread;
  /** Mean order lines of an order. */
  lines: number;
  /** Mean pieces of a line. */
  pieces: number;
  /** How much more likely than in the whole shop a category is bought; 1 where not named. */
  taste: Partial<Record<Category, number>>;
  /** Share of customers outside the home country, against the whole shop's. */
  abroad: number;
}

/** What was planted: how often, how recently, how much and what each group buys. */
export const groups: readonly Group[] = [
  {
    id: 'regulars',
    label: 'Regulars',
    meaning: 'order every few weeks, ordered lately',
    share: 0.22,
    orders: { median: 14, sigma: 0.38, min: 6, max: 60 },
    lastOrderDays: { median: 9, sigma: 0.9, min: 0, max: 60 },
    gapDays: { median: 34, sigma: 0.35, min: 8, max: 90 },
    lines: 2.4,
    pieces: 1.5,
    taste: { coffee: 3.2, brewing: 1.5, kitchen: 1.2, gifts: 0.5, christmas: 0.7 },
    abroad: 0.8,
  },
  {
    id: 'big-spenders',
    label: 'Big spenders',
    meaning: 'order a few times a year, and much',
    share: 0.09,
    orders: { median: 3, sigma: 0.4, min: 2, max: 9 },
    lastOrderDays: { median: 105, sigma: 0.6, min: 12, max: 340 },
    gapDays: { median: 95, sigma: 0.4, min: 30, max: 200 },
    lines: 9,
    pieces: 4.2,
    taste: { table: 2.2, lighting: 1.8, storage: 1.6, coffee: 0.5, stationery: 0.7 },
    abroad: 1.5,
  },
  {
    id: 'newcomers',
    label: 'Newcomers',
    meaning: 'first ordered in the last weeks, some already again',
    share: 0.18,
    orders: { median: 1.9, sigma: 0.45, min: 1, max: 5 },
    lastOrderDays: { median: 20, sigma: 0.65, min: 0, max: 80 },
    gapDays: { median: 14, sigma: 0.5, min: 3, max: 30 },
    lines: 2.5,
    pieces: 1.5,
    taste: { coffee: 1.8, brewing: 1.9, candles: 1.3, garden: 0.6 },
    abroad: 1.2,
  },
  {
    id: 'lapsed',
    label: 'Lapsed',
    meaning: 'ordered often once, not for a long time',
    share: 0.21,
    orders: { median: 8, sigma: 0.35, min: 4, max: 26 },
    lastOrderDays: { median: 320, sigma: 0.32, min: 150, max: 640 },
    gapDays: { median: 24, sigma: 0.35, min: 7, max: 60 },
    lines: 2.3,
    pieces: 1.5,
    taste: { kitchen: 1.7, textiles: 1.5, garden: 1.6, coffee: 0.9 },
    abroad: 0.9,
  },
  {
    id: 'gift-buyers',
    label: 'Gift buyers',
    meaning: 'ordered once, most before Christmas',
    share: 0.3,
    orders: { median: 1, sigma: 0, min: 1, max: 1 },
    lastOrderDays: null,
    gapDays: { median: 1, sigma: 0, min: 1, max: 1 },
    lines: 1.8,
    pieces: 1.25,
    taste: { gifts: 4, stationery: 1.8, candles: 1.6, christmas: 1.6, coffee: 0.4, brewing: 0.6 },
    abroad: 1,
  },
];
