import { type Engine, quoteIdentifier } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import type { FeaturesAsked } from '../features/compute-features.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { dataExtent } from '../features/data-extent.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import { resolveFeatures } from '../features/resolve-features.ts';

export interface CustomersParquetAsked extends FeaturesAsked {
  /** By segment id. */
  segmentNames: readonly string[];
}

/**
 * Writes customers.parquet: the rows and columns of customers.csv, in its order, of their own types: customer, country, one column a
 * feature (DOUBLE, or VARCHAR for a category), segment INTEGER, segment_name. Missing values and no segment are null, and texts stand
 * as they are. A feature that bears the name of another column gets a number behind it. Throws `feature-unknown`, and `nothing-kept`
 * where no customer is left.
 */
export async function writeCustomersParquet(
  engine: Engine,
  table: DataTable,
  asked: CustomersParquetAsked,
  path: string,
): Promise<void> {
  const features = resolveFeatures(table, asked.ids);
  const { asOf } = await dataExtent(engine, table, asked);
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, features, asked, { asOf });
  const taken = new Set(['customer', 'country', 'segment', 'segment_name']);
  const columns = features.map(({ id, unit }, i) => {
    const value = featureColumn(i);
    const cell = unit === 'category' ? value : `case when isfinite(${value}) then ${value} end`;
    return `, ${cell} as ${quoteIdentifier(freeName(taken, id))}`;
  });
  const names = asked.segmentNames.map((name, id) => ` when ${id} then ${bindings.bind(name)}`);
  const name = names.length === 0 ? 'cast(null as varchar)' : `cast(case segment${names.join('')} end as varchar)`;
  const rows = await engine.exportParquet(
    path,
    `with ${ctes} select customer, country${columns.join('')},
       case when segment >= 0 then segment end as segment, ${name} as segment_name
     from customers order by customer, line`,
    bindings.values,
  );
  if (rows === 0) throw nothingKept(table, asked.filters);
}

/** The name, or the name with a number where letters of either case have it already: readers of Parquet confuse those. */
function freeName(taken: Set<string>, name: string): string {
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name} ${n}`;
  taken.add(free.toLowerCase());
  return free;
}
