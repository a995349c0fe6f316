import { z } from 'zod';

export const kpisSchema = z.object({
  customers: z.number().int(),
  revenue: z.number(),
  orders: z.number().int(),
  averageOrderValue: z.number().nullable(),
  /** Means over customers, not over lines. */
  recency: z.number().nullable(),
  frequency: z.number().nullable(),
  monetary: z.number().nullable(),
  oneTimeCustomers: z.number().int(),
});
export type Kpis = z.infer<typeof kpisSchema>;

const periodKpisSchema = z.object({ from: z.string(), to: z.string(), kpis: kpisSchema });

export const kpiComparisonSchema = z
  .object({
    kind: z.enum(['period-before', 'halves']),
    current: periodKpisSchema,
    before: periodKpisSchema,
  })
  .nullable();
/**
 * The key figures against the period before of equal length, or, where there is none, the two halves compared; null for a table of
 * customers.
 */
export type KpiComparison = z.infer<typeof kpiComparisonSchema>;
