import {
  ClienteleError,
  type Missing,
  type Preparation,
  type Problem,
  type Scale,
  type Transform,
} from '@clientele/contracts';
import type { FeatureTable } from '../features/feature-table.ts';
import { fitCategoryColumns } from './category-columns.ts';
import { countOf } from './format-value.ts';
import { keptRows, refuseInfinite } from './kept-rows.ts';
import { type FittedColumn, fitNumberColumn } from './number-column.ts';

/** The part of a recipe that says how features become comparable. */
export interface PreparationChoices {
  transform: Transform;
  scale: Scale;
  missing: Missing;
}

/** What is said of how columns were transformed and scaled. */
const columnNotes: ReadonlySet<string> = new Set(['transform-chosen', 'log-of-negative', 'constant-feature']);

/** The warnings that concern the customers and their raw values: for a method that takes no transformed features. */
export function rawWarnings(warnings: readonly Problem[]): Problem[] {
  return warnings.filter(({ code }) => !columnNotes.has(code));
}

/** Features ready for a method. */
export interface Prepared {
  /** Row-major, rows x columns, all finite. */
  matrix: Float64Array;
  rows: number;
  columns: number;
  preparation: Preparation;
  /** For each row of the matrix its row in the FeatureTable, ascending. */
  kept: Int32Array;
  warnings: Problem[];
}

/**
 * Turns raw features into a matrix: missing values, transform, scale, in that order. Numbers keep their percentiles;
 * categories become columns of 0 and 1, which are scaled but never logged.
 *
 * Throws `values-unreadable` on infinities, `feature-constant` where no column varies or a feature has no value at all,
 * `too-few-customers` where nobody is left, `unsupported` for a category of too many values.
 */
export function prepare(table: FeatureTable, choices: PreparationChoices): Prepared {
  if (table.features.length === 0) throw new ClienteleError('usage', 'No feature is chosen; choose at least one.');
  refuseInfinite(table);
  const { kept, warnings } = keptRows(table, choices.missing);
  const rows = kept.length;
  if (rows === 0) {
    throw new ClienteleError(
      'too-few-customers',
      table.ids.length === 0
        ? 'No customer is left after cleaning and filtering; widen the filters or switch cleaning rules off.'
        : `Each of the ${countOf(table.ids.length, 'customer')} lacks a chosen feature, so none is left; fill in medians or leave a feature out.`,
      { customers: 0 },
    );
  }
  const fitted: FittedColumn[] = table.features.flatMap((feature) => {
    const numbers = table.numbers[feature.id];
    if (numbers !== undefined) return [fitNumberColumn(feature, numbers, kept, choices)];
    return fitCategoryColumns(feature, table.categories[feature.id] ?? [], kept, choices.scale);
  });
  if (rows > 1) warnings.push(...constantWarnings(fitted, rows));
  warnings.push(...fitted.flatMap((column) => column.warnings));
  return {
    matrix: interleave(fitted, rows),
    rows,
    columns: fitted.length,
    preparation: {
      asOf: table.asOf,
      columns: fitted.map((column) => column.prepared),
      dropped: table.ids.length - rows,
    },
    kept,
    warnings,
  };
}

function constantWarnings(fitted: FittedColumn[], rows: number): Problem[] {
  const constant = fitted.filter((column) => column.constant);
  if (constant.length === fitted.length) {
    const labels = [...new Set(constant.map((column) => column.prepared.label))];
    throw new ClienteleError(
      'feature-constant',
      `All ${countOf(rows, 'customer')} have the same value of ${labels.join(', of ')}, so there is nothing to part them by; choose a feature that differs.`,
      { features: constant.map((column) => column.prepared.id) },
    );
  }
  return constant.map(({ prepared }) => ({
    severity: 'warning',
    code: 'constant-feature',
    message: `${prepared.label}: the same value for all ${countOf(rows, 'customer')}, which tells no segment from another; leave it out.`,
    column: prepared.id,
  }));
}

function interleave(fitted: FittedColumn[], rows: number): Float64Array {
  const columns = fitted.length;
  const matrix = new Float64Array(rows * columns);
  fitted.forEach(({ values }, column) => {
    for (let row = 0; row < rows; row++) matrix[row * columns + column] = values[row] ?? 0;
  });
  return matrix;
}
