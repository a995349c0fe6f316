import type { Filters, SelectionRequest } from '@clientele/contracts';
import { computeFeatures, customerRows, customersCsv, customersInside, segmentColumnsOf } from '@clientele/pipeline';
import { readLabels } from '../store/write-members.ts';
import { lassoOf } from './lasso-of.ts';
import { segmentationShown } from './shown.ts';
import type { Workshop } from './workshop.ts';

/** The customers inside a lasso under the filters as customers.csv, piece by piece, and the name of the segmentation. */
export async function selectionCsv(
  workshop: Workshop,
  segmentationId: string,
  filters: Filters,
  request: SelectionRequest,
): Promise<{ name: string; csv: AsyncGenerator<string> }> {
  const { engine } = workshop;
  const { table, scope, shown } = await segmentationShown(workshop, segmentationId, filters);
  const { name, document } = shown.segmentation;
  const inside = await customersInside(engine, scope, await lassoOf(workshop, shown, request));
  const features = await computeFeatures(engine, table, { ...scope, ids: document.recipe.features });
  const labels = await readLabels(engine, shown.members, features.ids);
  const csv = customersCsv({
    rows: insideOnly(customerRows(features, labels), inside),
    features: features.features,
    segments: segmentColumnsOf(document),
  });
  return { name, csv };
}

function* insideOnly<Row extends { id: string }>(rows: Iterable<Row>, inside: ReadonlySet<string>): Generator<Row> {
  for (const row of rows) if (inside.has(row.id)) yield row;
}
