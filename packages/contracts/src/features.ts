import { z } from 'zod';
import { featureUnits } from './order-features.ts';

export const featureUnitSchema = z.enum(featureUnits);

export const featureInfoSchema = z.object({
  /** An order feature's id, or the column's name in a table of customers. */
  id: z.string(),
  label: z.string(),
  unit: featureUnitSchema,
  meaning: z.string(),
  suggested: z.boolean(),
  /** Category values, most frequent first; empty for numbers. */
  values: z.array(z.string()),
});
/** A feature on offer in a dataset. */
export type FeatureInfo = z.infer<typeof featureInfoSchema>;
