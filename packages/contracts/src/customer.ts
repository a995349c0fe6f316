import { z } from 'zod';
import { predictionSchema } from './prediction.ts';

export const customerRowSchema = z.object({
  id: z.string(),
  country: z.string().nullable(),
  segment: z.number().int().nullable(),
  /** Raw feature values by feature id. */
  features: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
});
export type CustomerRow = z.infer<typeof customerRowSchema>;

export const customerPageSchema = z.object({
  total: z.number().int(),
  rows: z.array(customerRowSchema),
});
/** A page of a list of customers. */
export type CustomerPage = z.infer<typeof customerPageSchema>;

export const customerDetailSchema = customerRowSchema.extend({
  firstOrder: z.string().nullable(),
  lastOrder: z.string().nullable(),
  /** One entry an order, oldest first; at most 2,000. */
  orders: z.array(
    z.object({ order: z.string(), time: z.string(), amount: z.number(), items: z.number(), lines: z.number().int() }),
  ),
  /** For each numeric feature where this customer stands among all. */
  against: z.array(
    z.object({
      feature: z.string(),
      label: z.string(),
      value: z.number().nullable(),
      /** Share of customers with a value at or below this one, 0 to 1. */
      rank: z.number().nullable(),
      p05: z.number(),
      p25: z.number(),
      median: z.number(),
      p75: z.number(),
      p95: z.number(),
    }),
  ),
  /** Where there is a segmentation: why the customer is in its segment. */
  prediction: predictionSchema.nullable(),
});
/** One customer's page. */
export type CustomerDetail = z.infer<typeof customerDetailSchema>;

export const similarCustomerSchema = z.object({
  id: z.string(),
  /** -1: none. */
  segment: z.number().int(),
  /** Euclidean, in prepared units. */
  distance: z.number(),
  features: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
});
/** A customer like another one. */
export type SimilarCustomer = z.infer<typeof similarCustomerSchema>;
