import type { UmapRequest } from '@clientele/contracts';
import { kernelCalls, type RunEffects } from '../clustering/kernel-calls.ts';
import { chooseRows } from '../preparation/choose-rows.ts';
import { prepare } from '../preparation/prepare.ts';
import type { RunInput } from '../run/run-recipe.ts';

/** More would take minutes to lay out. */
const mostFitted = 20_000;
/** Of more other customers each is settled for 10 passes instead of 67: in less than half the time, and a trustworthiness of 0.961 for 0.965. */
const mostSettled = 100_000;
const quickEpochs = 30;

export interface UmapInput extends RunInput {
  umap: UmapRequest;
  /** Customers that the map is made from; the others are placed in it. */
  most?: number;
}

/** A place for each customer of the table, NaN for those that the recipe leaves out; `z` is null in two dimensions. */
export interface UmapPlaces {
  x: Float64Array;
  y: Float64Array;
  z: Float64Array | null;
}

/**
 * All customers in the two or three dimensions of UMAP, from what the method of the recipe saw: the map is made from at most 20,000, a
 * sample by the seed where there are more, and the others are placed in it by UMAP's transform (McInnes, Healy and Melville 2018), each on
 * its own: some 20 s a million on two cores. Throws as `prepare` does, and `cancelled`.
 */
export async function umapPlaces(
  { table, recipe, umap, most = mostFitted }: UmapInput,
  effects: RunEffects = {},
): Promise<UmapPlaces> {
  const { dimensions, minDistance, seed } = umap;
  effects.onProgress?.({ step: 'Preparing features', done: null, rows: table.ids.length });
  const { matrix, rows, columns, kept } = prepare(table, recipe);
  const chosen = chooseRows(rows, most, seed);
  const { model, embedding } = await kernelCalls(effects, 'Drawing the map').umap(rowsOf(matrix, columns, chosen), {
    rows: chosen.length,
    columns,
    dimensions,
    neighbours: Math.max(2, Math.min(umap.neighbours, chosen.length - 1)),
    minDistance,
    seed,
  });
  const axes = Array.from({ length: dimensions }, () => new Float64Array(table.ids.length).fill(Number.NaN));
  const place = (from: Float64Array, placed: Int32Array) => {
    placed.forEach((row, i) => {
      axes.forEach((axis, d) => {
        axis[kept[row]!] = from[i * dimensions + d]!;
      });
    });
  };
  place(embedding, chosen);
  const others = complement(rows, chosen);
  if (others.length > 0) {
    const points = rowsOf(matrix, columns, others);
    const calls = kernelCalls(effects, 'Placing the other customers');
    const fit = others.length > mostSettled ? { ...model, epochs: quickEpochs } : model;
    place(await calls.umapTransform(fit, points, { rows: others.length, columns }), others);
  }
  return { x: axes[0]!, y: axes[1]!, z: axes[2] ?? null };
}

/** The rows that are not among the chosen ones, both ascending. */
function complement(rows: number, chosen: Int32Array): Int32Array {
  const others = new Int32Array(rows - chosen.length);
  let at = 0;
  for (let row = 0, c = 0; row < rows; row++) {
    if (chosen[c] === row) c++;
    else others[at++] = row;
  }
  return others;
}

function rowsOf(matrix: Float64Array, columns: number, chosen: Int32Array): Float64Array {
  if (chosen.length * columns === matrix.length) return matrix;
  const sample = new Float64Array(chosen.length * columns);
  chosen.forEach((row, i) => {
    sample.set(matrix.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return sample;
}
