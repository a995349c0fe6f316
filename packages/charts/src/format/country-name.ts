/** English names that take the article. */
const withArticle = new Set([
  'united kingdom',
  'uk',
  'netherlands',
  'rsa',
  'uae',
  'united states of america',
  'usa',
  'us',
  'philippines',
  'bahamas',
  'gambia',
  'maldives',
  'seychelles',
  'isle of man',
  'european community',
]);

const pluralOrState = / (islands|republic|emirates|states|territories)$/i;

/** A country in the middle of an English sentence: "the United Kingdom", "France"; in other languages its bare name, as their messages expect it. */
export const countryInText = (name: string, locale = 'en'): string =>
  locale.startsWith('en') && (withArticle.has(name.toLowerCase()) || pluralOrState.test(name)) ? `the ${name}` : name;

const short: Record<string, string | undefined> = {
  'united kingdom': 'UK',
  'united states': 'USA',
  'united states of america': 'USA',
  'united arab emirates': 'UAE',
};

/** A country where there is little room: "UK", "France". */
export const countryInShort = (name: string): string => short[name.toLowerCase()] ?? name;

const namesIn = new Map<string, Intl.DisplayNames>();

/** A country's own name in the reader's language by its two letters of ISO 3166-1; null where the system knows none. */
export function countryName(code: string, locale: string): string | null {
  const names = namesIn.get(locale) ?? new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'none' });
  namesIn.set(locale, names);
  return names.of(code) ?? null;
}
