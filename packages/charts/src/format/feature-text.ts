import type { FeatureUnit } from '@clientele/contracts';
import type { Formats } from './create-formats.ts';

/** A feature's value with its unit where that is short: "£6,022", "12 days", "34.4%". */
export function featureText(value: number | null, unit: FeatureUnit, formats: Formats): string {
  if (value === null || !Number.isFinite(value)) return '\u2013';
  if (unit === 'days') return `${formats.number(value)} ${value === 1 ? 'day' : 'days'}`;
  return unit === 'money' ? formats.money(value) : formats.feature(value, unit);
}

/** The same, short, for an axis: "£10k", "1M". */
export function featureAxisText(value: number, unit: FeatureUnit, formats: Formats): string {
  if (unit === 'share') return formats.share(value, 0);
  const [divisor, letter] = Math.abs(value) >= 1e6 ? [1e6, 'M'] : Math.abs(value) >= 1e3 ? [1e3, 'k'] : [1, ''];
  const text = unit === 'money' ? formats.money(value / divisor) : formats.number(value / divisor);
  return letter === '' ? text : text.replace(/(\d)(\D*)$/, `$1${letter}$2`);
}
