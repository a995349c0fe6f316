import type { FeatureValues } from '@clientele/contracts';

/** A feature of a customer as a number; null where it is missing or no number. */
export function numberOf(values: FeatureValues, id: string): number | null {
  const given = Object.hasOwn(values, id) ? values[id] : null;
  if (given === null || given === undefined || (typeof given === 'string' && given.trim() === '')) return null;
  const value = Number(given);
  return Number.isFinite(value) ? value : null;
}
