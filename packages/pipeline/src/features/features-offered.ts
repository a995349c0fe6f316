import { defaultOrderFeatures, type FeatureInfo, orderFeatureIds, orderFeatures } from '@clientele/contracts';
import type { DataTable } from '../data-table.ts';

/**
 * The features that a table can give: for order lines those of the catalogue whose columns are mapped, for a table of
 * customers its columns, with the column's name as id and label. Attributes joined to order lines come last, and are
 * never suggested.
 */
export function featuresOffered(table: Pick<DataTable, 'kind' | 'mapping' | 'columns' | 'attributes'>): FeatureInfo[] {
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
  const own: FeatureInfo[] = orderFeatureIds
    .filter((id) => id !== 'distinctProducts' || product !== undefined || description !== undefined)
    .filter((id) => id !== 'itemsPerOrder' || quantity !== undefined)
    .map((id) => {
      const { label, unit, meaning } = orderFeatures[id];
      return { id, label, unit, meaning, suggested: defaultOrderFeatures.includes(id), values: [] };
    });
  return [...own, ...attributesOffered(table)];
}

function attributesOffered({ attributes }: Pick<DataTable, 'attributes'>): FeatureInfo[] {
  if (attributes === undefined) return [];
  return attributes.columns.map(({ id, name, type, values }) => ({
    id,
    label: id,
    unit: type === 'category' ? 'category' : 'number',
    meaning: `${name} of ${attributes.name}, by the customer's id`,
    suggested: false,
    values,
  }));
}
