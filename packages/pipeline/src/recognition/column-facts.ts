import type { ColumnProfile, ColumnType } from '@clientele/contracts';
import { type Cell, isMissing, readBoolean } from './cells.ts';
import { chooseDayOrder } from './choose-day-order.ts';
import { nameScore } from './name-score.ts';
import { type Mark, readNumber } from './number-text.ts';
import { hasOpenOrder, isoText, readTime } from './time-text.ts';

/** What the sample says of a column. */
export interface ColumnFacts {
  index: number;
  name: string;
  type: ColumnType;
  rows: number;
  missing: number;
  /** How often each value that is not missing occurs, in order of first occurrence. */
  counts: ReadonlyMap<string, number>;
  /** The numbers, for type number. */
  numbers: readonly number[];
  /** The decimal mark by which most cells are numbers. */
  mark: Mark;
  /** Smallest and largest, as milliseconds for type time. */
  min: number | null;
  max: number | null;
}

const enough = 0.9;

function isTimeColumn(name: string, values: readonly string[]): boolean {
  const some = values.slice(0, 60);
  const digits = some.filter((text) => /^\s*[\d.]+\s*$/.test(text) && !hasOpenOrder(text)).length;
  if (digits > some.length / 2) {
    const named = nameScore(name, 'time') >= 0.5;
    const dates = some.filter((text) => /^\s*(19[7-9]|20\d)\d([01]\d)([0-3]\d)(\d{6})?\s*$/.test(text)).length;
    if (dates < some.length * enough && !named) return false;
  }
  const read = (list: readonly string[]) =>
    list.filter((text) => readTime(text, 'dmy') !== null || readTime(text, 'mdy') !== null).length;
  return read(some) >= some.length * 0.6 && read(values) >= values.length * 0.6;
}

/** The numbers among the values; none as soon as it is clear that not enough of them are numbers. */
function readAll(values: readonly string[], mark: Mark): number[] {
  const numbers: number[] = [];
  const seen = new Map<string, number | null>();
  for (const [index, text] of values.entries()) {
    let value = seen.get(text);
    if (value === undefined) {
      value = readNumber(text, mark);
      seen.set(text, value);
    }
    if (value !== null) numbers.push(value);
    else if (values.length - (index + 1 - numbers.length) < values.length * enough) return [];
  }
  return numbers;
}

/** Looks at one column of the sample. */
export function columnFacts(name: string, index: number, sample: readonly (readonly Cell[])[]): ColumnFacts {
  const counts = new Map<string, number>();
  const values: string[] = [];
  for (const row of sample) {
    const cell = row[index];
    if (isMissing(cell)) continue;
    const text = (cell as string).trim();
    values.push(text);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const facts: ColumnFacts = {
    index,
    name,
    type: 'text',
    rows: sample.length,
    missing: sample.length - values.length,
    counts,
    numbers: [],
    mark: 'point',
    min: null,
    max: null,
  };
  if (values.length === 0) return { ...facts, type: 'empty' };
  const distinct = [...counts.keys()];
  if (isTimeColumn(name, distinct)) {
    const order = chooseDayOrder(distinct);
    const times = distinct.map((text) => readTime(text, order)).filter((time) => time !== null);
    return { ...facts, type: 'time', min: Math.min(...times), max: Math.max(...times) };
  }
  const [point, comma] = [readAll(values, 'point'), readAll(values, 'comma')];
  const mark = comma.length > point.length ? 'comma' : 'point';
  const numbers = mark === 'comma' ? comma : point;
  if (numbers.length >= values.length * enough)
    return { ...facts, type: 'number', mark, numbers, min: Math.min(...numbers), max: Math.max(...numbers) };
  if (distinct.every((text) => readBoolean(text) !== null)) return { ...facts, type: 'boolean' };
  return facts;
}

/** The facts as the profile that is shown. */
export function factsProfile(facts: ColumnFacts): ColumnProfile {
  const text = (value: number | null) =>
    value === null || !Number.isFinite(value) ? null : facts.type === 'time' ? isoText(value) : String(value);
  return {
    name: facts.name,
    type: facts.type,
    rows: facts.rows,
    missing: facts.missing,
    distinct: facts.counts.size,
    min: text(facts.min),
    max: text(facts.max),
    examples: [...facts.counts.keys()].slice(0, 5),
  };
}
