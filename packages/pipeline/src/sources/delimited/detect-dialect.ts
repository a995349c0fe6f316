import { isMissing, isTyped } from './cell-kinds.ts';
import { type Dialect, spacesBeforeQuote } from './dialect.ts';
import { RowReader } from './parse-rows.ts';

/** In the order of preference; from the colon on, only where nothing before it divides the lines. */
const delimiters = [',', ';', '\t', '|', ':', '^', '~', '\u0001', '\u001f', '\u001e', '#', '!'];
const usualDelimiters = 4;
const looked = { rows: 200, characters: 1 << 16 };

/** Finds how a text is written from its first characters, which are all of it where `isWhole`. */
export function detectDialect(text: string, isWhole: boolean): Dialect {
  const quote = detectQuote(text);
  const written = {
    quote,
    escape: usesBackslash(text, quote) ? '\\' : quote,
    newline: !text.includes('\n') && text.includes('\r') ? ('cr' as const) : ('lf' as const),
  };
  let best: { dialect: Dialect; score: number } | null = null;
  const start = text.slice(0, looked.characters);
  for (const [index, delimiter] of delimiters.entries()) {
    if (!start.includes(delimiter)) continue;
    const dialect = withSpaces({ ...written, delimiter, hasSpacedQuotes: false }, start);
    const score = regularity(firstRows(text, dialect, looked.rows, isWhole)) * (index < usualDelimiters ? 1 : 0.7);
    if (score > 0 && (best === null || score > best.score + 0.02)) best = { dialect, score };
  }
  return best?.dialect ?? withSpaces({ ...written, delimiter: null, hasSpacedQuotes: false }, start);
}

function withSpaces(dialect: Dialect, text: string): Dialect {
  return { ...dialect, hasSpacedQuotes: spacesBeforeQuote(dialect, false).test(text) };
}

/** The first rows of a text; the last one only where it surely is whole. */
export function firstRows(text: string, dialect: Dialect, rows: number, isWhole: boolean): string[][] {
  const short = rows <= looked.rows ? shortened(text) : text;
  let found = new RowReader(dialect).first(short, rows, short.length === text.length && isWhole);
  if (found.length === 0) found = new RowReader(dialect).first(text, rows, true);
  return found.map(({ cells }) => cells);
}

function shortened(text: string): string {
  const lineEnd = text.indexOf('\n');
  return text.slice(0, Math.max(looked.characters, (lineEnd < 0 ? text.length : lineEnd) + looked.characters));
}

function detectQuote(text: string): string {
  if (text.includes('"')) return '"';
  const opened = text.match(/(^|[\n,;\t|])'/g)?.length ?? 0;
  const closed = text.match(/'(?=[\r\n,;\t|]|$)/g)?.length ?? 0;
  return opened > 2 && opened === closed ? "'" : '"';
}

function usesBackslash(text: string, quote: string): boolean {
  const escaped = quote === '"' ? /[^\\]\\"(?=[^,;\t|\r\n"])/ : /[^\\]\\'(?=[^,;\t|\r\n'])/;
  const doubled = quote === '"' ? /[^\s,;|\t"\\]""[^\s,;|\t"]/ : /[^\s,;|\t'\\]''[^\s,;|\t']/;
  return escaped.test(text) && !doubled.test(text);
}

/** 0 to 1: the share of rows with the usual number of cells, more where the cells read as values; 0 for one column. */
function regularity(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [length, count] of counts)
    if (count > most || (count === most && length > width)) {
      width = length;
      most = count;
    }
  const headingCells = rows[0]?.length ?? 0;
  if (width < 2 || headingCells < 2) return 0;
  const share = most / rows.length;
  if (share < 0.5) return 0;
  let cells = 0;
  let clear = 0;
  for (const row of rows.slice(0, 50))
    for (const cell of row) {
      cells++;
      if (isMissing(cell) || isTyped(cell) || !/[,;\t|]/.test(cell)) clear++;
    }
  return share * (0.4 + (0.6 * clear) / cells);
}
