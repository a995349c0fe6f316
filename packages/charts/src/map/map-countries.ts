import type { CountryTotals } from '@clientele/contracts';
import { countryName } from '../format/country-name.ts';
import { isCountryPart, placeCountries } from './place-countries.ts';

/** What the data say of one country of the map, or of one name that is none. */
export interface MapCountry extends CountryTotals {
  /** Null: not on the map. */
  code: string | null;
  /** As in the data; their sum is this country. */
  names: string[];
}

export interface MapCountries {
  /** Highest value first. */
  onMap: (MapCountry & { code: string })[];
  offMap: MapCountry[];
}

// The map ends above it.
const withoutGround = new Set(['AQ']);
const longestCode = 3;

// Sums of cents in binary: 0.1 + 0.2.
const withoutNoise = (amount: number) => Number(amount.toPrecision(14));

/** Sums rows by country of the map; every row is in one country or stands by itself. */
export function mapCountries(
  rows: readonly CountryTotals[],
  value: (row: CountryTotals) => number,
  locale: string,
): MapCountries {
  const byName = new Map<string, CountryTotals>();
  const add = (sum: CountryTotals | undefined, row: CountryTotals): CountryTotals =>
    sum === undefined
      ? row
      : {
          name: sum.name,
          customers: sum.customers + row.customers,
          orders: sum.orders + row.orders,
          revenue: withoutNoise(sum.revenue + row.revenue),
        };
  for (const row of rows) byName.set(row.name, add(byName.get(row.name), row));
  const sumOf = (names: readonly string[], name: string): CountryTotals => ({
    ...names.flatMap((part) => byName.get(part) ?? []).reduce(add),
    name,
  });
  const { placed, unplaced } = placeCountries(byName.keys());
  const onMap: MapCountries['onMap'] = [];
  const offMap: MapCountry[] = unplaced.map((name) => ({ ...sumOf([name], name), code: null, names: [name] }));
  for (const [code, names] of placed) {
    const name = labelOf(code, names, locale);
    if (withoutGround.has(code)) offMap.push({ ...sumOf(names, name), code: null, names });
    else onMap.push({ ...sumOf(names, name), code, names });
  }
  const descending = (left: CountryTotals, right: CountryTotals) => value(right) - value(left);
  return { onMap: onMap.sort(descending), offMap: offMap.sort(descending) };
}

/** The name that the reader's data have, where they have one and it says the country. */
function labelOf(code: string, names: readonly string[], locale: string): string {
  const [first = code] = names;
  const isPlain = names.length === 1 && first.length > longestCode && !isCountryPart(first);
  return isPlain ? first : (countryName(code, locale) ?? first);
}

/** Whether the data have other or more names than the one that is shown. */
export const isNamedOtherwise = ({ name, names }: MapCountry): boolean => names.length > 1 || names[0] !== name;

/** Two letters of ISO 3166-1; null where it has none. */
export const isoOf = ({ code }: MapCountry): string | null => (code === 'XJ' ? null : code);
