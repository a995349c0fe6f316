import { quoteIdentifier, type Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from './bindings.ts';
import { customerCtes, featureColumn, storedColumn } from './customer-ctes.ts';
import { dataExtent } from './data-extent.ts';
import { featuresOffered } from './features-offered.ts';

/**
 * Stores all features on offer, one row a customer ordered by id, in the table `into` (replaced where it is there), so
 * that searches and pages need not read the lines. It holds for these lines and rules: make it again when they change.
 * A table of customers needs none, and nothing is done.
 */
export async function materialiseCustomers(session: Session, table: DataTable, into: string): Promise<void> {
  if (table.kind === 'customers') return;
  const scope = { filters: {} };
  const features = featuresOffered(table);
  const { asOf } = await dataExtent(session, table, scope);
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, features, scope, { asOf });
  const columns = features.map((_, i) => `, ${featureColumn(i)} as ${storedColumn(i)}`).join('');
  await session.run(
    `create or replace table ${quoteIdentifier(into)} as with ${ctes}
     select customer, line, country, revenue${columns} from customers order by customer`,
    bindings.values,
  );
}
