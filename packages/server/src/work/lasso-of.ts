import { ClienteleError, type SelectionRequest } from '@clientele/contracts';
import type { LassoAsked } from '@clientele/pipeline';
import type { StoredSegmentation } from '../store/segmentations.ts';
import { findUmap } from '../store/umap-tables.ts';
import type { Workshop } from './workshop.ts';

/**
 * A lasso with the table of the map that it was drawn on.
 * @throws ClienteleError `usage` for a map of three dimensions, `not-found` for one by UMAP that is not kept
 */
export async function lassoOf(
  { engine }: Workshop,
  { members }: StoredSegmentation,
  { map, polygon }: SelectionRequest,
): Promise<LassoAsked> {
  if (map.kind === 'pca') return { polygon };
  if (map.dimensions === 3)
    throw new ClienteleError('usage', 'A lasso was drawn on a map of three dimensions; draw it on one of two.');
  const places = await findUmap(engine, members, map);
  if (places !== null) return { polygon, places };
  throw new ClienteleError(
    'not-found',
    'The map that the lasso was drawn on is not kept: UMAP with these settings has not been computed or gave way to newer maps; draw it again.',
    { neighbours: map.neighbours, minDistance: map.minDistance, seed: map.seed },
  );
}
