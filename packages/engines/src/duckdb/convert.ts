import {
  type DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampValue,
  DuckDBTypeId,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Cell, Columns } from '../engine.ts';

const numericTypes: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.DECIMAL,
]);

/** ISO time without zone from microseconds since 1970; seconds are left out only where nothing is lost by it. */
function isoTime(micros: bigint): string {
  const text = new Date(Number(micros / 1000n)).toISOString().slice(0, -1);
  return text.endsWith('.000') ? text.slice(0, -4) : text;
}

/** A DuckDB value as a plain cell. */
export function toCell(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBDecimalValue) return Number(value.toString());
  if (value instanceof DuckDBTimestampValue) return isoTime(value.micros);
  if (value instanceof DuckDBTimestampMillisecondsValue) return isoTime(value.millis * 1000n);
  if (value instanceof DuckDBTimestampSecondsValue) return isoTime(value.seconds * 1_000_000n);
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBListValue) return value.items.map(toCell);
  return value.toString();
}

/** Gathers chunks into columns. */
export function gatherColumns(
  names: readonly string[],
  types: readonly DuckDBTypeId[],
  chunks: DuckDBDataChunk[],
): Columns {
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const result: Columns = { rows, numbers: {}, texts: {} };
  names.forEach((name, column) => {
    if (numericTypes.has(types[column] as DuckDBTypeId)) {
      const target = new Float64Array(rows);
      let at = 0;
      for (const chunk of chunks) {
        const vector = chunk.getColumnVector(column);
        for (let i = 0; i < chunk.rowCount; i++) {
          const value = vector.getItem(i) as DuckDBValue;
          target[at++] = value === null ? Number.NaN : typeof value === 'number' ? value : Number(toCell(value));
        }
      }
      result.numbers[name] = target;
    } else {
      const target: (string | null)[] = new Array(rows);
      let at = 0;
      for (const chunk of chunks) {
        const vector = chunk.getColumnVector(column);
        for (let i = 0; i < chunk.rowCount; i++) {
          const cell = toCell(vector.getItem(i) as DuckDBValue);
          target[at++] = cell === null ? null : String(cell);
        }
      }
      result.texts[name] = target;
    }
  });
  return result;
}
