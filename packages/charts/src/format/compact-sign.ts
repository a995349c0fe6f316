export type Thousands = 1e3 | 1e6 | 1e9;

/** English statistics write the small k in every English locale; elsewhere the locale's own signs are used. */
const english: Record<Thousands, string> = { 1e3: 'k', 1e6: 'M', 1e9: 'B' };

const isEnglish = (locale: string): boolean => /^en\b/i.test(locale);

const signs = new Map<string, string | null>();

/** What stands behind a number that was divided: "k", "\u00A0Mio."; null where the language writes such numbers in full. */
export function compactSign(divisor: Thousands, locale: string): string | null {
  if (isEnglish(locale)) return english[divisor];
  const key = `${locale} ${divisor}`;
  let sign = signs.get(key);
  if (sign === undefined) {
    const parts = new Intl.NumberFormat(locale, { notation: 'compact', numberingSystem: 'latn' }).formatToParts(
      2 * divisor,
    );
    const at = parts.findIndex(({ type }) => type === 'compact');
    sign = at < 0 ? null : `${parts[at - 1]?.type === 'literal' ? parts[at - 1]?.value : ''}${parts[at]?.value}`;
    signs.set(key, sign);
  }
  return sign;
}

/** Puts the sign behind the last digit, before a currency that stands there. */
export const withSign = (text: string, sign: string): string => text.replace(/(\d)(\D*)$/, `$1${sign}$2`);

/** The same as a word for an axis, with the currency where there is one, in the order of the language: "£ thousand", "Tausend €", "thousands". */
export function scaleWord(divisor: 1e3 | 1e6, locale: string, currency: string | null): string {
  const long = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long' });
  const word = long.formatToParts(2 * divisor).find(({ type }) => type === 'compact')?.value ?? '';
  if (currency === null) return isEnglish(locale) && word !== '' ? `${word}s` : word;
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(1)
    .filter(({ type }) => type === 'currency' || type === 'integer')
    .map(({ type, value }) => (type === 'currency' ? value : word));
  return parts.filter(Boolean).join(' ');
}
