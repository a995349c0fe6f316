/** Signs that stand for one currency; a sign shared by several (kr) stands for the most used. */
export const currencySigns: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['R$', 'BRL'],
  ['$', 'USD'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Ft', 'HUF'],
  ['kr', 'SEK'],
]);

/** ISO 4217 codes that may be written beside a number. */
export const currencyCodes =
  'EUR GBP USD AUD CAD BRL JPY CNY INR RUB TRY KRW UAH ILS PLN CZK HUF SEK NOK DKK CHF NZD ZAR MXN SGD HKD THB IDR MYR PHP VND AED SAR EGP NGN KES RON BGN ARS CLP COP PEN TWD PKR BDT ISK'.split(
    ' ',
  );

const countryCurrencies: readonly (readonly [currency: string, countries: string])[] = [
  ['GBP', 'united kingdom,uk,gb,great britain,england,scotland,wales,northern ireland'],
  ['USD', 'united states,usa,us,united states of america,america'],
  [
    'EUR',
    'germany,deutschland,de,france,fr,spain,espana,es,italy,italia,it,netherlands,nederland,nl,belgium,be,austria,osterreich,at,ireland,eire,ie,portugal,pt,finland,fi,greece,gr,luxembourg,lu,slovakia,sk,slovenia,si,estonia,ee,latvia,lv,lithuania,lt,malta,mt,cyprus,cy,croatia,hr',
  ],
  ['CHF', 'switzerland,schweiz,suisse,svizzera,ch'],
  ['CAD', 'canada,ca'],
  ['AUD', 'australia,au'],
  ['NZD', 'new zealand,nz'],
  ['BRL', 'brazil,brasil,br'],
  ['JPY', 'japan,jp'],
  ['CNY', 'china,cn'],
  ['INR', 'india,in'],
  ['SEK', 'sweden,sverige,se'],
  ['NOK', 'norway,norge,no'],
  ['DKK', 'denmark,danmark,dk'],
  ['PLN', 'poland,polska,pl'],
  ['CZK', 'czech republic,czechia,cz'],
  ['HUF', 'hungary,hu'],
  ['MXN', 'mexico,mx'],
  ['ZAR', 'south africa,za'],
  ['TRY', 'turkey,turkiye,tr'],
  ['SGD', 'singapore,sg'],
  ['HKD', 'hong kong,hk'],
];

const byCountry = new Map(
  countryCurrencies.flatMap(([currency, countries]) =>
    countries.split(',').map((country) => [country, currency] as const),
  ),
);

/** The currency paid with in a country, by its name or two-letter code; undefined where the table lacks it. */
export function currencyOfCountry(country: string): string | undefined {
  return byCountry.get(country.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase());
}

/** The currency that a written amount names: a sign or a code; undefined where it names none. */
export function currencyOfText(text: string): string | undefined {
  const code = currencyCodes.find((item) => text.includes(item));
  if (code !== undefined) return code;
  for (const [sign, currency] of currencySigns) if (text.includes(sign)) return currency;
  return undefined;
}
