import type { DatasetKind, FeatureColumn, Mapping, Problem } from '@clientele/contracts';

/**
 * A source read into a typed table of the engine. Nothing is left out: every row carries the rules that it breaks as
 * bits of `flags` (bit i: ruleIds[i]), so that switching a rule is a mask and not another import.
 *
 * kind orders, columns of the table:
 *   customer VARCHAR, order_id VARCHAR, time TIMESTAMP, quantity DECIMAL(18,6), amount DECIMAL(18,6) (of the line),
 *   product VARCHAR, description VARCHAR, country VARCHAR, flags USMALLINT; rowid + 1 is the row's number in the file.
 * kind customers:
 *   customer VARCHAR (the id, or the row's number), country VARCHAR, flags USMALLINT, and f0, f1, ... for
 *   `columns[i]`: DOUBLE for a number, VARCHAR for a category.
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
