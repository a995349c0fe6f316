import { z } from 'zod';
import { umapRanges } from './umap-ranges.ts';

export const pointsSchema = z.object({
  /** Customer ids, and for each the segment (-1: none) and one array a feature. At most `shown` of `total` customers, chosen evenly. */
  ids: z.array(z.string()),
  segments: z.array(z.number().int()),
  features: z.record(z.string(), z.array(z.number().nullable())),
  shown: z.number().int(),
  total: z.number().int(),
});
/** Customers as points. */
export type Points = z.infer<typeof pointsSchema>;

export const densitySchema = z.object({
  /** The rectangle that the cells part evenly, left to right and bottom to top. */
  left: z.number(),
  right: z.number(),
  bottom: z.number(),
  top: z.number(),
  columns: z.number().int(),
  rows: z.number().int(),
  /** For each cell with customers: its number (row * columns + column), how many, and the segment of most of them (-1: none). */
  cells: z.array(z.number().int()),
  counts: z.array(z.number().int()),
  segments: z.array(z.number().int()),
});
/** How many customers stand where, counted over all of them: what points cannot show. */
export type Density = z.infer<typeof densitySchema>;

const within = ({ min, max }: { min: number; max: number }) => z.number().min(min).max(max);
const { neighbours, minDistance, seed } = umapRanges;

export const umapRequestSchema = z.object({
  /** Customers that count as near: few show detail, many the whole. */
  neighbours: within(neighbours).int().default(neighbours.default),
  /** How near to each other like customers may be drawn. */
  minDistance: within(minDistance).default(minDistance.default),
  dimensions: z.union([z.literal(2), z.literal(3)]).default(2),
  seed: within(seed).int().default(seed.default),
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
  /** Third dimension; empty where there are two. */
  z: z.array(z.number()),
  points: pointsSchema,
  /** Over all customers where not all are points; null where all are, or in three dimensions. */
  density: densitySchema.nullable(),
});
/** Customers in two or three dimensions; `points` holds the same customers in the same order with their raw features. */
export type Projection = z.infer<typeof projectionSchema>;
