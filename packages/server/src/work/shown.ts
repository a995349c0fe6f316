import type { DataFilters, Filters } from '@clientele/contracts';
import { ClienteleError } from '@clientele/contracts';
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
  if (stored.features !== null) scope.materialised = stored.features;
  return { stored, shown, table: stored.table, scope };
}

/** A segmentation under the filters. @throws ClienteleError `not-found` */
export async function segmentationShown(
  workshop: Workshop,
  segmentationId: string,
  query: Filters,
): Promise<Shown & { shown: StoredSegmentation }> {
  return asMade(workshop, await findSegmentation(workshop.engine, segmentationId), filtersOf(query));
}

/** The customers of a segmentation under the filters, cleaned and dated as when it was made. */
export async function asMade(
  { engine }: Workshop,
  shown: StoredSegmentation,
  filters: Filters,
): Promise<Shown & { shown: StoredSegmentation }> {
  const stored = await findDataset(engine, shown.segmentation.datasetId);
  const { recipe, preparation } = shown.segmentation.document;
  const table = { ...stored.table, rules: recipe.data.rules };
  const scope: Scope = {
    filters: within(recipe.filters, filters),
    members: shown.members,
    asOf: preparation.asOf,
  };
  return { stored, shown, table, scope };
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
