import type { Mapping, Role } from '@clientele/contracts';
import { isMissing } from '../recognition/cells.ts';
import { chooseDayOrder } from '../recognition/choose-day-order.ts';
import { type Mark, readNumber } from '../recognition/number-text.ts';
import { standsOnFirstLines } from '../recognition/settle-money.ts';
import { type DayOrder, hasOpenOrder } from '../recognition/time-text.ts';
import type { Source } from '../sources/source.ts';
import type { QuickTimes, QuickWay } from './cell-sql.ts';

/** How the text of a source of order lines is to be read, as far as the sample tells. */
export interface ReadingPlan {
  quickTimes: QuickTimes;
  dayOrder: DayOrder;
  /** True where the order of day and month had to be chosen and is not said by the user. */
  openOrder: boolean;
  mark: Mark;
  /** True where cells of the sample read as different numbers with point and comma, equally often. */
  openMark: boolean;
  /** Ids such as 17850.0 stand for 17850. */
  floatIds: boolean;
  /** Orders whose id is C and digits are cancellations. */
  cancelPrefix: boolean;
  /** Customer, time, country and status stand on an order's first line only. */
  fillDown: boolean;
}

export const numberRoles = ['quantity', 'unitPrice', 'amount'] as const;

/** The index of a role's column in the source; -1 where no column plays it. */
export function roleIndex(source: Source, mapping: Mapping, role: Role): number {
  const column = Object.hasOwn(mapping.roles, role) ? mapping.roles[role] : undefined;
  return column === undefined ? -1 : source.columns.indexOf(column);
}

function cells(source: Source, index: number): string[] {
  if (index < 0) return [];
  return source.sample.flatMap((row) => (isMissing(row[index]) ? [] : [row[index] as string]));
}

const iso = /^\s*\d{4}-\d{1,2}-\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([zZ]|UTC|GMT|[+-]\d{2}(:?\d{2})?)?)?\s*$/;
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?';
const numeric = /^(\d{1,2})([/.-])\d{1,2}\2(\d{4}|\d{2})$/;
const yearFirst = /^\d{4}([/.-])\d{1,2}\1\d{1,2}$/;
const dayMonth = new RegExp(`^\\d{1,2}([ -])(${month})\\1(\\d{4}|\\d{2})$`);
const monthDay = new RegExp(`^(${month}) \\d{1,2}(,?) \\d{4}$`);
const clock = /^(.*?)(,? |T)\d{1,2}:\d{2}(:\d{2})?( ?[AaPp][Mm])?$/;

function dateFormat(text: string, order: DayOrder): string | undefined {
  if (/^\d{8}$/.test(text)) return '%Y%m%d';
  const year = (digits: string | undefined) => (digits?.length === 4 ? '%Y' : '%y');
  const name = (word: string | undefined) => ((word?.length ?? 0) > 3 ? '%B' : '%b');
  const parts = numeric.exec(text);
  if (parts !== null) return [...(order === 'mdy' ? ['%m', '%d'] : ['%d', '%m']), year(parts[3])].join(parts[2]);
  const first = yearFirst.exec(text);
  if (first !== null) return ['%Y', '%m', '%d'].join(first[1]);
  const named = dayMonth.exec(text);
  if (named !== null) return ['%d', name(named[2]), year(named[3])].join(named[1]);
  const american = monthDay.exec(text);
  return american === null ? undefined : `${name(american[1])} %d${american[2]} %Y`;
}

/** The format in which one time is written, for the engine's parser; undefined for the rarer ones. */
export function simpleFormat(text: string, order: DayOrder): string | undefined {
  const timed = clock.exec(text);
  if (timed === null) return dateFormat(text, order);
  const [, date = '', gap, seconds, half] = timed;
  const format = dateFormat(date, order);
  if (format === undefined) return undefined;
  const tail = seconds === undefined ? ':%M' : ':%M:%S';
  return `${format}${gap}${half === undefined ? `%H${tail}` : `%I${tail}${half.startsWith(' ') ? ' ' : ''}%p`}`;
}

const mostFormats = 6;

/** The quick ways that suit most of these times. Cells that none suits have no say: they are left to the slow way. */
export function quickTimes(texts: readonly string[]): QuickTimes {
  return { dmy: quickWay(texts, 'dmy'), mdy: quickWay(texts, 'mdy') };
}

function quickWay(texts: readonly string[], order: DayOrder): QuickWay {
  const counts = new Map<string, number>();
  let isoTimes = 0;
  for (const text of texts) {
    if (iso.test(text)) isoTimes++;
    const format = simpleFormat(text, order);
    if (format !== undefined) counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  const usual = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostFormats);
  const formatted = usual.reduce((sum, [, count]) => sum + count, 0);
  if (isoTimes >= formatted) return isoTimes > 0 ? { way: 'iso' } : { way: 'none' };
  // %Y also reads a year of two digits, as the first century; %y does not read four.
  const formats = usual.map(([format]) => format).sort((a, b) => Number(a.includes('%Y')) - Number(b.includes('%Y')));
  return { way: 'formats', formats };
}

function chooseMark(texts: readonly string[]): { mark: Mark; open: boolean } {
  let [point, comma, differ] = [0, 0, 0];
  for (const text of texts) {
    const [a, b] = [readNumber(text, 'point'), readNumber(text, 'comma')];
    if (a !== null) point++;
    if (b !== null) comma++;
    if (a !== null && b !== null && a !== b) differ++;
  }
  return { mark: comma > point ? 'comma' : 'point', open: point === comma && differ > 0 };
}

/** Plans how to read a source of order lines from its sample and what the mapping says. */
export function planReading(source: Source, mapping: Mapping): ReadingPlan {
  const at = (role: Role) => roleIndex(source, mapping, role);
  const times = cells(source, at('time'));
  const openOrder = mapping.dateOrder === 'auto' && times.some(hasOpenOrder);
  const dayOrder = mapping.dateOrder === 'mdy' ? 'mdy' : mapping.dateOrder === 'auto' ? chooseDayOrder(times) : 'dmy';
  const chosen = chooseMark(numberRoles.flatMap((role) => cells(source, at(role))));
  const customers = cells(source, at('customer'));
  const orders = new Set(cells(source, at('order')));
  const prefixed = [...orders].filter((id) => /^[Cc]\d/.test(id.trim())).length;
  return {
    quickTimes: quickTimes([...new Set(times)]),
    dayOrder,
    openOrder,
    mark: mapping.decimal === 'auto' ? chosen.mark : mapping.decimal,
    openMark: mapping.decimal === 'auto' && chosen.open,
    floatIds: customers.length > 0 && customers.every((id) => /^\d+\.0+$/.test(id.trim())),
    cancelPrefix: orders.size > 0 ? prefixed <= orders.size / 2 : at('order') >= 0,
    fillDown: at('order') >= 0 && at('customer') >= 0 && standsOnFirstLines(at('order'), at('customer'), source.sample),
  };
}
