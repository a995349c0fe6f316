import type { Points } from './load-points.ts';

/** Distance between two rows, straight from the definition. */
export function distance({ points, columns }: Points, a: number, b: number): number {
  let sum = 0;
  for (let j = 0; j < columns; j++) sum += (points[a * columns + j] - points[b * columns + j]) ** 2;
  return Math.sqrt(sum);
}

/** Silhouettes from any distance, straight from Rousseeuw's definition. */
export function naiveSilhouettes(labels: ArrayLike<number>, between: (a: number, b: number) => number): number[] {
  const all = Array.from(labels);
  const rowsOf = (label: number): number[] => all.flatMap((other, row) => (other === label ? [row] : []));
  const meanTo = (i: number, rows: number[]): number => rows.reduce((sum, j) => sum + between(i, j), 0) / rows.length;
  return all.map((own, i) => {
    const mates = rowsOf(own).filter((row) => row !== i);
    if (mates.length === 0) return 0;
    const a = meanTo(i, mates);
    const b = Math.min(...[...new Set(all)].filter((label) => label !== own).map((label) => meanTo(i, rowsOf(label))));
    return a === b ? 0 : (b - a) / Math.max(a, b);
  });
}

/** Lowest sum of squares over every way to put the rows into at most k groups; for a dozen rows. */
export function bestInertia({ points, rows, columns }: Points, k: number): number {
  const labels = new Int32Array(rows);
  let best = Infinity;
  const cost = (): number => {
    let sum = 0;
    for (let c = 0; c < k; c++) {
      const own = Array.from(labels.keys()).filter((i) => labels[i] === c);
      for (let j = 0; j < columns; j++) {
        const mean = own.reduce((total, i) => total + points[i * columns + j], 0) / own.length;
        sum += own.reduce((total, i) => total + (points[i * columns + j] - mean) ** 2, 0);
      }
    }
    return sum;
  };
  const place = (row: number, used: number): void => {
    if (row === rows) {
      best = Math.min(best, cost());
      return;
    }
    for (let c = 0; c <= Math.min(used, k - 1); c++) {
      labels[row] = c;
      place(row + 1, Math.max(used, c + 1));
    }
  };
  place(0, 0);
  return best;
}
