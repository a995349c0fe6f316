import type { Explanation, FeatureValues, SegmentationDocument } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { Effects } from '../../effects.ts';
import type { FeatureTable } from '../../features/feature-table.ts';
import { readNewCustomers, type ScoreOptions } from '../../prediction/score-source.ts';
import { createExplainer } from './create-explainer.ts';

/** Customers of a file, and the explanation of each row of them as it is asked for. */
export interface ExplainedSource {
  table: FeatureTable;
  explain(row: number): Explanation;
}

/** Reads a file of customers, with a column for each feature or with order lines, and explains them by a frozen segmentation. Throws what scoreSource throws. */
export async function explainSource(
  effects: Pick<Effects, 'engine' | 'signal' | 'onProgress'>,
  session: Session,
  path: string,
  document: SegmentationDocument,
  options: ScoreOptions = {},
): Promise<ExplainedSource> {
  const { table } = await readNewCustomers(effects, session, path, document, options);
  const explain = createExplainer(document);
  // The table's features stand in the order of the model's, by the names that the file has for them.
  const ids = [...new Set(document.preparation.columns.map(({ id }) => id))];
  const valuesOf = (row: number): FeatureValues =>
    Object.fromEntries(
      table.features.map(({ id }, index) => {
        const number = table.numbers[id]?.[row];
        const value = number === undefined ? table.categories[id]?.[row] : Number.isNaN(number) ? null : number;
        return [ids[index] ?? id, value ?? null];
      }),
    );
  return { table, explain: (row) => explain(valuesOf(row)) };
}
