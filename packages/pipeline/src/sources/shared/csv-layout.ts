import type { Relation } from '../source.ts';

/** How a UTF-8 text file is to be read by the engine: nothing of it is left to guess. */
export interface CsvLayout {
  path: string;
  delimiter: string;
  /** Empty: no quoting. */
  quote: string;
  escape: string;
  hasHeader: boolean;
  /** What ends a line; given, since DuckDB 1.5 guesses it even from inside quotes. */
  newline: '\n' | '\r\n' | '\r';
  /** Cells a line. */
  width: number;
  /** A quoted cell holds a line break: DuckDB 1.5 cuts rows wrongly there when it reads in parallel. */
  hasQuotedNewlines: boolean;
  /** Lines may be short at the end; the missing cells are empty. */
  hasShortLines: boolean;
  longestLineBytes: number;
}

const newlineNames = { '\n': '\\n', '\r\n': '\\r\\n', '\r': '\\r' } as const;
const defaultMaxLine = 1_000_000;
/** Bytes a reading thread takes at once: the engine's own 32 MB cost 60 MiB of memory and are no faster. */
const bufferBytes = 4_000_000;

/** The relation of a laid-out file; every value, the path too, is bound. */
export function csvRelation(layout: CsvLayout, indexes: readonly number[]): Relation {
  const columns = Array.from({ length: layout.width }, (_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  const settings = [
    'auto_detect = false',
    "compression = 'none'",
    'delim = $2',
    'quote = $3',
    'escape = $4',
    'new_line = $5',
    `header = ${layout.hasHeader}`,
    "nullstr = ''",
    'hive_partitioning = false',
    `null_padding = ${layout.hasShortLines}`,
    `columns = {${columns}}`,
  ];
  if (layout.hasQuotedNewlines) settings.push('parallel = false');
  if (layout.longestLineBytes > defaultMaxLine) settings.push(`max_line_size = ${layout.longestLineBytes * 2}`);
  else settings.push(`max_line_size = ${defaultMaxLine}`, `buffer_size = ${bufferBytes}`);
  return {
    sql: `(select ${selected(indexes)} from read_csv($1, ${settings.join(', ')}))`,
    values: [literalPath(layout.path), layout.delimiter, layout.quote, layout.escape, newlineNames[layout.newline]],
  };
}

/** The select list of `c<index>`; a relation needs one column at least. */
export function selected(indexes: readonly number[]): string {
  return indexes.length === 0 ? 'c0' : indexes.map((index) => `c${index}`).join(', ');
}

/** A path that the engine does not take for a pattern: `*`, `?` and `[` stand for themselves inside brackets. */
export function literalPath(path: string): string {
  return path.replace(/[*?[]/g, '[$&]');
}
