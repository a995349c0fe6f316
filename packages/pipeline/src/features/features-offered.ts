import { defaultOrderFeatures, type FeatureInfo, orderFeatureIds, orderFeatures } from '@clientele/contracts';
import type { DataTable } from '../data-table.ts';

/**
 * The features that a table can give: for order lines those of the catalogue whose columns are mapped, for a table of
 * customers its columns, with the column's name as id and label.
 */
export function featuresOffered(table: Pick<DataTable, 'kind' | 'mapping' | 'columns'>): FeatureInfo[] {
  if (table.kind === 'customers')
    return table.columns.map((column) => ({
      id: column.name,
      label: column.name,
      unit: column.type === 'category' ? 'category' : 'number',
      meaning: column.why ?? (column.type === 'category' ? 'a category of the table' : 'a number of the table'),
      suggested: column.suggested,
      values: column.values,
    }));
  const { product, description, quantity } = table.mapping.roles;
  return orderFeatureIds
    .filter((id) => id !== 'distinctProducts' || product !== undefined || description !== undefined)
    .filter((id) => id !== 'itemsPerOrder' || quantity !== undefined)
    .map((id) => {
      const { label, unit, meaning } = orderFeatures[id];
      return { id, label, unit, meaning, suggested: defaultOrderFeatures.includes(id), values: [] };
    });
}
