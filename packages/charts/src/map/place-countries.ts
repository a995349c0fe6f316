import { countryAliases, countryParts } from './country-aliases.ts';
import { countryKey } from './country-key.ts';
import { isoCodes } from './iso-codes.ts';

export interface PlacedCountries {
  /** Two letters of ISO 3166-1 (XK Kosovo, XJ Channel Islands) to the names as given, in their order. */
  placed: Map<string, string[]>;
  /** Names that are no country's, in their order. */
  unplaced: string[];
}

// The reader's system knows the names; the first language that has one decides whose it is.
const firstLanguages = ['en', 'de'];
const otherLanguages = ['fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'cs'];
const spelledOut: Record<string, string | undefined> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

function spellings(name: string): string[] {
  const other = name.replace(/[äöüÄÖÜ]/g, (letter) => spelledOut[letter] ?? letter);
  return other === name ? [countryKey(name)] : [countryKey(name), countryKey(other)];
}

type Index = Map<string, string>;

function add(index: Index, name: string | undefined, code: string): void {
  if (name === undefined) return;
  for (const key of spellings(name)) if (key !== '' && !index.has(key)) index.set(key, code);
}

function addLanguages(index: Index, languages: readonly string[]): void {
  for (const language of languages) {
    // A system without the language answers in another one, which does no harm.
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const { code } of isoCodes) add(index, names.of(code), code);
  }
}

function makeIndex(): Index {
  const index: Index = new Map();
  for (const { code, long } of isoCodes) for (const letters of [code, long]) add(index, letters, code);
  for (const names of [countryAliases, countryParts])
    for (const [code, list] of Object.entries(names)) for (const name of list) add(index, name, code);
  addLanguages(index, firstLanguages);
  return index;
}

let usual: Index | undefined;
let whole: Index | undefined;

/** The country that a name or code stands for, in any of the usual spellings; null where it is none. */
export function countryCode(name: string): string | null {
  const key = countryKey(name);
  usual ??= makeIndex();
  const found = usual.get(key);
  if (found !== undefined || key === '') return found ?? null;
  if (whole === undefined) {
    whole = new Map(usual);
    addLanguages(whole, otherLanguages);
  }
  return whole.get(key) ?? null;
}

/** Finds the countries that names as shops write them stand for. Every name is in one of the two, once for each time it is given. */
export function placeCountries(names: Iterable<string>): PlacedCountries {
  const placed = new Map<string, string[]>();
  const unplaced: string[] = [];
  for (const name of names) {
    const code = countryCode(name);
    if (code === null) unplaced.push(name);
    else placed.set(code, [...(placed.get(code) ?? []), name]);
  }
  return { placed, unplaced };
}

let parts: Set<string> | undefined;

/** Whether a name is of a part that is shown within its country: England, Madeira. */
export function isCountryPart(name: string): boolean {
  parts ??= new Set(Object.values(countryParts).flat().flatMap(spellings));
  return parts.has(countryKey(name));
}
