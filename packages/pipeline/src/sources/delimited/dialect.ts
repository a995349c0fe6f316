/** How a delimited text is written. */
export interface Dialect {
  /** One character; null for a file of one column. */
  delimiter: string | null;
  /** One character. */
  quote: string;
  /** The quote itself where quotes in cells are doubled, else a backslash. */
  escape: string;
  /** `cr`: lines end in a carriage return alone. */
  newline: 'lf' | 'cr';
  /** Spaces may stand before the quote that opens a cell. */
  hasSpacedQuotes: boolean;
}

/**
 * Finds spaces between a delimiter or line end ($1) and the quote that opens a cell. With `emptyToo` those before two
 * quotes as well, which inside a quoted cell are a doubled quote; without it nothing is found in well-quoted text.
 */
export function spacesBeforeQuote({ delimiter, quote }: Dialect, emptyToo: boolean): RegExp {
  const mark = literal(quote);
  const ends = `${delimiter === null ? '' : literal(delimiter)}\\r\\n`;
  const empty = emptyToo ? `|${mark}(?:[${ends} ]|$)` : '';
  return new RegExp(`(^|[${ends}]) +(?=${mark}(?:[^${mark}${ends}]${empty}))`, 'g');
}

/** A character that stands for itself in a regular expression. */
function literal(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
