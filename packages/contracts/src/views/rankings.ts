import { z } from 'zod';

export const topCustomerSchema = z.object({
  id: z.string(),
  country: z.string().nullable(),
  orders: z.number().int(),
  revenue: z.number(),
  segment: z.number().int().nullable(),
});
export type TopCustomer = z.infer<typeof topCustomerSchema>;

export const countryTotalsSchema = z.object({
  name: z.string(),
  customers: z.number().int(),
  orders: z.number().int(),
  revenue: z.number(),
});
export type CountryTotals = z.infer<typeof countryTotalsSchema>;

export const countryMonthsSchema = z.object({
  /** YYYY-MM, none left out between the first and the last. */
  months: z.array(z.string()),
  /** Highest revenue first; `revenue` has one entry a month. */
  countries: z.array(z.object({ name: z.string(), revenue: z.array(z.number()) })),
});
/** Revenue by country and month. */
export type CountryMonths = z.infer<typeof countryMonthsSchema>;

export const orderCountSchema = z.object({
  /** Orders of a customer; the last entry may stand for this many and more. */
  orders: z.number().int(),
  customers: z.number().int(),
  revenue: z.number(),
});
/** Customers by their number of orders. */
export type OrderCount = z.infer<typeof orderCountSchema>;
