import { missingCategoryWords, missingWords } from '../recognition/cells.ts';
import { type Mark, minusPattern, numberPatterns } from '../recognition/number-text.ts';
import { type DayOrder, timeSteps, zonePattern } from '../recognition/time-text.ts';

/** Our own text as an SQL literal; text from users is bound instead. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A quick way to read the times of a column: the engine's own cast of ISO times, or these forms. */
export type QuickWay = { way: 'iso' } | { way: 'formats'; formats: readonly string[] } | { way: 'none' };

/** The quick ways by order of day and month: the same but for that order. What they leave unread is read the slow way. */
export type QuickTimes = Record<DayOrder, QuickWay>;

/** SQL of the number in a text cell, NULL where it is none; the twin of `readNumber`. */
export function numberSql(cell: string, mark: Mark, type: 'decimal' | 'double' = 'decimal'): string {
  const target = type === 'decimal' ? 'DECIMAL(18,6)' : 'DOUBLE';
  const finite = (sql: string) => (type === 'decimal' ? sql : `CASE WHEN isfinite(${sql}) THEN ${sql} END`);
  const digits =
    mark === 'point'
      ? `regexp_replace(${cell}, '[^0-9.]', '', 'g')`
      : `replace(regexp_replace(${cell}, '[^0-9,]', '', 'g'), ',', '.')`;
  const sign = `CASE WHEN regexp_matches(${cell}, ${literal(minusPattern)}) THEN '-' ELSE '' END`;
  const cleaned = `CASE WHEN regexp_matches(${cell}, ${literal(numberPatterns[mark])}) THEN ${finite(`try_cast(${sign} || ${digits} AS ${target})`)} END`;
  return mark === 'point' ? `coalesce(${finite(`try_cast(${cell} AS ${target})`)}, ${cleaned})` : cleaned;
}

const clocks = ['', ' %H:%M', ' %H:%M:%S', ' %I:%M %p', ' %I:%M:%S %p'];
function parse(cell: string, formats: readonly string[]): string {
  return `try_strptime(${cell}, [${formats.map(literal).join(', ')}])`;
}

/**
 * SQL of the time in a text cell by the slow way, which knows every form that `readTime` knows, at several microseconds a
 * cell; years are not yet checked.
 */
function slowTimeSql(cell: string, order: DayOrder): string {
  const dates = order === 'mdy' ? ['%m/%d/%y', '%m/%d/%Y'] : ['%d/%m/%y', '%d/%m/%Y'];
  const formats = [...dates, '%d/%b/%y', '%d/%b/%Y', '%Y/%m/%d'].flatMap((date) => clocks.map((time) => date + time));
  const form = timeSteps.reduce(
    (sql, step) => `regexp_replace(${sql}, ${literal(step.pattern)}, ${literal(step.by)}${step.all ? ", 'g'" : ''})`,
    cell,
  );
  const value = `try_cast(${cell} AS DOUBLE)`;
  const moment = (micros: string) => `make_timestamp(CAST(${micros} AS BIGINT))`;
  const is = (pattern: string) => `regexp_full_match(trim(${cell}), '${pattern}')`;
  return `CASE WHEN ${is('[0-9]{8}')} THEN try_strptime(trim(${cell}), '%Y%m%d')
    WHEN ${is('[0-9]{14}')} THEN try_strptime(trim(${cell}), '%Y%m%d%H%M%S')
    WHEN ${is('[0-9]{10}')} THEN ${moment(`${value} * 1000000`)}
    WHEN ${is('[0-9]{13}')} THEN ${moment(`${value} * 1000`)}
    WHEN ${is('[2-7][0-9]{4}([.][0-9]+)?')} THEN ${moment(`round((${value} - 25569) * 86400) * 1000000`)}
    WHEN regexp_matches(${cell}, '[0-9]') THEN ${parse(form, formats)} END`;
}

/** SQL that is true for a time of 1900 to 2199: no order is older, but misread years are. */
export function isInRangeSql(time: string): string {
  return `(${time} >= TIMESTAMP '1900-01-01' AND ${time} < TIMESTAMP '2200-01-01')`;
}

/**
 * SQL of the time in a text cell by the quick way alone; years are not yet checked. Only of cells with a digit: the engine
 * takes `epoch` for 1970 or, with formats, for 1900.
 */
