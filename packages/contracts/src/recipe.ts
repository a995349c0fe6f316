import { z } from 'zod';
import { defaultRules, rulesSchema } from './cleaning.ts';
import { dataFiltersSchema } from './filters.ts';
import { type DatasetKind, mappingSchema } from './mapping.ts';

export const methods = ['kmeans', 'rfm'] as const;
export const methodSchema = z.enum(methods);
export type Method = z.infer<typeof methodSchema>;
export const methodLabels: Record<Method, string> = { kmeans: 'k-means', rfm: 'RFM scores' };

export const transformSchema = z.enum(['none', 'log', 'auto']);
/** `log` is log1p of every feature; `auto` takes it feature by feature where it lowers the skew. */
export type Transform = z.infer<typeof transformSchema>;

export const scaleSchema = z.enum(['none', 'standard', 'minmax', 'robust']);
/** `standard` divides by the population standard deviation; `robust` by the interquartile range around the median. */
export type Scale = z.infer<typeof scaleSchema>;

export const missingSchema = z.enum(['median', 'drop']);
/** What is done with a customer that lacks a chosen feature: the median is filled in, or the customer is left out. */
export type Missing = z.infer<typeof missingSchema>;

export const limits = {
  k: { min: 2, max: 50 },
  starts: { min: 1, max: 1000 },
  seed: { min: 0, max: 4294967295 },
} as const;

/** By how much the log has to lower the size of a feature's skewness before the transform `auto` takes it. */
export const autoLogGain = 0.5;

/** What the user chooses in the Lab or at the prompt. Defaults are the ones of the command. */
export const recipeInputSchema = z.object({
  filters: dataFiltersSchema.default({}),
  /** A date (its first moment) or a time; null: the last kept line plus one day. */
  asOf: z
    .string()
    .regex(
      /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/,
      'a date like 2011-12-10 or a time like 2011-12-10 12:50',
    )
    .nullable()
    .default(null),
  /** Feature ids; empty: those suggested for the dataset. */
  features: z.array(z.string()).default([]),
  transform: transformSchema.default('auto'),
  scale: scaleSchema.default('standard'),
  missing: missingSchema.default('median'),
  method: methodSchema.default('kmeans'),
  /** Number of segments; `auto` takes the recommended one of fromK..toK. */
  k: z.union([z.number().int().min(limits.k.min).max(limits.k.max), z.literal('auto')]).default('auto'),
  fromK: z.number().int().min(limits.k.min).max(limits.k.max).default(2),
  toK: z.number().int().min(limits.k.min).max(limits.k.max).default(10),
  /** Independent starts of k-means; the best inertia is kept. */
  starts: z.number().int().min(limits.starts.min).max(limits.starts.max).default(10),
  seed: z.number().int().min(limits.seed.min).max(limits.seed.max).default(1),
});
export type RecipeInput = z.infer<typeof recipeInputSchema>;

/** A recipe: what was chosen, and how the data were read and cleaned. With the same data it gives the same answer. */
export const recipeSchema = recipeInputSchema.extend({
  version: z.literal(1),
  data: z.object({
    name: z.string(),
    mapping: mappingSchema,
    rules: rulesSchema.default(defaultRules),
  }),
});
export type Recipe = z.infer<typeof recipeSchema>;

/** Name of the segmentation that a dataset gets when it is imported: the default recipe's. */
export function firstSegmentationName(kind: DatasetKind): string {
  return kind === 'orders' ? 'RFM, k-means' : 'k-means';
}
