import type { FeatureColumn } from '@clientele/contracts';
import type { ColumnFacts } from './column-facts.ts';
import { splitName, squashName } from './split-name.ts';
import { isUnique } from './value-fit.ts';

const mostCategories = 30;
const fewCodes = 12;
const fewNumbers = 8;
const codeWords = new Set(
  'channel,region,segment,category,code,group,class,type,cluster,zone,area,store,branch,kanal,filiale,bereich,typ,gruppe'.split(
    ',',
  ),
);
const placeWords = new Set('zip,zipcode,postcode,postal,plz,phone,tel,fax,latitude,longitude,lat,lng,lon'.split(','));
const rowWords = new Set(['id', 'no', 'nr', 'key', 'index', 'row', 'unnamed']);

function hasWord(name: string, words: ReadonlySet<string>): boolean {
  return splitName(name).some((word) => words.has(word));
}

function byCount(facts: ColumnFacts): string[] {
  return [...facts.counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
}

/** A column as a feature on offer; undefined for ids, dates, free text and empty columns. */
export function featureColumn(facts: ColumnFacts): FeatureColumn | undefined {
  const distinct = facts.counts.size;
  const base = { name: facts.name, missing: facts.missing, distinct, values: [], suggested: false };
  if (facts.type === 'empty' || facts.type === 'time' || squashName(facts.name) === 'id') return undefined;
  if (facts.type === 'number') {
    const whole = facts.numbers.every(Number.isInteger);
    if (whole && isUnique(facts) && hasWord(facts.name, rowWords)) return undefined;
    if (distinct === 1)
      return { ...base, type: 'number', why: `always ${byCount(facts)[0]}, so it tells nobody apart` };
    if (whole && distinct <= fewCodes && hasWord(facts.name, codeWords))
      return {
        ...base,
        type: 'category',
        values: byCount(facts),
        why: `codes, not amounts: ${distinct} different values`,
      };
    if (hasWord(facts.name, placeWords))
      return { ...base, type: 'number', why: 'a place or a number to call, not a measure' };
    if (distinct < fewNumbers) return { ...base, type: 'number', why: `only ${distinct} different values` };
    if (facts.missing > facts.rows / 2)
      return { ...base, type: 'number', why: 'missing in more than half of the rows' };
    return { ...base, type: 'number', suggested: true };
  }
  if (distinct > mostCategories || distinct > Math.max(2, facts.rows / 2)) return undefined;
  const why =
    distinct === 1 ? `always ${byCount(facts)[0]}, so it tells nobody apart` : 'a category; numbers are compared first';
  return { ...base, type: 'category', values: byCount(facts), why };
}

/** The columns of a table of customers that can be features. `but` names the columns that play a role. */
export function featureColumns(columns: readonly ColumnFacts[], but: readonly (string | undefined)[]): FeatureColumn[] {
  return columns.filter((facts) => !but.includes(facts.name)).flatMap((facts) => featureColumn(facts) ?? []);
}
