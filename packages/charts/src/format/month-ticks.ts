const steps = [1, 2, 3, 6, 12, 24, 60, 120];

/** Firsts of months between two times (ms, UTC), at most so many. */
export function monthTicks(from: number, to: number, most: number): number[] {
  const start = new Date(from);
  const end = new Date(to);
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth();
  const last = end.getUTCFullYear() * 12 + end.getUTCMonth();
  const step = steps.find((candidate) => (last - first) / candidate < most) ?? 120;
  const ticks: number[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const time = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (time >= from && time <= to) ticks.push(time);
  }
  return ticks.length > 0 ? ticks : [from];
}
