import type { Random } from '../random/create-random.ts';

/**
 * Draws about `wanted` rows, stratified by cell: each cell gives its share and at least two rows where it has them, so that small cells
 * are seen whole where possible; with very many cells the sample is somewhat larger. `sorted` holds the rows cell after cell and is
 * put in another order.
 */
export function drawSample(
  sorted: Int32Array,
  population: Float64Array,
  wanted: number,
  random: Random,
): { rows: Int32Array; taken: Float64Array } {
  const taken = allot(population, wanted);
  const rows = new Int32Array(taken.reduce((sum, count) => sum + count, 0));
  let at = 0;
  for (let cell = 0, from = 0; cell < population.length; from += population[cell], cell++) {
    const members = sorted.subarray(from, from + population[cell]);
    for (let t = 0; t < taken[cell]; t++) {
      const other = t + random.integer(members.length - t);
      const row = members[other];
      members[other] = members[t];
      members[t] = row;
      rows[at++] = row;
    }
  }
  return { rows, taken };
}

/** Rows to take from each cell: at least an even part of a quarter of the sample. */
function allot(population: Float64Array, wanted: number): Float64Array {
  const fewest = Math.max(2, Math.floor(wanted / 4 / population.length));
  const rows = population.reduce((sum, size) => sum + size, 0);
  const isSmall = (size: number): boolean => (size * wanted) / rows <= fewest;
  let left = wanted;
  let rest = rows;
  for (const size of population) {
    if (!isSmall(size)) continue;
    left -= Math.min(size, fewest);
    rest -= size;
  }
  return population.map((size) =>
    Math.min(size, isSmall(size) ? fewest : Math.max(fewest, Math.round((size * left) / rest))),
  );
}
