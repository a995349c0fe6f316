import type { Formats } from '@clientele/charts';
import type { FeatureUnit } from '@clientele/contracts';

/** How a locale parts thousands and decimals: "," and ".", say. */
export function separatorsOf(locale: string): { thousandSeparator: string; decimalSeparator: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true, numberingSystem: 'latn' }).formatToParts(
    -12345678.5,
  );
  const find = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value;
  return { thousandSeparator: find('group') ?? '', decimalSeparator: find('decimal') ?? '.' };
}

/** What stands before and after a number of this unit: the currency's sign where the locale has it, the word for days. */
export function signsAround(unit: FeatureUnit, formats: Formats, days: string): { prefix?: string; suffix?: string } {
  if (unit === 'days') return { suffix: ` ${days}` };
  const sign = formats.currencySign;
  if (unit !== 'money' || sign === '') return {};
  return formats.money(1).startsWith(sign) ? { prefix: sign } : { suffix: ` ${sign}` };
}
