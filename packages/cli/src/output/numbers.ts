const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const some = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 });

/** A number that is written as zero has no sign. */
const signed = (text: string): string => (/[1-9]/.test(text) ? text : text.replace('-', ''));

export const count = (value: number | null): string => (value === null ? '–' : signed(whole.format(value)));
export const money = (value: number | null): string => (value === null ? '–' : signed(cents.format(value)));
export const share = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(1)}%`);
export const fixed = (value: number | null, digits: number): string =>
  value === null ? '–' : signed(value.toFixed(digits));
export const plain = (value: number | null | undefined): string =>
  value === null || value === undefined || !Number.isFinite(value)
    ? '–'
    : Math.abs(value) >= 1000
      ? whole.format(value)
      : some.format(value);
