import { z } from 'zod';

/** Raw feature values by feature id: a number, or the value of a category; null or absent where missing. */
export const featureValuesSchema = z.record(z.string(), z.union([z.number(), z.string(), z.null()]));
export type FeatureValues = z.infer<typeof featureValuesSchema>;

export const predictionSchema = z.object({
  segment: z.number().int(),
  name: z.string(),
  /** 0 to 1: how clearly this segment and not another. */
  confidence: z.number(),
  runnerUp: z.object({ segment: z.number().int(), name: z.string(), confidence: z.number() }).nullable(),
  /** For every segment: distance to its centre in prepared space (k-means) or null, and its confidence. */
  scores: z.array(
    z.object({ segment: z.number().int(), name: z.string(), distance: z.number().nullable(), confidence: z.number() }),
  ),
  /** Features that were missing and filled in, or lie outside what the model saw. */
  notes: z.array(z.string()),
});
export type Prediction = z.infer<typeof predictionSchema>;
