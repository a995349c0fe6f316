import type { Calendar } from './calendar.ts';
import { groups } from './groups.ts';
import { productMix } from './product-mix.ts';
import { products } from './products.ts';
import { createRandom, mixSeed, type Random } from './random.ts';
import { pickIndex } from './weighted.ts';

const maxLines = 40;
/** Group whose habits an order without an account follows. */
const guestGroup = groups.findIndex(({ id }) => id === 'gift-buyers');

export interface BasketLine {
  /** Index into `products`. */
  product: number;
  quantity: number;
  pence: number;
}

/** Who fills a basket, and when. */
export interface Shopper {
  /** Key of the order: the same key gives the same basket. */
  key: number;
  /** Index into `groups`, or -1 for a guest. */
  group: number;
  /** How much more than the group's mean this customer buys. */
  appetite: number;
  day: number;
  /** Pieces a line of the one-off wholesale order; 0 for any other. */
  wholesalePieces: number;
}

export interface Baskets {
  /** Lines in the basket, from 1 to 40, without filling it. */
  count(shopper: Shopper): number;
  /** Lines of distinct products. */
  fill(shopper: Shopper): BasketLine[];
}

/** How much a customer buys against the mean of the group: log-normal around 1. */
export function appetite(seed: number, customer: number): number {
  return Math.exp(0.3 * createRandom(mixSeed(seed, customer, 5)).normal());
}

/** Fills baskets; a basket depends on the seed and the order's key alone, so it can be filled again when it is cancelled. */
export function createBaskets(seed: number, calendar: Calendar): Baskets {
  const random = createRandom(seed);
  const mixes = groups.map(productMix);
  const usedBy = new Int32Array(products.length).fill(-1);
  let fills = 0;
  const count = (shopper: Shopper): number => {
    random.reseed(mixSeed(seed, shopper.key, 4));
    const lines = 1 + random.exponential() * (groupOf(shopper).lines - 0.5) * shopper.appetite - 0.5;
    return shopper.wholesalePieces > 0 ? maxLines : Math.max(1, Math.min(maxLines, Math.round(lines)));
  };
  const fill = (shopper: Shopper): BasketLine[] => {
    const lines: BasketLine[] = [];
    const size = count(shopper);
    const mix = mixes[groupIndex(shopper)]!;
    const sums = calendar.isFestive(shopper.day) ? mix.festive : mix.plain;
    const stamp = fills++ & 0x7fffffff;
    for (let i = 0; i < size; i++) {
      let product = pickIndex(sums, random.next());
      while (usedBy[product] === stamp) product = (product + 1) % products.length;
      usedBy[product] = stamp;
      const pence = Math.round(products[product]!.pence * (1 + 0.04 * calendar.priceRises(shopper.day)));
      lines.push({ product, quantity: pieces(random, shopper, pence), pence });
    }
    return lines;
  };
  return { count, fill };
}

function pieces(random: Random, shopper: Shopper, pence: number): number {
  if (shopper.wholesalePieces > 0) return shopper.wholesalePieces;
  const cheap = pence < 700 ? 2 : 1;
  return 1 + Math.floor(random.exponential() * (groupOf(shopper).pieces - 0.7) * cheap * shopper.appetite);
}

function groupIndex(shopper: Shopper): number {
  return shopper.group < 0 ? guestGroup : shopper.group;
}

function groupOf(shopper: Shopper): (typeof groups)[number] {
  return groups[groupIndex(shopper)]!;
}
