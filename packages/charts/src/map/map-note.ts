import type { Text } from '@clientele/texts';
import { countryInText } from '../format/country-name.ts';
import type { Formats } from '../format/create-formats.ts';
import { isNamedOtherwise, type MapCountries, type MapCountry } from './map-countries.ts';

export interface MapNoteParts {
  value(row: MapCountry): number;
  share(row: MapCountry): number | null;
  amount(value: number): string;
  label(row: MapCountry): string;
  formats: Formats;
  text: Text;
}

const ranked = 5;
const mostNames = 6;

/** What stands in words below a map: the ranks, what was added up, and what is not on the map. */
export function mapNote({ onMap, offMap }: MapCountries, parts: MapNoteParts): string {
  const { value, share, amount, label, formats, text } = parts;
  const inText = (name: string) => (formats.locale.startsWith('en') ? countryInText(name) : name);
  const written = (row: MapCountry) => (share(row) === null ? amount(value(row)) : formats.share(share(row)));
  const ranks = onMap
    .slice(0, ranked)
    .map((row, index) =>
      text('world-map.note.rank', { rank: formats.count(index + 1), country: inText(label(row)), share: written(row) }),
    );
  const summed = onMap.filter((row) => row.names.length > 1 || (isNamedOtherwise(row) && !isCode(row)));
  const sums = summed.slice(0, mostNames).map((row) => `${label(row)} (${shortList(row.names)})`);
  if (summed.length > mostNames) sums.push(text('world-map.note.others', { n: summed.length - mostNames }));
  const off = offMap.slice(0, mostNames).map((row) => `${label(row)} ${amount(value(row))}`);
  if (offMap.length > mostNames) {
    const rest = offMap.slice(mostNames).reduce((sum, row) => sum + value(row), 0);
    off.push(text('world-map.note.rest', { n: offMap.length - mostNames, amount: amount(rest) }));
  }
  return [
    ...(ranks.length === 0 ? [] : [`${ranks.join(', ')}.`]),
    ...(sums.length === 0 ? [] : [text('world-map.note.summed', { list: sums.join(', ') })]),
    ...(off.length === 0 ? [] : [text('world-map.note.unplaced', { list: off.join(', ') })]),
  ].join(' ');
}

const isCode = ({ names }: MapCountry) => (names[0]?.length ?? 0) <= 3;

const shortList = (names: readonly string[]) =>
  names.length <= mostNames ? names.join(', ') : `${names.slice(0, mostNames).join(', ')} \u2026`;
