/** Classes of amounts for the steps of a ramp. */
export interface MapClasses {
  /** Lower ends of all classes but the first, ascending. */
  edges: number[];
  scale: 'log' | 'even' | 'one';
}

const mostEdges = 4;
/** From this ratio of highest to lowest on, even steps would put all but the highest into one class. */
const wide = 20;

const clean = (value: number) => Number(value.toPrecision(12));

function* logEdges(low: number, high: number): Generator<number[]> {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const powers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  yield powers.flatMap((power) => [1, 2, 5].map((factor) => clean(factor * 10 ** power)));
  yield powers.flatMap((power) => [1, 3].map((factor) => clean(factor * 10 ** power)));
  for (let step = 1; step <= powers.length; step++)
    yield powers.filter((power) => power % step === 0).map((power) => clean(10 ** power));
}

function* evenEdges(low: number, high: number): Generator<number[]> {
  const power = 10 ** Math.floor(Math.log10((high - low) / mostEdges));
  for (const factor of [1, 2, 5, 10]) {
    const step = factor * power;
    yield Array.from({ length: Math.floor(high / step) - Math.floor(low / step) }, (_, index) =>
      clean((Math.floor(low / step) + 1 + index) * step),
    );
  }
}

/** Round limits for at most five classes of the positive amounts: logarithmic where they differ much, even otherwise. */
export function mapClasses(values: readonly number[]): MapClasses {
  const positive = values.filter((value) => value > 0 && Number.isFinite(value));
  const low = Math.min(...positive);
  const high = Math.max(...positive);
  if (!(high > low)) return { edges: [], scale: 'one' };
  const isWide = high / low >= wide;
  for (const candidate of isWide ? logEdges(low, high) : evenEdges(low, high)) {
    const edges = candidate.filter((edge) => edge > low && edge <= high);
    if (edges.length > 0 && edges.length <= mostEdges) return { edges, scale: isWide ? 'log' : 'even' };
  }
  return { edges: [], scale: 'one' };
}

/** The class of an amount, from 0; -1 below zero. */
export const classOf = (value: number, { edges }: MapClasses): number =>
  value < 0 ? -1 : edges.filter((edge) => value >= edge).length;
