import { type Problem, squaredDistance } from '../kmeans/problem.ts';

/** Mean silhouette of each labelling, measured among the rows given alone; 0 where it has one cluster. Cost m² x (d + labellings). */
export function sampledSilhouettes(
  { points, columns }: Problem,
  rowOf: Int32Array,
  labelings: readonly Int32Array[],
): Float64Array {
  const counts = labelings.map((labels) => labels.reduce((most, label) => Math.max(most, label + 1), 1));
  const begins = counts.map((_, l) => counts.slice(0, l).reduce((sum, count) => sum + count, 0));
  const width = counts.reduce((sum, count) => sum + count, 0);
  const cells = new Int32Array(rowOf.length * labelings.length);
  const sizes = new Float64Array(width);
  for (let i = 0, at = 0; i < rowOf.length; i++) {
    for (let l = 0; l < labelings.length; l++) {
      const cell = begins[l] + labelings[l][rowOf[i]];
      cells[at++] = cell;
      sizes[cell]++;
    }
  }
  const totals = new Float64Array(rowOf.length * width);
  for (let i = 0; i < rowOf.length; i++) {
    for (let j = 0; j < i; j++) {
      const distance = Math.sqrt(squaredDistance(points, rowOf[i] * columns, points, rowOf[j] * columns, columns));
      for (let l = 0; l < labelings.length; l++) {
        totals[i * width + cells[j * labelings.length + l]] += distance;
        totals[j * width + cells[i * labelings.length + l]] += distance;
      }
    }
  }
  return Float64Array.from(labelings, (_, l) => {
    let sum = 0;
    for (let i = 0; i < rowOf.length; i++) {
      const own = cells[i * labelings.length + l];
      if (sizes[own] < 2) continue;
      const inside = totals[i * width + own] / (sizes[own] - 1);
      let outside = Infinity;
      for (let cell = begins[l]; cell < begins[l] + counts[l]; cell++) {
        if (cell !== own && sizes[cell] > 0) outside = Math.min(outside, totals[i * width + cell] / sizes[cell]);
      }
      const larger = Math.max(inside, outside);
      if (outside < Infinity && larger > 0) sum += (outside - inside) / larger;
    }
    return sum / rowOf.length;
  });
}
