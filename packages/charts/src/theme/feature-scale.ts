import { niceTicks } from './nice-ticks.ts';

/** Positions of a feature's values on an axis: linear, or logarithmic where that is asked for and no value is below zero. */
export interface FeatureScale {
  isLog: boolean;
  position(value: number): number;
  /** Where labels stand, as values. */
  ticks: number[];
  /** Positions of the least and the greatest value, and the ends of the axis with room beside them. */
  low: number;
  high: number;
  min: number;
  max: number;
}

const skewOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let second = 0;
  let third = 0;
  for (const value of values) {
    second += (value - mean) ** 2;
    third += (value - mean) ** 3;
  }
  const deviation = Math.sqrt(second / values.length);
  return deviation === 0 ? 0 : third / values.length / deviation ** 3;
};

function logTicks(low: number, high: number): number[] {
  const ticks: number[] = [];
  const decades = Math.log10(high / low);
  const factors = decades > 3 ? [1] : decades > 1.2 ? [1, 3] : [1, 2, 5];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
    for (const factor of factors) {
      const tick = factor * 10 ** power;
      if (tick >= low * 0.999 && tick <= high * 1.001) ticks.push(tick);
    }
  }
  return ticks.length >= 2 ? ticks : [low, high];
}

/** Skewness above which a logarithmic axis reads better. */
const skewed = 1;

/** Makes the scale for these values; `log` decides, otherwise the skewness does. With a zero among them positions are log(1 + value). */
export function featureScale(values: readonly (number | null)[], log?: boolean): FeatureScale {
  const present = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const low = present.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = present.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (present.length === 0)
    return { isLog: false, position: (value) => value, ticks: [0, 1], low: 0, high: 1, min: 0, max: 1 };
  if (low === high) {
    return { isLog: false, position: (value) => value, ticks: [low], low, high, min: low - 1, max: high + 1 };
  }
  const wantsLog = log ?? (low >= 0 && skewOf(present) > skewed && high > 10 * Math.max(low, 0.1));
  if (!wantsLog || low < 0) {
    const pad = (high - low) * 0.03;
    return {
      isLog: false,
      position: (value) => value,
      ticks: niceTicks(low - pad, high + pad, 5),
      low,
      high,
      min: low - pad,
      max: high + pad,
    };
  }
  const shift = low === 0 ? 1 : 0;
  const position = (value: number) => Math.log10(value + shift);
  const [first, last] = [position(low), position(high)];
  const pad = (last - first) * 0.03;
  const ticks = shift === 1 ? [0, ...logTicks(1, high)] : logTicks(low, high);
  return { isLog: true, position, ticks, low: first, high: last, min: first - pad, max: last + pad };
}
