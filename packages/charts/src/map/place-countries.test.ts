import german from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { isoCodes } from './iso-codes.ts';
import { countryCode, isCountryPart, placeCountries } from './place-countries.ts';

const listed = (list: { countries: Record<string, string | string[]> }) =>
  Object.entries(list.countries).flatMap(([code, names]) => [names].flat().map((name) => ({ code, name })));

describe('countries by name', () => {
  it.each([
    ['EIRE', 'IE'],
    ['RSA', 'ZA'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['U. S.', 'US'],
    ['UK', 'GB'],
    ['great  britain ', 'GB'],
    ['England', 'GB'],
    ['SCOTLAND', 'GB'],
    ['Wales', 'GB'],
    ['Holland', 'NL'],
    ['The Netherlands', 'NL'],
    ['Czech Republic', 'CZ'],
    ['czechia', 'CZ'],
    ['Korea', 'KR'],
    ['Korea, Republic of', 'KR'],
    ['Korea (the Democratic People\u2019s Republic of)', 'KP'],
    ['Russia', 'RU'],
    ['United Arab Emirates', 'AE'],
    ['UAE', 'AE'],
    ['Channel Islands', 'XJ'],
    ['Jersey', 'JE'],
    ['Hong Kong', 'HK'],
    ['Hong Kong SAR China', 'HK'],
    ['Taiwan', 'TW'],
    ['Macau', 'MO'],
    ['Viet Nam', 'VN'],
    ['Vietnam', 'VN'],
    ['Ivory Coast', 'CI'],
    ["Cote d'Ivoire", 'CI'],
    ['T\u00FCrkiye', 'TR'],
    ['Turkey', 'TR'],
    ['Tu\u0308rkei', 'TR'],
    ['Tuerkei', 'TR'],
    ['\u00D6sterreich', 'AT'],
    ['Oesterreich', 'AT'],
    ['die Schweiz', 'CH'],
    ['St. Lucia', 'LC'],
    ['Trinidad & Tobago', 'TT'],
    ['Bosnia and Herzegovina', 'BA'],
    ['Dem. Rep. of the Congo', 'CD'],
    ['Royaume-Uni', 'GB'],
    ['Guinea-Bissau', 'GW'],
    ['Kosovo', 'XK'],
    ['Dominican Republic', 'DO'],
    ['Dominica', 'DM'],
  ])('%s is %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });

  it('are all those of ISO 3166-1, in English and German, in any case', () => {
    // Both countries are called that; ISO has it for the one that is not the Democratic Republic.
    const shared = 'CD Congo';
    for (const { code, name } of [...listed(english), ...listed(german)].filter(
      (entry) => `${entry.code} ${entry.name}` !== shared,
    )) {
      expect([name, countryCode(name)]).toEqual([name, code]);
      expect([name, countryCode(` ${name.toUpperCase()} `)]).toEqual([name, code]);
    }
    expect(countryCode('Congo')).toBe('CG');
  });

  it('are all those of its codes', () => {
    expect(isoCodes).toHaveLength(250);
    for (const { code, long } of isoCodes)
      for (const letters of [code, long, code.toLowerCase(), long.toLowerCase()])
        expect([letters, countryCode(letters)]).toEqual([letters, code]);
  });

  it('are none where a name is no country', () => {
    const names = ['European Community', 'Unspecified', 'Other', '', ' ', '-', '__proto__', 'constructor', 'toString'];
    const hostile = [
      '<b>France</b>',
      '\uD800',
      '\u{1F1EB}\u{1F1F7}',
      'x'.repeat(1e6),
      '276',
      "'; DROP TABLE x; --",
      'France, Germany',
    ];
    for (const name of [...names, ...hostile])
      expect([name.slice(0, 20), countryCode(name)]).toEqual([name.slice(0, 20), null]);
  });

  it('are each in one of the two, as written', () => {
    const names = ['UK', 'Other', 'France', 'England', 'uk', 'Other'];
    expect(placeCountries(names)).toEqual({
      placed: new Map([
        ['GB', ['UK', 'England', 'uk']],
        ['FR', ['France']],
      ]),
      unplaced: ['Other', 'Other'],
    });
  });

  it('tells parts from countries', () => {
    expect(['England', 'wales', 'UK', 'Jersey'].map(isCountryPart)).toEqual([true, true, false, false]);
  });
});
