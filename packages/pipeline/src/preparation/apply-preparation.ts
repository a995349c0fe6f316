import { ClienteleError, type FeatureValues, type Preparation, type PreparedFeature } from '@clientele/contracts';
import { formatNumber } from './format-value.ts';
import { signedLog } from './signed-log.ts';

/** The values that each category had in the base, by feature id. */
export type KnownCategories = ReadonlyMap<string, ReadonlySet<string>>;

/** One customer, prepared. */
export interface AppliedRow {
  /** Prepared values, one a column. */
  row: Float64Array;
  /** The same before transform and scale, gaps filled. */
  raw: Float64Array;
  notes: string[];
}

/**
 * Prepares one customer's raw values in the way the base was prepared. Missing values are filled in and noted, as are
 * numbers outside the base's range and category values that the base did not have (`known`, where given).
 *
 * Throws `feature-unknown` for a name that is no feature of the model, `values-unreadable` for a value of the wrong kind.
 */
export function applyPreparation(
  preparation: Preparation,
  values: FeatureValues,
  known: KnownCategories = new Map(),
): AppliedRow {
  const ids = new Set(preparation.columns.map((column) => column.id));
  for (const id of Object.keys(values)) {
    if (ids.has(id)) continue;
    throw new ClienteleError(
      'feature-unknown',
      `The model has no feature ${id}; its features are ${[...ids].join(', ')}.`,
      { feature: id, features: [...ids] },
    );
  }
  const notes = new Set<string>();
  const raw = Float64Array.from(preparation.columns, (column) =>
    rawValue(column, Object.hasOwn(values, column.id) ? values[column.id] : null, preparation, known, notes),
  );
  const row = raw.map((value, index) => {
    const column = preparation.columns[index]!;
    return ((column.transform === 'log' ? signedLog(value) : value) - column.center) / column.divisor;
  });
  return { row, raw, notes: [...notes] };
}

function rawValue(
  column: PreparedFeature,
  given: string | number | null | undefined,
  preparation: Preparation,
  known: KnownCategories,
  notes: Set<string>,
): number {
  const missing = given === null || given === undefined || (typeof given === 'string' && given.trim() === '');
  if (column.category !== null) {
    if (missing) {
      notes.add(`No value for ${column.label}: ${mostFrequent(preparation, column.id, known)} is filled in.`);
      return column.fill;
    }
    const text = String(given);
    const values = known.get(column.id);
    if (values !== undefined && !values.has(text)) {
      notes.add(`${column.label}: the model has not seen ${text}; it knows ${[...values].join(', ')}.`);
    }
    return text === column.category ? 1 : 0;
  }
  if (missing) {
    notes.add(`No value for ${column.label}: the median ${formatNumber(column.fill)} is filled in.`);
    return column.fill;
  }
  const value = typeof given === 'number' ? given : Number(given);
  if (!Number.isFinite(value)) {
    throw new ClienteleError(
      'values-unreadable',
      `${column.label} (${column.id}) is ${JSON.stringify(given) ?? given}; a finite number was expected.`,
      { feature: column.id },
    );
  }
  const low = column.percentiles[0] ?? value;
  const high = column.percentiles[100] ?? value;
  if (value < low || value > high) {
    notes.add(
      `${column.label}: ${formatNumber(value)} lies outside what the model saw (${formatNumber(low)} to ${formatNumber(high)}).`,
    );
  }
  return value;
}

/** The value that stands in for a missing one, in words. */
function mostFrequent(preparation: Preparation, id: string, known: KnownCategories): string {
  const columns = preparation.columns.filter((column) => column.id === id);
  const filled = columns.find((column) => column.fill === 1)?.category;
  const other = [...(known.get(id) ?? [])].find((value) => value !== columns[0]?.category);
  return filled ?? other ?? `not ${columns[0]?.category}`;
}
