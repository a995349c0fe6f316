import { compactSign, type Thousands, withSign } from './compact-sign.ts';

const minus = '\u2212';
const nothing = '\u2013';

export interface FormatOptions {
  /** BCP 47. */
  locale: string;
  /** ISO 4217; null: amounts without a sign. */
  currency: string | null;
}

/** How numbers, money and dates are written: the reader's locale, the dataset's currency. */
export interface Formats {
  /** The reader's, BCP 47. */
  readonly locale: string;
  readonly currency: string | null;
  /** The currency's own sign, or nothing. */
  readonly currencySign: string;
  /** 4,338 */
  count(value: number | null): string;
  /** £8.91M and £539k, for tiles and sentences; German writes thousands in full: 8,91 Mio. €, 538.917 €. */
  moneyShort(value: number | null): string;
  /** £280,206, for tables. */
  money(value: number | null): string;
  /** £8,911,407.90, for the ledger. */
  moneyExact(value: number | null): string;
  /** 64.8% */
  share(value: number | null, digits?: number): string;
  /** A number with a fitting number of decimals: 92.5, 4.27, 12. */
  number(value: number | null): string;
  /** 12 days, 1 day */
  days(value: number | null): string;
  /** A number with so many decimals. */
  fixed(value: number | null, digits: number): string;
  /** 9 Dec 2011, from an ISO date or time. */
  date(iso: string | null): string;
  /** 9 Dec 2011, 12:50 */
  time(iso: string | null): string;
  /** Dec, or Dec ’10 with the year. From YYYY-MM. */
  month(month: string, withYear?: boolean): string;
  /** A value of a feature by its unit. */
  feature(value: number | null, unit: string): string;
  /** "1 Dec 2010 – 9 Dec 2011" */
  range(from: string, to: string): string;
}

const present = (value: number | null): value is number => value !== null && Number.isFinite(value);

function intlOf(locale: string, options: Intl.NumberFormatOptions): (value: number) => string {
  // No sign before what rounds to zero; Latin digits, behind which a letter for thousands can stand.
  const format = new Intl.NumberFormat(locale, { signDisplay: 'negative', numberingSystem: 'latn', ...options });
  return (value) => format.format(value).replace('-', minus);
}

const utc = (iso: string): Date =>
  new Date(iso.length <= 10 ? `${iso}T00:00:00Z` : `${iso.replace(' ', 'T').replace(/Z$/, '')}Z`);

/** The tag without what no standard knows: some systems call theirs `en-US@posix` or `C`. */
function knownLocale(wanted: string): string {
  for (const tag of [wanted, wanted.split(/[@.]/)[0]?.replaceAll('_', '-') ?? '']) {
    try {
      if (Intl.NumberFormat.supportedLocalesOf(tag).length > 0) return tag;
    } catch {
      // Not a tag at all: the next one.
    }
  }
  return 'en-GB';
}

/** Makes the formats for a reader and a dataset. */
export function createFormats({ locale: wanted, currency }: FormatOptions): Formats {
  const locale = knownLocale(wanted);
  const money = currency === null ? {} : ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const);
  const counts = intlOf(locale, { maximumFractionDigits: 0 });
  const whole = intlOf(locale, { ...money, minimumFractionDigits: 0, maximumFractionDigits: 0 });
  const cents = intlOf(locale, { ...money, minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const oneDigit = intlOf(locale, { maximumFractionDigits: 1 });
  const twoDigits = intlOf(locale, { maximumFractionDigits: 2 });
  // A format costs more to make than a thousand numbers to write.
  const byDigits = new Map<number, (value: number) => string>();
  const decimals = (digits: number) => {
    const format =
      byDigits.get(digits) ?? intlOf(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    byDigits.set(digits, format);
    return format;
  };
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const months = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const sign =
    currency === null
      ? ''
      : (new Intl.NumberFormat(locale, { ...money }).formatToParts(0).find((part) => part.type === 'currency')?.value ??
        currency);

  const percent = new Intl.NumberFormat(locale, { style: 'percent', numberingSystem: 'latn' }).format(0);
  // A function, as what is put in can hold "$".
  const share = (value: number, digits: number) => percent.replace('0', () => decimals(digits)(value * 100));

  let days: ((value: number) => string)[] | null = null;
  const digitsOf = (value: number): 0 | 1 | 2 => {
    const size = Math.abs(value);
    if (Number.isInteger(value) || size >= 100) return 0;
    return size >= 10 ? 1 : 2;
  };
  const numbers = [counts, oneDigit, twoDigits];
  const number = (value: number | null): string =>
    present(value) ? (numbers[digitsOf(value)]?.(value) ?? nothing) : nothing;
  const moneyShort = (value: number | null): string => {
    if (!present(value)) return nothing;
    const size = Math.abs(value);
    const divisor: Thousands | null = size >= 999_500_000 ? 1e9 : size >= 999_500 ? 1e6 : size >= 100_000 ? 1e3 : null;
    const mark = divisor === null ? null : compactSign(divisor, locale);
    if (divisor !== null && mark !== null) {
      const part = value / divisor;
      const digits = divisor === 1e3 || Math.abs(part) >= 100 ? 0 : Math.abs(part) >= 10 ? 1 : 2;
      return withSign(
        intlOf(locale, { ...money, minimumFractionDigits: digits, maximumFractionDigits: digits })(part),
        mark,
      );
    }
    return size < 10 && !Number.isInteger(value) ? cents(value) : whole(value);
  };
  const date = (iso: string | null): string => (iso === null ? nothing : dates.format(utc(iso)));

  return {
    locale,
    currency,
    currencySign: sign,
    count: (value) => (present(value) ? counts(value) : nothing),
    moneyShort,
    money: (value) => (present(value) ? (value !== 0 && Math.abs(value) < 1 ? cents(value) : whole(value)) : nothing),
    moneyExact: (value) => (present(value) ? cents(value) : nothing),
    share: (value, digits = 1) => (present(value) ? share(value, digits) : nothing),
    number,
    days: (value) => {
      if (!present(value)) return nothing;
      days ??= [0, 1, 2].map((digits) =>
        intlOf(locale, { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: digits }),
      );
      return days[digitsOf(value)]?.(value) ?? nothing;
    },
    fixed: (value, digits) => (present(value) ? decimals(digits)(value) : nothing),
    date,
    time: (iso) => (iso === null ? nothing : `${date(iso)}, ${clock.format(utc(iso))}`),
    month: (month, withYear = false) => {
      const name = months.format(utc(`${month}-01`));
      return withYear ? `${name} \u2019${month.slice(2, 4)}` : name;
    },
    feature: (value, unit) => {
      if (!present(value)) return nothing;
      if (unit === 'money') return whole(value);
      if (unit === 'share') return share(value, 1);
      return number(value);
    },
    range: (from, to) => `${date(from)} \u2013 ${date(to)}`,
  };
}
