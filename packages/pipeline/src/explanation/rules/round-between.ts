const calendarDays = [7, 14, 30, 60, 90, 180, 365];

export interface RoundAsked {
  /** For spans of days, numbers that a calendar has come first: 30, 90, 365. */
  isDays?: boolean;
  /** Taken before all others where they lie between: a number that is said once more needs no second look. */
  known?: readonly number[];
  /** Which numbers may be taken; all where absent. */
  allows?: (value: number) => boolean;
}

/**
 * The roundest number strictly between two: the one with the fewest figures, before others one that ends in 5, and the nearest to the
 * middle where several are as round. Null where none lies between them.
 */
export function roundBetween(
  below: number,
  above: number,
  { isDays = false, known = [], allows = () => true }: RoundAsked = {},
): number | null {
  const fits = (value: number) => value > below && value < above && allows(value);
  const middle = below / 2 + above / 2;
  const again = nearest(known.filter(fits), middle);
  if (again !== null) return again;
  if (fits(0)) return 0;
  const calendar = isDays ? nearest(calendarDays.filter(fits), middle) : null;
  if (calendar !== null) return calendar;
  const top = Math.min(307, Math.ceil(Math.log10(Math.max(Math.abs(below), Math.abs(above)))));
  for (let power = top; power >= top - 17; power--) {
    const value = nearest(multiples(1, power, middle).filter(fits), middle);
    if (value !== null) return value;
    const half = nearest(multiples(5, power - 1, middle).filter(fits), middle);
    if (half !== null) return half;
  }
  return fits(middle) ? middle : null;
}

/** Multiples of `figure` times ten to the `power` around a number, each the double that its decimal text reads as. */
function multiples(figure: number, power: number, around: number): number[] {
  const step = Number(`${figure}e${power}`);
  if (step === 0) return [];
  const count = Math.round(around / step);
  return Array.from({ length: 21 }, (_, i) => Number(`${(count + i - 10) * figure}e${power}`));
}

function nearest(values: readonly number[], to: number): number | null {
  return values.reduce<number | null>(
    (best, value) => (best === null || Math.abs(value - to) < Math.abs(best - to) ? value : best),
    null,
  );
}
