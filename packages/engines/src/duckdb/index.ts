export { type DuckdbOptions, openDuckdb } from './open-duckdb.ts';
