import { z } from 'zod';
import { pointsSchema } from './overview.ts';

export const umapRequestSchema = z.object({
  /** Customers that count as near: few show detail, many the whole. */
  neighbours: z.number().int().min(2).max(200).default(15),
  /** How near to each other like customers may be drawn. */
  minDistance: z.number().min(0).max(0.99).default(0.1),
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
});
/** How UMAP is to draw. */
export type UmapRequest = z.infer<typeof umapRequestSchema>;

export const projectionSchema = z.object({
  kind: z.enum(['pca', 'umap']),
  /** Principal components of the prepared features: shares of variance and the arrows of the features. Empty for UMAP. */
  ratio: z.array(z.number()),
  loadings: z.array(z.object({ label: z.string(), x: z.number(), y: z.number() })),
  x: z.array(z.number()),
  y: z.array(z.number()),
  points: pointsSchema,
});
/** Customers in two dimensions; `points` holds the same customers in the same order with their raw features. */
export type Projection = z.infer<typeof projectionSchema>;

export const statisticSchema = z.object({
  feature: z.string(),
  label: z.string(),
  count: z.number().int(),
  mean: z.number().nullable(),
  standardDeviation: z.number().nullable(),
  min: z.number().nullable(),
  q25: z.number().nullable(),
  median: z.number().nullable(),
  q75: z.number().nullable(),
  max: z.number().nullable(),
});

export const segmentStatisticsSchema = z.object({
  /** Null: all customers under the filters. */
  segment: z.number().int().nullable(),
  customers: z.number().int(),
  revenue: z.number().nullable(),
  features: z.array(statisticSchema),
});

export const segmentsViewSchema = z.object({
  /** One entry a segment in segment order, and last the one for all customers. */
  statistics: z.array(segmentStatisticsSchema),
  /** Customers by country and segment, most customers first, at most 12 countries. */
  countries: z.array(
    z.object({ country: z.string(), customers: z.number().int(), bySegment: z.array(z.number().int()) }),
  ),
  /** Customers by category value and segment, a list a categorical column. */
  categories: z.array(
    z.object({
      feature: z.string(),
      values: z.array(
        z.object({ value: z.string(), customers: z.number().int(), bySegment: z.array(z.number().int()) }),
      ),
    }),
  ),
});
/** The numbers of the Segments screen under the filters. */
export type SegmentsView = z.infer<typeof segmentsViewSchema>;
export type SegmentStatistics = z.infer<typeof segmentStatisticsSchema>;

export const featureShapeSchema = z.object({
  id: z.string(),
  label: z.string(),
  skewness: z.number().nullable(),
  /** Skewness after log1p; null where a value is negative. */
  skewnessLog: z.number().nullable(),
  missing: z.number().int(),
  /** Counts in 16 bins, on the scale with the lower skewness. */
  histogram: z.array(z.number().int()),
});
/** The shape of a feature, for the recipe form. */
export type FeatureShape = z.infer<typeof featureShapeSchema>;
