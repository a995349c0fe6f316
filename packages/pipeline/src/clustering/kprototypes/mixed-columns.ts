import type { Preparation } from '@clientele/contracts';

/** Which prepared columns are numbers, and which belong together as one category. */
export interface MixedColumns {
  numbers: number[];
  categories: number[][];
}

/** Sorts prepared columns into numbers and categories, in the order of the features. */
export function mixedColumns({ columns }: Preparation): MixedColumns {
  const numbers: number[] = [];
  const categories = new Map<string, number[]>();
  columns.forEach(({ id, category }, index) => {
    if (category === null) numbers.push(index);
    else categories.set(id, [...(categories.get(id) ?? []), index]);
  });
  return { numbers, categories: [...categories.values()] };
}

/** Which value of a category a prepared row has: the place of its column among the category's, or their number where it is in none. */
export function codeOf(
  row: ArrayLike<number>,
  at: number,
  category: readonly number[],
  preparation: Preparation,
): number {
  const place = category.findIndex((index) => {
    const column = preparation.columns[index];
    return column !== undefined && (row[at + index] ?? 0) * column.divisor + column.center > 0.5;
  });
  return place < 0 ? category.length : place;
}
