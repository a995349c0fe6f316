/** Checks that `value` is a whole number of at least `least`; RangeError otherwise. */
export function checkCount(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${name} must be a whole number of at least ${least}, got ${value}`);
  }
}

/** Checks that `points` holds exactly rows x columns numbers, at least one; RangeError with the arithmetic otherwise. */
export function checkShape(points: Float64Array, rows: number, columns: number): void {
  checkCount('rows', rows, 1);
  checkCount('columns', columns, 1);
  if (points.length !== rows * columns) {
    throw new RangeError(
      `points must hold rows x columns = ${rows} x ${columns} = ${rows * columns} numbers, got ${points.length}`,
    );
  }
}

/** Refuses NaN and infinities with a RangeError naming the first one's row and column, counted from 0. */
export function checkFinite(points: Float64Array, columns: number): void {
  for (let i = 0; i < points.length; i++) {
    if (!Number.isFinite(points[i])) {
      throw new RangeError(
        `points must be finite numbers, got ${points[i]} in row ${Math.floor(i / columns)}, column ${i % columns} (counted from 0)`,
      );
    }
  }
}

/** Checks one finite weight of at least 0 a row, not all 0. */
export function checkWeights(weights: Float64Array, rows: number): void {
  if (weights.length !== rows) {
    throw new RangeError(`weights must hold one number a row, rows = ${rows}, got ${weights.length}`);
  }
  let total = 0;
  for (let i = 0; i < rows; i++) {
    const w = weights[i];
    if (!(w >= 0 && w < Infinity)) throw new RangeError(`weights must be finite and at least 0, got ${w} in row ${i}`);
    total += w;
  }
  if (!(total > 0 && total < Infinity)) throw new RangeError(`weights must have a finite sum above 0, got ${total}`);
}

/** Checks one label of 0 or more a row and gives the number of clusters: the largest label plus 1, all of them in use. */
export function checkLabels(labels: Int32Array, rows: number): number {
  if (labels.length !== rows) {
    throw new RangeError(`labels must hold one number a row, rows = ${rows}, got ${labels.length}`);
  }
  let clusters = 0;
  for (let i = 0; i < rows; i++) {
    if (labels[i] < 0 || labels[i] >= rows) {
      throw new RangeError(`labels must be 0 to rows - 1 = ${rows - 1}, got ${labels[i]} in row ${i}`);
    }
    if (labels[i] >= clusters) clusters = labels[i] + 1;
  }
  const used = new Uint8Array(clusters);
  for (let i = 0; i < rows; i++) used[labels[i]] = 1;
  const gap = used.indexOf(0);
  if (gap >= 0) throw new RangeError(`labels must run 0 to ${clusters - 1} without a gap, but no row has ${gap}`);
  return clusters;
}
