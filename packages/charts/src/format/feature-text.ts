import type { FeatureUnit } from '@clientele/contracts';
import { compactSign, withSign } from './compact-sign.ts';
import type { Formats } from './create-formats.ts';

/** A feature's value with its unit where that is short: "£6,022", "12 days", "34.4%". */
export function featureText(value: number | null, unit: FeatureUnit, formats: Formats): string {
  if (unit === 'days') return formats.days(value);
  return unit === 'money' ? formats.money(value) : formats.feature(value, unit);
}

/** The same, short, for an axis: "£10k", "1M". */
export function featureAxisText(value: number, unit: FeatureUnit, formats: Formats): string {
  if (unit === 'share') return formats.share(value, 0);
  const divisor = Math.abs(value) >= 1e6 ? 1e6 : Math.abs(value) >= 1e3 ? 1e3 : null;
  const sign = divisor === null ? null : compactSign(divisor, formats.locale);
  const text = (part: number) => (unit === 'money' ? formats.money(part) : formats.number(part));
  return divisor === null || sign === null ? text(value) : withSign(text(value / divisor), sign);
}
