import type {
  FeatureInfo,
  FeatureValues,
  Method,
  OrderFeatureId,
  RecipeInput,
  SegmentationDocument,
} from '@clientele/contracts';
import { openDuckdb } from '@clientele/engines/duckdb';
import { simulateShop } from '@clientele/simulator';
import { computeFeatures } from '../../../features/compute-features.ts';
import type { FeatureTable } from '../../../features/feature-table.ts';
import { type MadeLine, makeOrders } from '../../../features/testing/made-tables.ts';
import { runRecipe } from '../../../run/run-recipe.ts';
import { testRecipe } from '../../../run/testing/tables.ts';

/** The customers of a simulated shop with these features. */
export async function shopTable(customers: number, ids: readonly OrderFeatureId[]): Promise<FeatureTable> {
  const engine = await openDuckdb({ threads: 2 });
  try {
    const lines = [...simulateShop({ customers, days: 365 }).orders()].flatMap((line): MadeLine[] =>
      line.quantity > 0 && /^20\d\d-\d\d-\d\d /.test(line.time)
        ? [{ ...line, time: line.time, amount: Math.round(100 * line.quantity * line.unitPrice) / 100 }]
        : [],
    );
    return await computeFeatures(engine, await makeOrders(engine, 'shop', lines), { ids, filters: {} });
  } finally {
    await engine.close();
  }
}

/** A table with its countries as a category of two values. */
export function withRegion(table: FeatureTable): FeatureTable {
  const region: FeatureInfo = {
    id: 'Region',
    label: 'Region',
    unit: 'category',
    meaning: '',
    suggested: true,
    values: [],
  };
  return {
    ...table,
    features: [...table.features, region],
    categories: { Region: table.countries.map((value) => (value === 'United Kingdom' ? value : 'Abroad')) },
  };
}

/** A segmentation of a table, and the raw values of each of its customers. */
export async function segmented(
  table: FeatureTable,
  recipe: Partial<RecipeInput> & { method: Method },
): Promise<{ document: SegmentationDocument; customers: FeatureValues[] }> {
  const kind = table.asOf === null ? 'customers' : 'orders';
  const { document } = await runRecipe({ table, recipe: testRecipe({ starts: 3, ...recipe }, kind) });
  return { document, customers: table.ids.map((_, row) => valuesOf(table, row)) };
}

/** The raw features of a row; null where missing. */
export function valuesOf(table: FeatureTable, row: number): FeatureValues {
  return Object.fromEntries(
    table.features.map(({ id }) => {
      const number = table.numbers[id]?.[row];
      return [id, number === undefined ? (table.categories[id]?.[row] ?? null) : Number.isNaN(number) ? null : number];
    }),
  );
}
