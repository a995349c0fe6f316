import { z } from 'zod';
import { methodSchema } from './recipe.ts';

const sideSchema = z.object({
  /** Of a stored segmentation its id; of one read from a file its name. */
  id: z.string(),
  name: z.string(),
  method: methodSchema.nullable(),
  /** Names of the segments, in segment order. */
  segments: z.array(z.string()),
});

export const comparisonSchema = z.object({
  first: sideSchema,
  second: sideSchema,
  /** Customers that both know; those that only one knows are left out and counted. */
  customers: z.number().int(),
  onlyFirst: z.number().int(),
  onlySecond: z.number().int(),
  /** Customers by segment of the first (rows) and of the second (columns); no segment is the last row and the last column. */
  table: z.array(z.array(z.number().int())),
  /** 1: the same parts; 0: what chance gives; null where there is too little to compare. */
  adjustedRandIndex: z.number().nullable(),
  adjustedMutualInformation: z.number().nullable(),
  /** The one-to-one matching of segments that keeps most customers together. */
  matches: z.array(
    z.object({
      first: z.number().int(),
      second: z.number().int(),
      customers: z.number().int(),
      /** Customers in both over customers in either, 0 to 1. */
      jaccard: z.number(),
    }),
  ),
  /** Customers whose segments are matched, over all compared, 0 to 1. */
  matched: z.number(),
});
/** Two segmentations of the same customers side by side. */
export type Comparison = z.infer<typeof comparisonSchema>;
