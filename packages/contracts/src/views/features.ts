import { z } from 'zod';

export const binsSchema = z.object({
  /** One more than counts, ascending, in the feature's own unit. */
  edges: z.array(z.number()),
  counts: z.array(z.number().int()),
});
export type Bins = z.infer<typeof binsSchema>;

export const numberSummarySchema = z.object({
  feature: z.string(),
  label: z.string(),
  count: z.number().int(),
  missing: z.number().int(),
  mean: z.number().nullable(),
  /** Of the population. */
  standardDeviation: z.number().nullable(),
  min: z.number().nullable(),
  /** Interpolated (type 7). */
  q25: z.number().nullable(),
  median: z.number().nullable(),
  q75: z.number().nullable(),
  max: z.number().nullable(),
  /** The last values within 1.5 interquartile ranges of the quartiles (Tukey), and how many customers lie beyond them. */
  whiskers: z.tuple([z.number(), z.number()]).nullable(),
  outliers: z.number().int(),
  skewness: z.number().nullable(),
  /** Skewness after log1p; null where a value is negative. */
  skewnessLog: z.number().nullable(),
  /** Bins of equal width; null without values. */
  histogram: binsSchema.nullable(),
  /** Bins of equal width on the log1p scale; null where a value is negative. */
  histogramLog: binsSchema.nullable(),
});
/** One numeric feature over the customers shown. */
export type NumberSummary = z.infer<typeof numberSummarySchema>;

export const categoryCountSchema = z.object({
  feature: z.string(),
  values: z.array(z.object({ value: z.string(), customers: z.number().int() })),
});
export type CategoryCount = z.infer<typeof categoryCountSchema>;

export const correlationsSchema = z.object({
  features: z.array(z.object({ id: z.string(), label: z.string() })),
  /** Row by row over `features`; null where a feature does not vary. Customers with both values count. */
  pearson: z.array(z.array(z.number().nullable())),
  /** Of ranks (ties get their mean rank). */
  spearman: z.array(z.array(z.number().nullable())),
});
/** How the numeric features go together. */
export type Correlations = z.infer<typeof correlationsSchema>;
