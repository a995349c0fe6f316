import { ClienteleError } from '@clientele/contracts';
import { csvChunks } from './csv-chunks.ts';
import { customerId } from './customer.ts';
import type { GroupId } from './groups.ts';
import { createRandom, mixSeed } from './random.ts';
import type { Shop } from './simulate-shop.ts';

const channels = ['Search', 'Newsletter', 'Friends', 'Marketplace'] as const;

/** What the shop knows of a customer beside the orders. */
export interface CustomerAttributes {
  /** As in the order lines. */
  id: string;
  age: number;
  /** A year, in pounds. */
  income: number;
  /** Where the customer came from. */
  channel: (typeof channels)[number];
  newsletter: boolean;
}

export interface CustomerTableOfOptions {
  /** Share of the shop's customers that have a row, 0 to 1. */
  listed?: number;
  /** Rows of customers who never ordered, after those who did. */
  strangers?: number;
}

/** A table of a shop's customers: their ids are those of its order lines. */
export interface ShopCustomers {
  /** In order of first order, then those who never ordered. */
  rows: readonly CustomerAttributes[];
  /** How many rows are of customers with orders. */
  listed: number;
  /** Columns: Customer, Age, Annual income, Channel, Newsletter. Chunks of about 64 k characters. */
  csv(): Generator<string, void, undefined>;
}

/** Mean age and income of each planted group, the channel that most of it came by, and the share that reads the newsletter. */
const leanings: Record<GroupId, { age: number; income: number; channel: number; newsletter: number }> = {
  regulars: { age: 46, income: 52_000, channel: 1, newsletter: 0.8 },
  'big-spenders': { age: 55, income: 96_000, channel: 2, newsletter: 0.5 },
  newcomers: { age: 29, income: 34_000, channel: 0, newsletter: 0.4 },
  lapsed: { age: 41, income: 45_000, channel: 3, newsletter: 0.15 },
  'gift-buyers': { age: 36, income: 41_000, channel: 0, newsletter: 0.25 },
};

/**
 * Makes up what a shop knows of its customers beside their orders, leaning with the planted groups. Pure: the same shop and
 * options give the same rows.
 * @throws ClienteleError `usage` where an option is out of its range.
 */
export function customerTableOf(
  shop: Pick<Shop, 'seed' | 'customers'>,
  { listed = 1, strangers = 0 }: CustomerTableOfOptions = {},
): ShopCustomers {
  if (!(listed >= 0 && listed <= 1) || !Number.isInteger(strangers) || strangers < 0)
    throw new ClienteleError(
      'usage',
      `The simulator was given listed = ${listed} and strangers = ${strangers}; give a share from 0 to 1 and a whole number.`,
      { listed, strangers },
    );
  const random = createRandom(0);
  const known: CustomerAttributes[] = [];
  for (const [index, { id, group }] of shop.customers.entries()) {
    random.reseed(mixSeed(shop.seed, index, 23));
    if (random.next() < listed) known.push(draw(id, group));
  }
  const unknown = Array.from({ length: strangers }, (_, i) => {
    const index = shop.customers.length + i;
    random.reseed(mixSeed(shop.seed, index, 23));
    return draw(customerId(index), 'gift-buyers');
  });
  const rows = [...known, ...unknown];
  return { rows, listed: known.length, csv: () => csvChunks(tableLines(rows)) };

  function draw(id: string, group: GroupId): CustomerAttributes {
    const { age, income, channel, newsletter } = leanings[group];
    const leans = random.next() < 0.6 ? channel : random.below(channels.length);
    return {
      id,
      age: Math.round(Math.min(90, Math.max(18, age + 8 * random.normal()))),
      income: Math.round((income * Math.exp(0.2 * random.normal())) / 100) * 100,
      channel: channels[leans]!,
      newsletter: random.next() < newsletter,
    };
  }
}

function* tableLines(rows: Iterable<CustomerAttributes>): Generator<string, void, undefined> {
  yield 'Customer,Age,Annual income,Channel,Newsletter';
  for (const { id, age, income, channel, newsletter } of rows)
    yield `${id},${age},${income},${channel},${newsletter ? 'yes' : 'no'}`;
}
