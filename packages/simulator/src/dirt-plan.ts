import { countries } from './countries.ts';
import { createRandom, mixSeed } from './random.ts';

/** What is wrong with an order, apart from a missing customer. No order has two of these. */
export type Blemish = 'none' | 'free-line' | 'repeated-line' | 'unreadable-time' | 'cancelled-line' | 'cancelled';

export interface OrderDirt {
  blemish: Blemish;
  /** Index of the line concerned. */
  line: number;
  hasPostage: boolean;
  /** Minutes from the order to its cancellation, at least a day. */
  cancelledAfter: number;
  /** What stands in place of the time. */
  badTime: string;
}

const badTimes = ['', 'n/a', '0000-00-00 00:00', 'pending'];
const clean: OrderDirt = { blemish: 'none', line: 0, hasPostage: false, cancelledAfter: 0, badTime: '' };

/** Facts of an order on which its dirt depends. */
export interface OrderFacts {
  key: number;
  /** True for a guest and for the one-off wholesale order. */
  staysClean: boolean;
  /** Lines in the basket. */
  lines: number;
  /** Index into `countries`. */
  country: number;
  /** Minutes from the order to the end of the shop. */
  minutesLeft: number;
}

/** Decides the dirt of an order. A guest's order stays clean otherwise, so that every line breaks one rule at most. */
export function orderDirt(seed: number, facts: OrderFacts): OrderDirt {
  if (facts.staysClean) return clean;
  const random = createRandom(mixSeed(seed, facts.key, 6));
  const cancelledAfter = 1440 + random.below(20 * 1440);
  const isCancellable = cancelledAfter < facts.minutesLeft;
  const u = random.next();
  return {
    blemish: blemishOf(u, facts.lines, isCancellable),
    line: random.below(facts.lines),
    hasPostage: random.next() < countries[facts.country]!.postageShare,
    cancelledAfter,
    badTime: badTimes[random.below(badTimes.length)]!,
  };
}

/** Only one line of several loses its time, so the order and the customer remain. */
function blemishOf(u: number, lines: number, isCancellable: boolean): Blemish {
  if (u < 0.008) return 'free-line';
  if (u < 0.014) return 'repeated-line';
  if (u < 0.017) return lines > 1 ? 'unreadable-time' : 'none';
  if (u < 0.035) return isCancellable ? 'cancelled-line' : 'none';
  if (u < 0.04) return isCancellable ? 'cancelled' : 'none';
  return 'none';
}
