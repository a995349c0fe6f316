import { z } from 'zod';

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
  /** -1: customers in no segment. Null: all customers under the filters. */
  segment: z.number().int().nullable(),
  customers: z.number().int(),
  revenue: z.number().nullable(),
  features: z.array(statisticSchema),
});
/** One entry a segment in segment order, then, where there are such customers, the one for those in none, and last the one for all. */
export type SegmentStatistics = z.infer<typeof segmentStatisticsSchema>;

export const segmentTotalsSchema = z.object({
  /** -1: customers in no segment. */
  id: z.number().int(),
  customers: z.number().int(),
  orders: z.number().int(),
  revenue: z.number(),
});
export type SegmentTotals = z.infer<typeof segmentTotalsSchema>;

export const countryBySegmentSchema = z.object({
  country: z.string(),
  customers: z.number().int(),
  bySegment: z.array(z.number().int()),
});
/** Customers of a country by segment. */
export type CountryBySegment = z.infer<typeof countryBySegmentSchema>;

export const categoryBySegmentSchema = z.object({
  feature: z.string(),
  values: z.array(z.object({ value: z.string(), customers: z.number().int(), bySegment: z.array(z.number().int()) })),
});
/** Customers by the value of a category and by segment. */
export type CategoryBySegment = z.infer<typeof categoryBySegmentSchema>;

export const segmentProductSchema = z.object({
  product: z.string(),
  /** Most frequent description of the product's code; null where there is only one name. */
  description: z.string().nullable(),
  customers: z.number().int(),
  orders: z.number().int(),
  items: z.number(),
  revenue: z.number(),
  /** Share of the segment's customers who bought it, over the share of all customers: 2 is bought twice as often. */
  lift: z.number(),
});
export const segmentProductsSchema = z.object({
  segment: z.number().int(),
  /** Highest revenue first. */
  top: z.array(segmentProductSchema),
  /** Highest lift first, of products that at least 5 and at least 2 % of the segment's customers bought and with a lift beyond chance. */
  unusual: z.array(segmentProductSchema),
});
/** What a segment buys, and what it buys more often than others. */
export type SegmentProducts = z.infer<typeof segmentProductsSchema>;
export type SegmentProduct = z.infer<typeof segmentProductSchema>;

export const segmentBasketSchema = z.object({
  /** -1: customers in no segment. Null: all. */
  segment: z.number().int().nullable(),
  orders: z.number().int(),
  averageOrderValue: z.number().nullable(),
  medianOrderValue: z.number().nullable(),
  /** Pieces and different products of an order, means over orders; null where the data do not say. */
  itemsPerOrder: z.number().nullable(),
  productsPerOrder: z.number().nullable(),
  /** Revenue over pieces. */
  pricePerItem: z.number().nullable(),
  /** pricePerItem over that of all customers: 1.2 buys a fifth dearer. */
  priceLevel: z.number().nullable(),
});
/** How a segment fills its baskets. */
export type SegmentBasket = z.infer<typeof segmentBasketSchema>;
