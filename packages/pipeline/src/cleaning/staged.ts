import type { DatasetKind, FeatureColumn, Mapping, Problem, Rules } from '@clientele/contracts';

/**
 * A source read into a typed table of the engine. Nothing is left out: every row carries the rules that it breaks as
 * bits of `flags` (bit i: ruleIds[i]), so that switching a rule is a mask and not another import. Higher bits are notes
 * of the stage (`noteBits`) and remove nothing: test lines with `keptCondition`, never with `flags = 0`.
 *
 * kind orders, columns of the table:
 *   customer VARCHAR, order_id VARCHAR, time TIMESTAMP, quantity DECIMAL(18,6), amount DECIMAL(18,6) (of the line),
 *   product VARCHAR, description VARCHAR, country VARCHAR, flags USMALLINT.
 *   Rows stand in file order: rowid - min(rowid) + 1 is the row's number in the file (inside the transaction that
 *   creates the table, the engine does not count rowid from 0). Where no column names the order, or its cell is empty,
 *   order_id is the customer and the time, so that count(DISTINCT order_id) counts orders in every file. quantity is
 *   NULL throughout where no column plays it. Amounts that stand on an order's first line only are 0 on its others.
 * kind customers:
 *   customer VARCHAR (the id, or the row's number), country VARCHAR, flags USMALLINT, and f0, f1, ... for
 *   `columns[i]`: DOUBLE for a number, VARCHAR for a category; NULL where missing.
 *
 * Amounts are decimals, so that sums are exact and the same in any order.
 */
export interface Staged {
  kind: DatasetKind;
  /** Name of the table: made by the code, never by a user. */
  table: string;
  rows: number;
  /** As resolved: dateOrder and decimal are what the whole column says, no longer `auto`. */
  mapping: Mapping;
  /** Columns on offer as features; empty for orders. */
  columns: FeatureColumn[];
  problems: Problem[];
}

/** Columns of a table of order lines that a single run may do without. */
export type SpareColumn = 'product' | 'country';

export interface StageOptions {
  /**
   * Three rules take work of their own: `duplicate` (all columns of the file are read and hashed), `cancelled-later` (purchases and
   * cancellations are matched) and `administrative` (words are looked up). With `rules`, each of them is looked for only if it is on, the
   * ledger leaves it out otherwise, and descriptions are kept only where no column holds the product's code. Absent, everything is
   * looked for, so that any rule can be switched later.
   */
  rules?: Rules;
  /**
   * Columns that nobody will ask for: they are NULL, except where a rule that is looked for needs them. Writing text into the table
   * costs more than reading it from the file.
   */
  spare?: readonly SpareColumn[];
}
