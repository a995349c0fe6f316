import type { CustomerRow } from '@clientele/contracts';
import type { FeatureTable } from '../features/feature-table.ts';

/** The customers of a table, in its order, each with its segment of `labels` (-1: none). */
export function* customerRows(table: FeatureTable, labels: Int32Array): Generator<CustomerRow> {
  for (const [row, id] of table.ids.entries()) {
    const features = table.features.map((feature): [string, number | string | null] => {
      const value = table.numbers[feature.id]?.[row] ?? table.categories[feature.id]?.[row] ?? null;
      return [feature.id, typeof value === 'number' && Number.isNaN(value) ? null : value];
    });
    const label = labels[row] ?? -1;
    yield {
      id,
      country: table.countries[row] ?? null,
      segment: label < 0 ? null : label,
      features: Object.fromEntries(features),
    };
  }
}
