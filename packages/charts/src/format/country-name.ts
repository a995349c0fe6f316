const withArticle = new Set([
  'united kingdom',
  'uk',
  'netherlands',
  'united states',
  'united states of america',
  'usa',
  'us',
  'united arab emirates',
  'channel islands',
  'czech republic',
  'dominican republic',
  'philippines',
  'bahamas',
  'gambia',
  'maldives',
  'european community',
]);

/** A country in the middle of a sentence: "the United Kingdom", "France". */
export const countryInText = (name: string): string => (withArticle.has(name.toLowerCase()) ? `the ${name}` : name);

const short: Record<string, string | undefined> = {
  'united kingdom': 'UK',
  'united states': 'USA',
  'united states of america': 'USA',
  'united arab emirates': 'UAE',
};

/** A country where there is little room: "UK", "France". */
export const countryInShort = (name: string): string => short[name.toLowerCase()] ?? name;
