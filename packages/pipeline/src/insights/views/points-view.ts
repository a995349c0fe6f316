import type { FeatureInfo, ViewOptions } from '@clientele/contracts';
import type { DataTable } from '../../data-table.ts';
import { featuresOffered } from '../../features/features-offered.ts';
import { resolveFeatures } from '../../features/resolve-features.ts';
import { numberOf, numberOrNull, type Part } from '../read-parts.ts';
import type { View } from './view.ts';

/** Of the customers shown, those of highest revenue that are always among them. */
const alwaysShown = 100;

/**
 * Customers as points, ordered by id. Where there are more than asked for, the hundred of highest revenue (at most half)
 * are shown and of all customers in order of id every n-th, so that the same data give the same points.
 */
export const pointsView: View<'points'> = {
  features: pointFeatures,
  read: ({ table, asked, column }) => {
    const columns = pointFeatures(table, asked.options).map(({ id }) => column(id));
    return {
      parts: {
        all: { sql: 'select count(*) as n from customers' },
        points: pointsPart(columns, asked.options.points),
      },
    };
  },
  shape({ all, points = [] }, { table, asked, column }) {
    const features = pointFeatures(table, asked.options).map(({ id }) => [id, column(id)] as const);
    return {
      ids: points.map((row) => String(row.customer)),
      segments: points.map((row) => numberOrNull(row, 'segment') ?? -1),
      features: Object.fromEntries(features.map(([id, name]) => [id, points.map((row) => numberOrNull(row, name))])),
      shown: points.length,
      total: numberOf(all?.[0], 'n'),
    };
  },
};

/** Numbers only: those asked for, else those suggested, of a table of customers all. */
function pointFeatures(table: DataTable, { features = [] }: ViewOptions): FeatureInfo[] {
  const isAll = features.length === 0 && table.kind === 'customers';
  const found = isAll ? featuresOffered(table) : resolveFeatures(table, features);
  return found.filter(({ unit }) => unit !== 'category');
}

function pointsPart(columns: readonly string[], most: number): Part {
  const always = Math.min(alwaysShown, Math.floor(most / 2));
  const spread = most - always;
  const top = `select customer_key, line from customers order by revenue desc nulls last, customer_key, line limit ${always}`;
  return {
    sql: `select customer, segment, place${columns.map((column) => `, ${column}`).join('')} from (
        select *, row_number() over (order by customer_key, line) - 1 as place from customers),
        (select count(*) as total from customers)
      where total <= ${most} or (place * ${spread}) % total < ${spread} or (customer_key, line) in (${top})`,
    order: 'r.place',
  };
}
