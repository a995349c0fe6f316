import { z } from 'zod';
import { umapRequestSchema } from './views/points.ts';
import { segmentTotalsSchema } from './views/segments.ts';

export const selectionRequestSchema = z.object({
  /** The map that was drawn on: principal components, or UMAP as it was asked for. */
  map: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('pca') }),
    umapRequestSchema.extend({ kind: z.literal('umap') }),
  ]),
  /** Corners of the lasso in the map's units, at least three; customers inside it (even-odd rule) are selected. */
  polygon: z
    .array(z.tuple([z.number(), z.number()]))
    .min(3)
    .max(5000),
});
export type SelectionRequest = z.infer<typeof selectionRequestSchema>;

export const selectionSchema = z.object({
  customers: z.number().int(),
  revenue: z.number().nullable(),
  bySegment: z.array(segmentTotalsSchema.pick({ id: true, customers: true })),
  /** Median of each numeric feature of the recipe: of those selected and of all. */
  medians: z.array(
    z.object({ feature: z.string(), label: z.string(), own: z.number().nullable(), all: z.number().nullable() }),
  ),
  /** Of highest revenue first, or in order of id where there is no revenue; at most 100. */
  first: z.array(z.object({ id: z.string(), segment: z.number().int(), revenue: z.number().nullable() })),
});
/** Who stands inside a lasso. */
export type Selection = z.infer<typeof selectionSchema>;
