/** The two principal components of a segmentation's customers: what each prepared column gives to them, and what is taken off at the end. */
export interface PlaneAxes {
  /** One a prepared column, in the order of the columns. */
  loadings: readonly { x: number; y: number }[];
  /** Where the mean of the prepared customers falls before it is made the middle. */
  origin: { x: number; y: number };
}

/** Where a prepared row falls on the plane; null where its columns are not those of the plane. Cost d. */
export function placeOf(row: Float64Array, { loadings, origin }: PlaneAxes): { x: number; y: number } | null {
  if (row.length !== loadings.length) return null;
  let [x, y] = [-origin.x, -origin.y];
  loadings.forEach((loading, column) => {
    const value = row[column] ?? 0;
    x += value * loading.x;
    y += value * loading.y;
  });
  return { x, y };
}
