import { z } from 'zod';
import { defaultRules, rulesSchema } from './cleaning.ts';
import { dataFiltersSchema } from './filters.ts';
import { type DatasetKind, mappingSchema } from './mapping.ts';
import { methodSchema, parameters } from './methods.ts';

export const transformSchema = z.enum(['none', 'log', 'auto']);
/** `log` is log1p of every feature; `auto` takes it feature by feature where it lowers the skew. */
export type Transform = z.infer<typeof transformSchema>;

export const scaleSchema = z.enum(['none', 'standard', 'minmax', 'robust']);
/** `standard` divides by the population standard deviation; `robust` by the interquartile range around the median. */
export type Scale = z.infer<typeof scaleSchema>;

export const missingSchema = z.enum(['median', 'drop']);
/** What is done with a customer that lacks a chosen feature: the median is filled in, or the customer is left out. */
export type Missing = z.infer<typeof missingSchema>;

const { k, fromK, toK, starts, seed, batchRows, height, gamma, eps, minClusterSize, minSamples } = parameters;
const within = ({ range }: { range: { min: number; max: number } }) => z.number().min(range.min).max(range.max);
const whole = (parameter: { range: { min: number; max: number } }) => within(parameter).int();

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
  k: z.union([whole(k), z.literal('auto')]).default('auto'),
  fromK: whole(fromK).default(fromK.default),
  toK: whole(toK).default(toK.default),
  /** Independent starts; the best is kept. */
  starts: whole(starts).default(starts.default),
  seed: whole(seed).default(seed.default),
  // Parameters of some methods only: a recipe holds those of its own method, filled in from the table.
  batchRows: whole(batchRows).optional(),
  height: z.union([within(height), z.literal('none')]).optional(),
  covariance: z.enum(parameters.covariance.choices).optional(),
  gamma: z.union([within(gamma), z.literal('auto')]).optional(),
  eps: z.union([within(eps), z.literal('auto')]).optional(),
  minClusterSize: z.union([whole(minClusterSize), z.literal('auto')]).optional(),
  minSamples: z.union([whole(minSamples), z.literal('auto')]).optional(),
  selection: z.enum(parameters.selection.choices).optional(),
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
