import { ClienteleError, type FeatureValues, type Prediction, type SegmentationDocument } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { Effects } from '../effects.ts';
import { computeFeatures } from '../features/compute-features.ts';
import type { FeatureTable } from '../features/feature-table.ts';
import { importSource } from '../import/import-source.ts';
import { type OpenedSource, type ReadingOptions, withSource } from '../import/opened-source.ts';
import type { Source } from '../sources/source.ts';
import { createPredictor } from './create-predictor.ts';

export interface ScoreOptions extends ReadingOptions {
  /** For order lines: where recency counts from; absent: the last kept line plus one day. */
  asOf?: string;
  /** Name of the table that the file is read into; `new_customers` where absent. */
  table?: string;
}

/** Customers of a file with their features and, in the same order, their predictions. */
export interface ScoredSource {
  table: FeatureTable;
  predictions: Prediction[];
}

/** Customers of a file with their features, and how each row of them is scored. */
export interface ReadCustomers {
  table: FeatureTable;
  /** Scores one row after the other, as they are asked for. */
  predictions(): Generator<Prediction>;
}

interface WantedFeature {
  id: string;
  label: string;
}

/**
 * Scores a file of new customers by a frozen segmentation. The file has a column for each feature of the model (by id or
 * label), or holds order lines from which the features are computed. Throws `feature-unknown` where it has neither.
 */
export async function scoreSource(
  effects: Pick<Effects, 'engine' | 'signal' | 'onProgress'>,
  session: Session,
  path: string,
  document: SegmentationDocument,
  options: ScoreOptions = {},
): Promise<ScoredSource> {
  const { table, predictions } = await readNewCustomers(effects, session, path, document, options);
  return { table, predictions: [...predictions()] };
}

/** Reads what {@link scoreSource} scores, and leaves it to the caller when the rows are scored. Throws what it throws. */
export async function readNewCustomers(
  effects: Pick<Effects, 'engine' | 'signal' | 'onProgress'>,
  session: Session,
  path: string,
  document: SegmentationDocument,
  { asOf, table: name = 'new_customers', ...options }: ScoreOptions = {},
): Promise<ReadCustomers> {
  const wanted = wantedFeatures(document);
  const { columns, reading } = await withSource(effects, session, path, options, async (opened) => {
    const matched = matchColumns(opened.source, wanted);
    return { columns: matched ?? wanted.map(({ id }) => id), reading: readingFor(opened, document, wanted, matched) };
  });
  const { table: rows } = await importSource(effects, session, path, name, {
    ...options,
    mapping: { ...reading, ...options.mapping, roles: { ...reading.roles, ...options.mapping?.roles } },
    isFinal: true,
  });
  effects.onProgress?.({ step: 'Computing features', done: null, rows: null });
  const table = await computeFeatures(session, rows, {
    ids: columns,
    filters: {},
    ...(asOf !== undefined && { asOf }),
  });
  const predict = createPredictor(document);
  const read = table.features.map(({ id }, index) => ({ as: wanted[index]?.id ?? id, id }));
  return {
    table,
    *predictions() {
      for (let row = 0; row < table.ids.length; row++) {
        const values: FeatureValues = Object.fromEntries(read.map(({ as, id }) => [as, rawValue(table, id, row)]));
        yield predict(values);
      }
    },
  };
}

function rawValue(table: FeatureTable, id: string, row: number): number | string | null {
  const number = table.numbers[id]?.[row];
  if (number !== undefined) return Number.isNaN(number) ? null : number;
  return table.categories[id]?.[row] ?? null;
}

function wantedFeatures({ preparation }: SegmentationDocument): WantedFeature[] {
  const byId = new Map(preparation.columns.map(({ id, label }) => [id, { id, label }]));
  return [...byId.values()];
}

/** The columns of the wanted features, in their order; null where one is missing. */
function matchColumns(source: Source, wanted: readonly WantedFeature[]): string[] | null {
  const matched = wanted.map((feature) => columnOf(source, feature));
  return matched.every((column) => column !== undefined) ? matched : null;
}

function columnOf({ columns }: Source, { id, label }: WantedFeature): string | undefined {
  const find = (name: string) => columns.find((column) => column.toLowerCase() === name.toLowerCase());
  return find(id) ?? find(label);
}

function readingFor(
  { source, recognition }: OpenedSource,
  document: SegmentationDocument,
  wanted: readonly WantedFeature[],
  matched: readonly string[] | null,
): NonNullable<ReadingOptions['mapping']> {
  const { mapping, kind } = recognition;
  if (matched !== null) {
    const isFeature = mapping.roles.customer !== undefined && matched.includes(mapping.roles.customer);
    return { kind: 'customers', roles: isFeature ? { customer: null } : {} };
  }
  const { mapping: made, attributes } = document.recipe.data;
  const takesOrders = made.kind === 'orders' && attributes === undefined;
  if (takesOrders && kind === 'orders') return {};
  const origin = attributes === undefined ? 'was made from a table of customers' : `has features of ${attributes.name}`;
  throw columnsMissing(source, wanted, { takesOrders, isOrders: kind === 'orders', origin });
}

const mostListed = 12;
const listed = (names: readonly string[]) =>
  `${names.slice(0, mostListed).join(', ')}${names.length > mostListed ? ', ...' : ''}`;

function columnsMissing(
  source: Source,
  wanted: readonly WantedFeature[],
  { takesOrders, isOrders, origin }: { takesOrders: boolean; isOrders: boolean; origin: string },
): ClienteleError {
  const { name } = source.info;
  const names = wanted.map(({ id }) => id);
  const missing = wanted.filter((feature) => columnOf(source, feature) === undefined).map(({ id }) => id);
  const expected = `one row a customer with a column for each feature of the model (${names.join(', ')})`;
  const message = isOrders
    ? `${name} holds order lines, and the model ${origin}; ${expected} was expected.`
    : `${name} has no column for ${missing.join(', ')}; ${expected}${takesOrders ? ', or order lines,' : ''} was expected, and its columns are ${listed(source.columns)}.`;
  return new ClienteleError('feature-unknown', message, {
    file: name,
    wanted: names,
    missing,
    found: [...source.columns],
  });
}
