import type { Prepared } from '../preparation/prepare.ts';

/**
 * For every cluster and column (row-major, clusters x columns) by how many standard deviations of the base (ddof 0, after
 * the transform) the cluster's mean lies above the base's; 0 for a column that does not vary. The base holds everybody, also label -1. Does not depend on the scale.
 */
export function columnEffects(
  labels: Int32Array,
  clusters: number,
  prepared: Pick<Prepared, 'matrix' | 'rows' | 'columns'>,
): Float64Array {
  const { matrix, rows, columns } = prepared;
  const sizes = new Float64Array(clusters);
  const sums = new Float64Array(clusters * columns);
  const base = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    const label = labels[row] ?? 0;
    if (label >= 0) sizes[label] = (sizes[label] ?? 0) + 1;
    for (let column = 0; column < columns; column++) {
      const value = matrix[row * columns + column] ?? 0;
      if (label >= 0) sums[label * columns + column] = (sums[label * columns + column] ?? 0) + value;
      base[column] = (base[column] ?? 0) + value / rows;
    }
  }
  const squares = new Float64Array(columns);
  for (let at = 0; at < matrix.length; at++) {
    const column = at % columns;
    squares[column] = (squares[column] ?? 0) + ((matrix[at] ?? 0) - (base[column] ?? 0)) ** 2;
  }
  return sums.map((sum, at) => {
    const column = at % columns;
    const deviation = Math.sqrt((squares[column] ?? 0) / rows);
    const size = sizes[Math.floor(at / columns)] ?? 0;
    const difference = size === 0 ? 0 : sum / size - (base[column] ?? 0);
    return deviation > Math.abs(base[column] ?? 0) * 1e-12 ? difference / deviation : 0;
  });
}
