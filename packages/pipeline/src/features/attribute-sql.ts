import type { FeatureInfo } from '@clientele/contracts';
import { quoteIdentifier } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';

/** SQL of a joined attribute, null for a feature that is none: over what `joinAttributesSql` joins. */
export function attributeSql({ attributes }: DataTable, id: string): string | null {
  const at = attributes?.columns.findIndex((column) => column.id === id) ?? -1;
  return at < 0 ? null : `f${at}`;
}

/** The join that brings the attributes among these features; empty where there are none. `customer` is SQL of the customer's id. */
export function joinAttributesSql(table: DataTable, features: readonly FeatureInfo[], customer: string): string {
  const columns = features.flatMap(({ id }) => attributeSql(table, id) ?? []);
  if (table.attributes === undefined || columns.length === 0) return '';
  return `left join (select customer as attributes_of, ${columns.join(', ')} from ${quoteIdentifier(table.attributes.table)})
    on attributes_of = ${customer}`;
}
