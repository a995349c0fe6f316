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
}
