import type { Problem, SourceInfo } from '@clientele/contracts';
import type { Session, Value } from '@clientele/engines';

/** SQL of something that can stand after FROM, with the values bound to it as $1, $2, ... */
export interface Relation {
  sql: string;
  values: Value[];
}

/** A file that has been recognised and can be read, any number of times, row by row in file order, as text. */
export interface Source {
  readonly info: SourceInfo;
  /** Column names: unique, trimmed, in file order; a nameless column is called `column_3`. */
  readonly columns: readonly string[];
  /** The first rows, at most 2,000, each with one cell a column; an empty cell is null. None: headings only. */
  readonly sample: readonly (readonly (string | null)[])[];
  /** Known before the whole file has been read. */
  readonly problems: readonly Problem[];
  /**
   * A relation with one VARCHAR column for each index asked for (default: all), named c0, c1, ... by the index in
   * `columns`; empty cells are NULL; rows in file order. Numbers and times of typed formats (Parquet, Excel) come
   * as plain text: 1234.5 and 2010-12-01 08:26:00.
   */
  relation(indexes?: readonly number[]): Relation;
  /** Rows that could not be read and were left out (ragged lines), once `relation` has been read in this session. */
  rejected(session: Session): Promise<Problem[]>;
  /** Turns the engine's failure while reading into a sentence about this file. */
  explain(cause: unknown): unknown;
  /** Removes the temporary files. */
  close(): Promise<void>;
}

export interface SourceOptions {
  /** Reads what only the engine can read while a file is recognised: the schema and first rows of Parquet. */
  engine: Session;
  /** Name to show; default: the file's own. */
  name?: string;
  /** Sheets of a workbook to read; absent: the first one and all of equal heading. */
  sheets?: string[];
  /** Folder for a normalised copy, where the format needs one. */
  workDir: string;
  signal?: AbortSignal;
  /** Called at most ten times a second with the share of the file that has been looked at, 0 to 1. */
  onProgress?: (done: number | null, rows: number) => void;
}
