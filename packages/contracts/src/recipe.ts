import { z } from 'zod';
import { rulesSchema } from './cleaning.ts';
import { dataFiltersSchema } from './filters.ts';
import { mappingSchema } from './mapping.ts';
import { methods, parameters } from './methods.ts';
import { missings, momentPattern, recipeDefaults, scales, transforms } from './recipe-choices.ts';
import { rfmSchemeSchema } from './rfm.ts';
import { defaultRules } from './rules.ts';

export const transformSchema = z.enum(transforms);
export const scaleSchema = z.enum(scales);
export const missingSchema = z.enum(missings);
export const methodSchema = z.enum(methods);

const { k, fromK, toK, starts, seed, batchRows, height, gamma, eps, minClusterSize, minSamples } = parameters;
const within = ({ range }: { range: { min: number; max: number } }) => z.number().min(range.min).max(range.max);
const whole = (parameter: { range: { min: number; max: number } }) => within(parameter).int();

/** What the user chooses in the Lab or at the prompt. Defaults are the ones of the command. */
export const recipeInputSchema = z.object({
  filters: dataFiltersSchema.default({}),
  /** A date (its first moment) or a time; null: the last kept line plus one day. */
  asOf: z
    .string()
    .regex(momentPattern, 'a date like 2011-12-10 or a time like 2011-12-10 12:50')
    .nullable()
    .default(null),
  /** Feature ids; empty: those suggested for the dataset. */
  features: z.array(z.string()).default([]),
  transform: transformSchema.default(recipeDefaults.transform),
  scale: scaleSchema.default(recipeDefaults.scale),
  missing: missingSchema.default(recipeDefaults.missing),
  method: methodSchema.default(recipeDefaults.method),
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
  /** The grid of RFM scores; absent: five scores and the eleven groups. */
  rfm: rfmSchemeSchema.optional(),
});
export type RecipeInput = z.infer<typeof recipeInputSchema>;

/** A recipe: what was chosen, and how the data were read and cleaned. With the same data it gives the same answer. */
export const recipeSchema = recipeInputSchema.extend({
  version: z.literal(1),
  data: z.object({
    name: z.string(),
    mapping: mappingSchema,
    rules: rulesSchema.default(defaultRules),
    /** Where features of the recipe are attributes joined by the customer's id: the table of customers that they come from. */
    attributes: z.object({ name: z.string(), mapping: mappingSchema }).optional(),
  }),
});
export type Recipe = z.infer<typeof recipeSchema>;
