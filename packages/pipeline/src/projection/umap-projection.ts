import type { Points, Projection, UmapRequest } from '@clientele/contracts';
import { kernelCalls, type RunEffects } from '../clustering/kernel-calls.ts';
import type { FeatureTable } from '../features/feature-table.ts';
import { chooseRows } from '../preparation/choose-rows.ts';
import { prepare } from '../preparation/prepare.ts';
import type { RunInput } from '../run/run-recipe.ts';

/** More would take minutes to lay out and overlap in any picture. */
const mostCustomers = 20_000;

export interface UmapInput extends RunInput {
  umap: UmapRequest;
}

/** A projection before it is known who is in which segment. */
export interface UmapProjection extends Omit<Projection, 'points'> {
  points: Omit<Points, 'segments'>;
}

/**
 * Customers in the two dimensions of UMAP, from what the method of the recipe saw: at most 20,000, a sample by the seed where there are
 * more. `points.total` counts all that the recipe keeps. Throws as `prepare` does, and `cancelled`.
 */
export async function umapProjection(
  { table, recipe, umap }: UmapInput,
  effects: RunEffects = {},
): Promise<UmapProjection> {
  effects.onProgress?.({ step: 'Preparing features', done: null, rows: table.ids.length });
  const { matrix, rows, columns, kept } = prepare(table, recipe);
  const chosen = chooseRows(rows, mostCustomers, umap.seed);
  const places = await kernelCalls(effects, 'Drawing the map').umap(rowsOf(matrix, columns, chosen), {
    rows: chosen.length,
    columns,
    neighbours: Math.max(2, Math.min(umap.neighbours, chosen.length - 1)),
    minDistance: umap.minDistance,
    seed: umap.seed,
  });
  const axis = (at: number) => Array.from(chosen, (_, i) => places.embedding[2 * i + at] ?? 0);
  const shown = Array.from(chosen, (row) => kept[row] ?? 0);
  return { kind: 'umap', ratio: [], loadings: [], x: axis(0), y: axis(1), points: pointsOf(table, shown, rows) };
}

function rowsOf(matrix: Float64Array, columns: number, chosen: Int32Array): Float64Array {
  if (chosen.length * columns === matrix.length) return matrix;
  const sample = new Float64Array(chosen.length * columns);
  chosen.forEach((row, i) => {
    sample.set(matrix.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return sample;
}

/** As points everywhere: raw numbers, no categories. */
function pointsOf(table: FeatureTable, shown: readonly number[], total: number): UmapProjection['points'] {
  const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null);
  return {
    ids: shown.map((row) => table.ids[row] ?? ''),
    features: Object.fromEntries(
      Object.entries(table.numbers).map(([id, values]) => [id, shown.map((row) => finite(values[row]))]),
    ),
    shown: shown.length,
    total,
  };
}
