import { quoteIdentifier, type Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { attributeSql, joinAttributesSql } from './attribute-sql.ts';
import { storedColumn } from './customer-ctes.ts';
import { featuresOffered } from './features-offered.ts';
import type { Materialised } from './materialised.ts';

/**
 * Puts the attributes that a table has now in place of those stored, and changes nothing else: the same as `materialise` under the
 * same rules, but without reading the lines.
 */
export async function materialiseAttributes(
  session: Session,
  table: DataTable,
  { attributes: _, ...stored }: Materialised,
): Promise<Materialised> {
  const features = featuresOffered(table);
  const columns = features.map(({ id }, i) => `, ${attributeSql(table, id) ?? storedColumn(i)} as ${storedColumn(i)}`);
  const name = quoteIdentifier(stored.customers);
  await session.run(
    `create or replace table ${name} as
     select customer_no, customer, line, country, one_country, revenue${columns.join('')}
     from ${name} ${joinAttributesSql(table, features, 'customer')} order by customer`,
  );
  return { ...stored, ...(table.attributes !== undefined && { attributes: table.attributes.table }) };
}