export function quickTimeSql(cell: string, quick: QuickWay): string {
  if (quick.way === 'none') return 'NULL::TIMESTAMP';
  const local = `regexp_replace(trim(${cell}), ${literal(zonePattern)}, '\\1')`;
  const iso = `CASE WHEN strlen(${cell}) <= 16 OR (strlen(${cell}) = 19 AND substr(${cell}, 17, 1) = ':')
    THEN try_cast(${cell} AS TIMESTAMP) ELSE try_cast(${local} AS TIMESTAMP) END`;
  const hasDigit = `(${cell} >= '0' AND ${cell} < ':') OR regexp_matches(${cell}, '[0-9]')`;
  return `CASE WHEN ${hasDigit} THEN ${quick.way === 'iso' ? iso : parse(cell, quick.formats)} END`;
}

/**
 * SQL of these rows with the time in a text cell as one more column: a TIMESTAMP without zone, NULL where the cell is none
 * or lies before 1900 or after 2199; the twin of `readTime`. An offset from UTC is dropped: the written local time is what
 * the shop saw. Only cells that the quick way leaves unread take the slow way, and of them none that is a time under the
 * other order of day and month, since it is none under this one. Of the engine's lazy forms, only CASE is always lazy;
 * inside it a repeated expression is worked out again, so that each step is a projection of its own.
 */
export function withTimeSql(rows: string, cell: string, name: string, order: DayOrder, quick: QuickTimes): string {
  const [tried, found] = [`${name}_quick`, `${name}_found`];
  const other = quick[order === 'dmy' ? 'mdy' : 'dmy'];
  const isOther = other.way === 'formats' ? `WHEN ${isInRangeSql(quickTimeSql(cell, other))} THEN NULL` : '';
  return `(SELECT * EXCLUDE (${tried}, ${found}), CASE WHEN ${isInRangeSql(found)} THEN ${found} END AS ${name} FROM
    (SELECT *, CASE WHEN ${isInRangeSql(tried)} THEN ${tried} ${isOther}
        WHEN ${cell} IS NOT NULL THEN ${slowTimeSql(cell, order)} END AS ${found} FROM
      (SELECT *, ${quickTimeSql(cell, quick[order])} AS ${tried} FROM ${rows})))`;
}

const outerBlank = (cell: string) => `${cell} < '!' OR suffix(${cell}, ' ')`;

/** SQL of a text without the white space around it, NULL where nothing is left. Trims only where it must: trim is slow. */
export function tidySql(cell: string): string {
  return `CASE WHEN ${outerBlank(cell)} THEN nullif(trim(${cell}), '') ELSE ${cell} END`;
}

const special = /[.*+?^${}()|[\]\\]/g;

/**
 * SQL that is true where a text is one of our own words (lower case), whatever its case. Not IN: the engine turns a long
 * IN into a join, which reads rows in parallel without keeping the file's order.
 */
export function isOneOfSql(cell: string, words: readonly string[], patterns: readonly string[] = []): string {
  const list = [...words.map((word) => word.replaceAll(special, '\\$&')), ...patterns].join('|');
  return `regexp_full_match(lower(${cell}), ${literal(list)})`;
}

const blanks = "' ' || chr(9) || chr(10) || chr(13) || chr(160)";

/** SQL of an id: trimmed, NULL where it is empty or a word that stands for nothing. */
export function idSql(cell: string): string {
  return filledSql(cell, missingWords);
}

/** SQL of a category: as an id, but `None` is a value. */
export function categorySql(cell: string): string {
  return filledSql(cell, missingCategoryWords);
}

function filledSql(cell: string, words: readonly string[]): string {
  const trimmed = `trim(${cell}, ${blanks})`;
  return `CASE WHEN ${outerBlank(cell)} THEN CASE WHEN ${isOneOfSql(trimmed, ['', ...words])} THEN NULL ELSE ${trimmed} END
    WHEN strlen(${cell}) < 5 AND (${cell} >= '<' OR ${cell} < '0') THEN CASE WHEN ${isOneOfSql(cell, words)} THEN NULL ELSE ${cell} END
    ELSE ${cell} END`;
}
