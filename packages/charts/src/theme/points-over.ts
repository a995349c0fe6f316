import type { Density, Projection } from '@clientele/contracts';

/** So many points stand over a density at most: those who stand alone, and a thin choice of the others. */
const mostAlone = 600;
const mostOthers = 250;
/** Customers in a cell and those around it; with so few, a point is seen where a shade is not. */
const few = 3;

/** Every so many-th of a list, at most so many, always the same. */
function thinned<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, at) => at % step === 0);
}

/** The indexes of the points that stand over a density, in order: outliers, which cells hardly show, and an even choice of the others. */
export function pointsOver({ x, y }: Pick<Projection, 'x' | 'y'>, density: Density): number[] {
  const { left, right, bottom, top, columns, rows, cells, counts } = density;
  const counted = new Map(cells.map((cell, at) => [cell, counts[at] ?? 0]));
  const isLonely = (column: number, row: number): boolean => {
    let near = 0;
    for (let up = Math.max(0, row - 1); up <= Math.min(rows - 1, row + 1); up += 1)
      for (let across = Math.max(0, column - 1); across <= Math.min(columns - 1, column + 1); across += 1)
        near += counted.get(up * columns + across) ?? 0;
    return near <= few;
  };
  const alone: number[] = [];
  const others: number[] = [];
  x.forEach((across, index) => {
    const up = y[index] ?? Number.NaN;
    if (!Number.isFinite(across) || !Number.isFinite(up)) return;
    const isOutside = across < left || across > right || up < bottom || up > top;
    const column = Math.min(columns - 1, Math.floor(((across - left) / (right - left)) * columns));
    const row = Math.min(rows - 1, Math.floor(((up - bottom) / (top - bottom)) * rows));
    (isOutside || isLonely(column, row) ? alone : others).push(index);
  });
  return [...thinned(alone, mostAlone), ...thinned(others, mostOthers)].sort((one, other) => one - other);
}
