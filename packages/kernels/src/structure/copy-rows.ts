/** Copies the named rows one after the other. */
export function copyRows(points: Float64Array, columns: number, rowOf: Int32Array, into: Float64Array): void {
  for (let i = 0, to = 0; i < rowOf.length; i++) {
    for (let j = 0, from = rowOf[i] * columns; j < columns; j++) into[to++] = points[from++];
  }
}
