const usual = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CNY', 'INR', 'CAD', 'AUD', 'SEK', 'NOK', 'DKK', 'PLN', 'BRL'];

function nameOf(code: string): string {
  return new Intl.DisplayNames('en-GB', { type: 'currency' }).of(code) ?? code;
}

const option = (code: string) => ({ value: code, label: `${code}, ${nameOf(code)}` });

/** Currencies to choose from, the usual ones first. */
export const currencies = [...usual, ...Intl.supportedValuesOf('currency').filter((code) => !usual.includes(code))].map(
  option,
);
