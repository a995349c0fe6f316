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
  /** Where it falls on the two principal components of the segmentation's customers; null where they are not known. */
  place: z.object({ x: z.number(), y: z.number() }).nullable(),
});
export type Prediction = z.infer<typeof predictionSchema>;

export const scoredFileSchema = z.object({
  /** For the download. */
  id: z.string(),
  name: z.string(),
  rows: z.number().int(),
  bySegment: z.array(z.object({ segment: z.number().int(), name: z.string(), customers: z.number().int() })),
});
/** What scoring a file came to. */
export type ScoredFile = z.infer<typeof scoredFileSchema>;
