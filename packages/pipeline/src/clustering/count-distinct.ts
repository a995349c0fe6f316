/** How many different rows a matrix has, counted no further than `enough`. */
export function countDistinct(matrix: Float64Array, rows: number, columns: number, enough: number): number {
  const seen = new Set<string>();
  for (let row = 0; row < rows && seen.size < enough; row++) {
    seen.add(matrix.subarray(row * columns, (row + 1) * columns).join(' '));
  }
  return seen.size;
}
