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
}

/** Customers of a file with their features and, in the same order, their predictions. */
export interface ScoredSource {
  table: FeatureTable;
  predictions: Prediction[];
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
  const wanted = wantedFeatures(document);
  const { columns, reading } = await withSource(effects, session, path, options, async (opened) => {
    const matched = matchColumns(opened.source, wanted);
    return { columns: matched ?? wanted.map(({ id }) => id), reading: readingFor(opened, document, wanted, matched) };
  });
  const { table } = await importSource(effects, session, path, 'new_customers', {
    ...options,
    mapping: { ...reading, ...options.mapping, roles: { ...reading.roles, ...options.mapping?.roles } },
    isFinal: true,
  });
  const asOf = options.asOf;
  const features = await computeFeatures(session, table, {
    ids: columns,
    filters: {},
    ...(asOf !== undefined && { asOf }),
  });
  const predict = createPredictor(document);
  const read = features.features.map(({ id }, index) => ({ as: wanted[index]?.id ?? id, id }));
  const predictions = features.ids.map((_, row) => {
    const values: FeatureValues = Object.fromEntries(
      read.map(({ as, id }) => [as, rawValue(features, id, row)] as const),
    );
    return predict(values);
  });
  return { table: features, predictions };
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

function matchColumns(source: Source, wanted: readonly WantedFeature[]): string[] | null {
  const find = (name: string) => source.columns.find((column) => column.toLowerCase() === name.toLowerCase());
  const matched = wanted.map(({ id, label }) => find(id) ?? find(label));
  return matched.every((column) => column !== undefined) ? matched : null;
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
  if (document.recipe.data.mapping.kind === 'orders' && kind === 'orders') return {};
  const names = wanted.map(({ id }) => id);
  throw new ClienteleError(
    'feature-unknown',
    `${source.info.name} has no column for each feature of the model (${names.join(', ')}); its columns are ${source.columns.slice(0, 12).join(', ')}${source.columns.length > 12 ? ', ...' : ''}.`,
    { file: source.info.name, wanted: names, found: [...source.columns] },
  );
}
