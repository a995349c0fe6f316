import type { Group } from './groups.ts';
import { type Category, products } from './products.ts';
import { runningSums } from './weighted.ts';

const demand: Partial<Record<Category, number>> = {
  coffee: 1.3,
  table: 1.2,
  lighting: 0.7,
  garden: 0.7,
  christmas: 0.05,
};
const festiveDemand: Partial<Record<Category, number>> = { christmas: 2.4, gifts: 1.5, candles: 1.4, garden: 0.5 };

/** Weights of all products, as running sums, for a group outside and inside the Christmas season. */
export interface ProductMix {
  plain: Float64Array;
  festive: Float64Array;
}

/** What a group buys: popularity falls with the place on the shelf, as one over its square root. */
export function productMix(group: Group): ProductMix {
  const weights = (festive: boolean): number[] => {
    let place = 0;
    let shelf: Category | null = null;
    return products.map(({ category }) => {
      place = category === shelf ? place + 1 : 1;
      shelf = category;
      const wanted = (festive ? festiveDemand[category] : undefined) ?? demand[category] ?? 1;
      return (wanted * (group.taste[category] ?? 1)) / Math.sqrt(place);
    });
  };
  return { plain: runningSums(weights(false)), festive: runningSums(weights(true)) };
}
