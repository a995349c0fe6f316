import type { FeatureInfo, FeatureUnit, FeatureValues, SegmentationDocument } from '@clientele/contracts';

export interface NumberInputOf {
  kind: 'number';
  id: string;
  label: string;
  unit: FeatureUnit;
  /** The middle 98 % of the customers: what the slider covers. */
  low: number;
  high: number;
  median: number;
  /** True where the model takes the logarithm: the slider then does too. */
  isLog: boolean;
  /** True where the values of the base are whole numbers. */
  isWhole: boolean;
}

export interface CategoryInputOf {
  kind: 'category';
  id: string;
  label: string;
  values: string[];
  usual: string;
}

export type InputOf = NumberInputOf | CategoryInputOf;

const wholeShare = 0.3;

/** Percentiles are interpolated, so those of whole numbers are not whole to the last one. */
const isMostlyWhole = (percentiles: readonly number[]): boolean =>
  percentiles.filter(Number.isInteger).length > percentiles.length * wholeShare;

/** One input a feature of the model, in the model's order. */
export function inputsOf({ preparation }: SegmentationDocument, features: readonly FeatureInfo[]): InputOf[] {
  const inputs: InputOf[] = [];
  for (const column of preparation.columns) {
    if (inputs.some(({ id }) => id === column.id)) continue;
    const { id, label, unit, percentiles, transform } = column;
    if (column.category === null) {
      const low = percentiles[1] ?? 0;
      const high = percentiles[99] ?? low + 1;
      const isWhole = unit === 'days' || unit === 'orders' || isMostlyWhole(percentiles);
      const isFlat = high <= low;
      inputs.push({
        kind: 'number',
        id,
        label,
        unit,
        low: isWhole ? Math.floor(low) : low,
        high: isFlat ? (percentiles[100] ?? low) : isWhole ? Math.ceil(high) : high,
        median: percentiles[50] ?? low,
        isLog: transform === 'log' && low >= 0,
        isWhole,
      });
      continue;
    }
    const own = preparation.columns.filter((each) => each.id === id);
    const known = features.find((feature) => feature.id === id)?.values ?? [];
    const values = known.length > 0 ? known : own.flatMap(({ category }) => category ?? []);
    const usual = own.find(({ fill }) => fill === 1)?.category ?? values[0] ?? '';
    inputs.push({ kind: 'category', id, label, values, usual });
  }
  return inputs;
}

/** The median of each number, the most frequent value of each category. */
export const typicalValues = (inputs: readonly InputOf[]): FeatureValues =>
  Object.fromEntries(
    inputs.map((input) => [input.id, input.kind === 'category' ? input.usual : rounded(input.median, input)]),
  );

/** Values of a customer for these inputs; what the customer lacks stays empty. */
export const valuesFrom = (inputs: readonly InputOf[], features: FeatureValues): FeatureValues =>
  Object.fromEntries(
    inputs.map((input) => {
      const value = features[input.id] ?? null;
      return [input.id, typeof value === 'number' && input.kind === 'number' ? rounded(value, input) : value];
    }),
  );

/** To whole numbers, or to three digits that matter. */
export function rounded(value: number, { isWhole }: Pick<NumberInputOf, 'isWhole'>): number {
  if (isWhole) return Math.round(value);
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

/** Steps of a slider from one end to the other. */
export const sliderSteps = 400;

const logOf = (value: number) => Math.log1p(Math.max(0, value));

/** Where a value stands on the slider, 0 to `sliderSteps`. */
export function positionOf(value: number, { low, high, isLog }: NumberInputOf): number {
  const at = isLog ? logOf : (each: number) => each;
  const span = at(high) - at(low);
  if (span <= 0) return 0;
  return Math.round(Math.min(1, Math.max(0, (at(value) - at(low)) / span)) * sliderSteps);
}

/** The value at a position of the slider; the ends give the ends of the range. */
export function valueAt(position: number, input: NumberInputOf): number {
  const { low, high, isLog } = input;
  if (position <= 0) return rounded(low, input);
  if (position >= sliderSteps) return rounded(high, input);
  const share = position / sliderSteps;
  const value = isLog ? Math.expm1(logOf(low) + share * (logOf(high) - logOf(low))) : low + share * (high - low);
  return rounded(value, input);
}
