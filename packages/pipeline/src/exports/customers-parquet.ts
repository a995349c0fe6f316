import { type Engine, quoteIdentifier, writeTable } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { computeFeatures, type FeaturesAsked } from '../features/compute-features.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { dataExtent } from '../features/data-extent.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import { resolveFeatures } from '../features/resolve-features.ts';
import { columnNames } from './column-names.ts';
import { customerRows } from './customer-rows.ts';
import { confidenceIn, type SegmentColumns } from './segment-columns.ts';

export interface CustomersParquetAsked extends FeaturesAsked {
  segments: SegmentColumns;
  /** Name of a table that there is not: it holds the confidences, as long as the file is written. */
  scratch: string;
  /** The segment of each of these customers, -1 for none. */
  labelsOf(ids: readonly string[]): Promise<Int32Array>;
}

/**
 * Writes customers.parquet: the rows and columns of customers.csv, in its order, of their own types: customer, country, one column a
 * feature (DOUBLE, or VARCHAR for a category), segment INTEGER, segment_name, segment_confidence DOUBLE, segment_stability. Missing values
 * and no segment are null, and texts stand as they are. A feature that bears the name of another column gets a number behind it. Throws `feature-unknown`, and `nothing-kept`
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
  const names = columnNames(features.map(({ id }) => id));
  const columns = features.map(({ id, unit }, i) => {
    const value = featureColumn(i);
    const cell = unit === 'category' ? value : `case when isfinite(${value}) then ${value} end`;
    return `, ${cell} as ${quoteIdentifier(names.get(id) ?? id)}`;
  });
  const bySegment = (texts: readonly string[]): string => {
    const cases = texts.map((text, id) => ` when ${id} then ${bindings.bind(text)}`);
    return cases.length === 0 ? 'cast(null as varchar)' : `cast(case segment${cases.join('')} end as varchar)`;
  };
  const { segments } = asked;
  const quoted = quoteIdentifier(asked.scratch);
  try {
    await writeConfidences(engine, table, asked);
    const rows = await engine.exportParquet(
      path,
      `with ${ctes}, numbered as (select *, row_number() over (order by customer, line) as number from customers)
       select customer, country${columns.join('')}, case when segment >= 0 then segment end as segment,
         ${bySegment(segments.names)} as segment_name, ${quoted}.confidence as segment_confidence,
         ${bySegment(segments.grades)} as segment_stability
       from numbered left join ${quoted} on ${quoted}.row = numbered.number order by number`,
      bindings.values,
    );
    if (rows === 0) throw nothingKept(table, asked.filters);
  } finally {
    await engine.run(`drop table if exists ${quoted}`);
  }
}

/** The scratch table: the confidence of each customer by number, counted from 1 in the order of the file. */
async function writeConfidences(engine: Engine, table: DataTable, asked: CustomersParquetAsked): Promise<void> {
  const features = await computeFeatures(engine, table, asked);
  const labels = await asked.labelsOf(features.ids);
  const values = Float64Array.from(
    customerRows(features, labels),
    (row) => confidenceIn(asked.segments, row) ?? Number.NaN,
  );
  await writeTable(engine, asked.scratch, [
    { name: 'row', type: 'DOUBLE', values: Float64Array.from(values, (_, row) => row + 1) },
    { name: 'confidence', type: 'DOUBLE', values },
  ]);
}
