import { ClienteleError } from '@clientele/contracts';
import { DOUBLE, type DuckDBConnection, type DuckDBResult, type DuckDBType } from '@duckdb/node-api';
import type { Cell, Columns, Row, Session, Value } from '../engine.ts';
import { quoteIdentifier } from '../quote-identifier.ts';
import { gatherColumns, toCell } from './convert.ts';

/** A failure of the database as ours; what the user can do about it is said by the caller that knows the file. */
export function databaseError(cause: unknown): ClienteleError {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (/INTERRUPT/i.test(text))
    return new ClienteleError('cancelled', 'The work was cancelled; nothing was changed.', {}, cause);
  if (/conflict/i.test(text))
    return new ClienteleError(
      'conflict',
      'Two pieces of work changed the same data at once; this one changed nothing, so start it again.',
      {},
      cause,
    );
  return new ClienteleError('internal', `The database could not do its work: ${text.split('\n')[0]}`, {}, cause);
}

/** The driver takes a number without decimals for a whole one and fails on those that no 64 bits hold. */
function typesOf(values: readonly Value[]): DuckDBType[] {
  const types: DuckDBType[] = new Array(values.length);
  values.forEach((value, index) => {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) types[index] = DOUBLE;
  });
  return types;
}

/** SQL on one DuckDB connection. */
export class DuckdbSession implements Session {
  readonly connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.connection = connection;
  }

  async run(sql: string, values: Value[] = []): Promise<number> {
    return this.#guard(async () => (await this.connection.run(sql, values, typesOf(values))).rowsChanged);
  }

  async rows(sql: string, values: Value[] = []): Promise<Row[]> {
    return this.#guard(async () => {
      const result: DuckDBResult = await this.connection.run(sql, values, typesOf(values));
      const names = result.deduplicatedColumnNames();
      const rows: Row[] = [];
      for (const chunk of await result.fetchAllChunks()) {
        for (let i = 0; i < chunk.rowCount; i++) {
          const row: Record<string, Cell> = {};
          names.forEach((name, column) => {
            row[name] = toCell(chunk.getColumnVector(column).getItem(i));
          });
          rows.push(row);
        }
      }
      return rows;
    });
  }

  async columns(sql: string, values: Value[] = []): Promise<Columns> {
    return this.#guard(async () => {
      const result: DuckDBResult = await this.connection.run(sql, values, typesOf(values));
      const types = result.columnTypes().map((type) => type.typeId);
      return gatherColumns(result.deduplicatedColumnNames(), types, await result.fetchAllChunks());
    });
  }

  quoteIdentifier(name: string): string {
    return quoteIdentifier(name);
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      throw databaseError(cause);
    }
  }
}
