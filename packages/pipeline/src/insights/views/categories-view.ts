import type { FeatureInfo } from '@clientele/contracts';
import type { DataTable } from '../../data-table.ts';
import { featuresOffered } from '../../features/features-offered.ts';
import { numberOf } from '../read-parts.ts';
import type { Reading, View } from './view.ts';

const mostValues = 100;

/** Customers by the value of each category, most first. Order lines offer no categories. */
export const categoriesView: View<'categories'> = {
  features: categoricalFeatures,
  read: ({ table, column }): Reading => {
    const columns = categoricalFeatures(table).map(({ id }) => column(id));
    if (columns.length === 0) return { parts: {} };
    return {
      parts: {
        values: {
          sql: `select f, value, count(*) as customers from (
              select unnest(cast([${columns.map((_, f) => f).join(', ')}] as integer[])) as f,
                unnest(cast([${columns.join(', ')}] as varchar[])) as value from customers)
            where value is not null group by f, value
            qualify row_number() over (partition by f order by customers desc, value) <= ${mostValues}`,
          order: 'r.f, r.customers desc, r.value',
        },
      },
    };
  },
  shape: ({ values = [] }, { table }) =>
    categoricalFeatures(table).map(({ id }, f) => ({
      feature: id,
      values: values
        .filter((row) => row.f === f)
        .map((row) => ({ value: String(row.value), customers: numberOf(row, 'customers') })),
    })),
};

function categoricalFeatures(table: DataTable): FeatureInfo[] {
  return featuresOffered(table).filter(({ unit }) => unit === 'category');
}
