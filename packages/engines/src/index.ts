export type { Cell, Columns, Engine, Row, Session, Value, Watch } from './engine.ts';
export { quoteIdentifier } from './quote-identifier.ts';
export { type TableColumn, writeTable } from './write-table.ts';
