import type { DataFilters, Filters } from '@clientele/contracts';
import { ClienteleError, type Rules, ruleIds } from '@clientele/contracts';
import type { DataTable, Scope } from '@clientele/pipeline';
import { findDataset, type StoredDataset } from '../store/datasets.ts';
import { findSegmentation, type StoredSegmentation } from '../store/segmentations.ts';
import type { Workshop } from './workshop.ts';

/** The filter bar and the segmentation shown, as they stand in an address. */
export interface ViewQuery extends Filters {
  segmentation?: string | undefined;
}

/** What a view is computed from. */
export interface Shown {
  stored: StoredDataset;
  shown: StoredSegmentation | null;
  table: DataTable;
  scope: Scope;
}

/** A dataset under the filters, with the segmentation named in the query. @throws ClienteleError `not-found`, `usage` */
export async function datasetShown({ engine }: Workshop, datasetId: string, query: ViewQuery): Promise<Shown> {
  const stored = await findDataset(engine, datasetId);
  const shown = query.segmentation === undefined ? null : await findSegmentation(engine, query.segmentation);
  if (shown !== null && shown.segmentation.datasetId !== datasetId)
    throw new ClienteleError('usage', 'The segmentation belongs to another dataset; name one of this dataset.');
  const scope: Scope = { filters: filtersOf(query), ...(shown && { members: shown.members }) };
  if (stored.materialised !== null) scope.materialised = stored.materialised;
  return { stored, shown, table: { ...stored.table, attributes: attributesFor(stored, shown) }, scope };
}

/** A segmentation under the filters. @throws ClienteleError `not-found` */
export async function segmentationShown(
  workshop: Workshop,
  segmentationId: string,
  query: Filters,
): Promise<Shown & { shown: StoredSegmentation }> {
  return asMade(workshop, await findSegmentation(workshop.engine, segmentationId), filtersOf(query));
}

/**
 * The customers of a segmentation under the filters, cleaned and dated as when it was made, with the joined attributes that it
 * was made by; where it was made by none, with those of today.
 */
export async function asMade(
  { engine }: Workshop,
  shown: StoredSegmentation,
  filters: Filters,
): Promise<Shown & { shown: StoredSegmentation }> {
  const stored = await findDataset(engine, shown.segmentation.datasetId);
  const { recipe, preparation } = shown.segmentation.document;
  const isByAttributes = recipe.data.attributes !== undefined;
  const attributes = isByAttributes ? shown.attributes : stored.table.attributes;
  const table: DataTable = { ...stored.table, rules: recipe.data.rules, attributes };
  const scope: Scope = {
    filters: within(recipe.filters, filters),
    members: shown.members,
    asOf: preparation.asOf,
  };
  if (stored.materialised !== null && sameRules(stored.table.rules, recipe.data.rules))
    scope.materialised = stored.materialised;
  return { stored, shown, table, scope };
}

/** The attributes joined today, unless the segmentation shown was made by a feature that they do not have: then its own. */
function attributesFor({ dataset, table }: StoredDataset, shown: StoredSegmentation | null): DataTable['attributes'] {
  const offered = new Set(dataset.features.map(({ id }) => id));
  const isLacking = shown?.segmentation.document.recipe.features.some((id) => !offered.has(id)) === true;
  return (isLacking ? shown?.attributes : undefined) ?? table.attributes;
}

function sameRules(one: Rules, other: Rules): boolean {
  return ruleIds.every((rule) => one[rule] === other[rule]);
}

function filtersOf({ from, to, countries, segments, customer }: Filters): Filters {
  return { from, to, countries, segments, customer };
}

/** Filters within those that the segmentation itself was made under. */
function within(made: DataFilters, { from, to, countries, ...rest }: Filters): Filters {
  const starts = [made.from, from].filter((date) => date !== undefined).sort();
  const ends = [made.to, to].filter((date) => date !== undefined).sort();
  return { ...rest, from: starts.at(-1), to: ends.at(0), countries: countriesWithin(made.countries, countries) };
}

function countriesWithin(made: string[] | undefined, asked: string[] | undefined): string[] | undefined {
  if (!made?.length || !asked?.length) return asked?.length ? asked : made;
  const both = asked.filter((country) => made.includes(country));
  if (both.length > 0) return both;
  throw new ClienteleError(
    'nothing-kept',
    `The segmentation was made from ${made.join(', ')} only; choose one of these countries.`,
    { countries: made },
  );
}
