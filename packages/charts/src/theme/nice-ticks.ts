/** The next of 1, 2, 5 times a power of ten at or above a part of the span. */
function niceStep(span: number, parts: number): number {
  const raw = span / parts;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Round numbers from low to high, about so many parts: within the range, or around it where `isAround`. */
export function niceTicks(low: number, high: number, parts: number, isAround = false): number[] {
  if (!(high > low)) return [low];
  const step = niceStep(high - low, parts);
  const first = isAround ? Math.floor(low / step + 1e-9) : Math.ceil(low / step - 1e-9);
  const last = isAround ? Math.ceil(high / step - 1e-9) : Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Decimals that tell the ticks apart. */
export const tickDigits = (ticks: readonly number[]): number => {
  const [first, second] = ticks;
  return first === undefined || second === undefined ? 0 : Math.max(0, -Math.floor(Math.log10(second - first) + 1e-9));
};
