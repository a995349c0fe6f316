import { z } from 'zod';

/** A calendar date, YYYY-MM-DD. */
export const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date like 2011-12-09');

export const dataFiltersSchema = z.object({
  /** First day, included. */
  from: dateSchema.optional(),
  /** Last day, included. */
  to: dateSchema.optional(),
  countries: z.array(z.string()).optional(),
});
/** Filters on the data a recipe runs on. */
export type DataFilters = z.infer<typeof dataFiltersSchema>;

export const filtersSchema = dataFiltersSchema.extend({
  /** Segment ids of the segmentation shown. */
  segments: z.array(z.number().int()).optional(),
  customer: z.string().optional(),
});
/** The filter bar: every screen obeys it and the address remembers it. */
export type Filters = z.infer<typeof filtersSchema>;
