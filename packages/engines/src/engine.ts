/** A value bound to a statement. */
export type Value = string | number | bigint | boolean | null;

/** A cell of a result: numbers stay numbers, decimals become the nearest number, times ISO text without zone. */
export type Cell = string | number | boolean | null | Cell[];
export type Row = Record<string, Cell>;

/** A result by column: numbers as Float64Array with NaN for null, everything else as text with null. */
export interface Columns {
  rows: number;
  numbers: Record<string, Float64Array>;
  texts: Record<string, (string | null)[]>;
}

/** Runs SQL. Values are always bound as $1, $2, ...; identifiers in the text come from `quoteIdentifier` only. */
export interface Session {
  /** Runs a statement; answers the number of rows it changed, where it changes rows. */
  run(sql: string, values?: Value[]): Promise<number>;
  rows(sql: string, values?: Value[]): Promise<Row[]>;
  columns(sql: string, values?: Value[]): Promise<Columns>;
  quoteIdentifier(name: string): string;
}

/** How far a running statement is. */
export interface Watch {
  signal?: AbortSignal;
  /** 0 to 1, and rows read where the engine knows. */
  onProgress?: (done: number, rows: number) => void;
}

/** Where data live and SQL runs. */
export interface Engine extends Session {
  readonly name: string;
  /** Runs `work` in one transaction on one connection: all of it or nothing. Interrupted by the signal. */
  transaction<T>(work: (session: Session) => Promise<T>, watch?: Watch): Promise<T>;
  /** Writes the rows of a SELECT into a new Parquet file, in their order and of their types; answers how many there are. */
  exportParquet(path: string, sql: string, values?: Value[]): Promise<number>;
  /** Folder for files that live no longer than the engine. */
  readonly workDir: string;
  close(): Promise<void>;
}
