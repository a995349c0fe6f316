import { z } from 'zod';
import { conditionTests } from './condition-tests.ts';

export const rowColumnSchema = z.object({
  id: z.string(),
  label: z.string(),
  type: z.enum(['text', 'number', 'money', 'time']),
});
export type RowColumn = z.infer<typeof rowColumnSchema>;

export const rowPageSchema = z.object({
  columns: z.array(rowColumnSchema),
  /** Rows under the filters and the search. */
  total: z.number().int(),
  /** One list a row, a cell a column. */
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
});
/** A page of the cleaned rows. */
export type RowPage = z.infer<typeof rowPageSchema>;

export const columnConditionSchema = z.object({
  column: z.string(),
  test: z.enum(conditionTests),
  value: z.string().max(500),
});
/** What a column's cells must be. */
export type ColumnCondition = z.infer<typeof columnConditionSchema>;
