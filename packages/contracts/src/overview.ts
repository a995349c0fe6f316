import { z } from 'zod';
import { dataFiltersSchema } from './filters.ts';

export const kpisSchema = z.object({
  customers: z.number().int(),
  revenue: z.number(),
  orders: z.number().int(),
  averageOrderValue: z.number().nullable(),
  /** Means over customers, not over lines. */
  recency: z.number().nullable(),
  frequency: z.number().nullable(),
  monetary: z.number().nullable(),
  oneTimeCustomers: z.number().int(),
});
export type Kpis = z.infer<typeof kpisSchema>;

export const monthSchema = z.object({
  /** YYYY-MM */
  month: z.string(),
  revenue: z.number(),
  orders: z.number().int(),
  customers: z.number().int(),
  /** Days of the month that the data (or the date filter) cover; fewer than all: an unfinished month. */
  days: z.number().int(),
  daysInMonth: z.number().int(),
});
export type Month = z.infer<typeof monthSchema>;

export const topCustomerSchema = z.object({
  id: z.string(),
  country: z.string().nullable(),
  orders: z.number().int(),
  revenue: z.number(),
  segment: z.number().int().nullable(),
});
export type TopCustomer = z.infer<typeof topCustomerSchema>;

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

export const categoryCountSchema = z.object({
  feature: z.string(),
  values: z.array(z.object({ value: z.string(), customers: z.number().int() })),
});

export const numberSummarySchema = z.object({
  feature: z.string(),
  label: z.string(),
  count: z.number().int(),
  missing: z.number().int(),
  mean: z.number().nullable(),
  median: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  skewness: z.number().nullable(),
  /** Counts in 20 equal bins from min to max. */
  histogram: z.array(z.number().int()),
});
/** One numeric feature over the customers shown. */
export type NumberSummary = z.infer<typeof numberSummarySchema>;

export const overviewSchema = z.object({
  /** The filters as applied. */
  filters: dataFiltersSchema,
  asOf: z.string().nullable(),
  kpis: kpisSchema,
  /** The same for the period before of equal length, or, where there is none, the two halves compared; null for a table of customers. */
  comparison: z
    .object({
      kind: z.enum(['period-before', 'halves']),
      current: z.object({ from: z.string(), to: z.string(), kpis: kpisSchema }),
      before: z.object({ from: z.string(), to: z.string(), kpis: kpisSchema }),
    })
    .nullable(),
  months: z.array(monthSchema),
  topCustomers: z.array(topCustomerSchema),
  countries: z.array(
    z.object({ name: z.string(), customers: z.number().int(), orders: z.number().int(), revenue: z.number() }),
  ),
  points: pointsSchema,
  /** Per segment of the segmentation shown, under the filters. */
  segments: z.array(
    z.object({ id: z.number().int(), customers: z.number().int(), orders: z.number().int(), revenue: z.number() }),
  ),
  numbers: z.array(numberSummarySchema),
  categories: z.array(categoryCountSchema),
});
/** Everything the Overview shows. For a table of customers the money and the months are empty and `numbers`, `categories` speak. */
export type Overview = z.infer<typeof overviewSchema>;
