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

const mostBusyMs = 8;

/** Gathers chunks into columns, letting others run every few milliseconds. */
export async function gatherColumns(
  names: readonly string[],
  types: readonly DuckDBTypeId[],
  chunks: DuckDBDataChunk[],
): Promise<Columns> {
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const result: Columns = { rows, numbers: {}, texts: {} };
  const writers = names.map((name, column) => {
    if (numericTypes.has(types[column] as DuckDBTypeId)) {
      const target = new Float64Array(rows);
      result.numbers[name] = target;
      return (row: number, value: DuckDBValue) => {
        target[row] = value === null ? Number.NaN : typeof value === 'number' ? value : Number(toCell(value));
      };
    }
    const target: (string | null)[] = new Array(rows);
    result.texts[name] = target;
    return (row: number, value: DuckDBValue) => {
      const cell = toCell(value);
      target[row] = cell === null ? null : String(cell);
    };
  });
  let offset = 0;
  let busySince = performance.now();
  for (const chunk of chunks) {
    writers.forEach((write, column) => {
      const vector = chunk.getColumnVector(column);
      for (let i = 0; i < chunk.rowCount; i++) write(offset + i, vector.getItem(i) as DuckDBValue);
    });
    offset += chunk.rowCount;
    if (performance.now() - busySince < mostBusyMs) continue;
    await new Promise((resolve) => setImmediate(resolve));
    busySince = performance.now();
  }
  return result;
}
