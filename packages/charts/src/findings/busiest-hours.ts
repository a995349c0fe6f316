/** Half of all orders, in so many hours at most, is worth saying: evenly spread they would take twelve. */
const longest = 8;
const fewestOrders = 20;

export interface BusiestHours {
  /** Hour at which the span begins, and at which it ends (the next day where it is not above `from`). */
  from: number;
  to: number;
  share: number;
}

/** The shortest span of hours, over midnight too, with at least half of all orders; null where it is longer than eight or there are few. */
export function busiestHours(byHour: readonly number[]): BusiestHours | null {
  const total = byHour.reduce((sum, orders) => sum + orders, 0);
  if (total < fewestOrders) return null;
  for (let length = 1; length <= longest; length += 1) {
    let best: BusiestHours | null = null;
    for (let from = 0; from < byHour.length; from += 1) {
      let inside = 0;
      for (let step = 0; step < length; step += 1) inside += byHour[(from + step) % byHour.length] ?? 0;
      const share = inside / total;
      if (share >= 0.5 && share > (best?.share ?? 0)) best = { from, to: (from + length) % byHour.length, share };
    }
    if (best !== null) return best;
  }
  return null;
}

/** Index of the day with most orders where it has at least 1.2 times its even part; null otherwise. */
export function busiestDay(byDay: readonly number[]): number | null {
  const total = byDay.reduce((sum, orders) => sum + orders, 0);
  const most = Math.max(0, ...byDay);
  const isTelling = total >= fewestOrders && most * byDay.length >= 1.2 * total;
  return isTelling && byDay.filter((orders) => orders === most).length === 1 ? byDay.indexOf(most) : null;
}
