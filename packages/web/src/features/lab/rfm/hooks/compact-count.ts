import type { Formats } from '@clientele/charts';

const made = new Map<string, Intl.NumberFormat>();

/** A count in at most five signs: 4,338 and 12.3K. */
export function compactCount(value: number, { locale, count }: Pick<Formats, 'locale' | 'count'>): string {
  if (value < 10_000) return count(value);
  const format =
    made.get(locale) ?? new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  made.set(locale, format);
  return format.format(value);
}
