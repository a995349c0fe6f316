import { z } from 'zod';

export const bandSchema = z.object({ expected: z.number(), low: z.number(), high: z.number() });
/** What was to be expected of a value, and the range, ends included, in which it is not unusual. */
export type Band = z.infer<typeof bandSchema>;

export const monthSchema = z.object({
  /** YYYY-MM */
  month: z.string(),
  revenue: z.number(),
  orders: z.number().int(),
  customers: z.number().int(),
  /** Customers whose first order of all (whatever dates are filtered) is in the month, and what they bought in it. */
  newCustomers: z.number().int(),
  newRevenue: z.number(),
  /** Revenue of lines that name no customer: neither new nor returning. */
  unknownRevenue: z.number(),
  /** Days of the month that the data (or the date filter) cover; fewer than all: an unfinished month. */
  days: z.number().int(),
  daysInMonth: z.number().int(),
  /** By the seasonal rule of `series`; null where nothing is expected: of too few months, of an unfinished one, of equal ones. */
  usual: z.object({ revenue: bandSchema.nullable(), customers: bandSchema.nullable() }),
});
export type Month = z.infer<typeof monthSchema>;

export const weekHoursSchema = z.object({
  /** Orders and their revenue by weekday (row 0: Monday) and hour of the order's first line; 7 rows of 24. */
  orders: z.array(z.array(z.number().int())),
  revenue: z.array(z.array(z.number())),
  /** False where no time of the data has an hour: everything stands at midnight. */
  hasHours: z.boolean(),
});
/** When orders are placed. */
export type WeekHours = z.infer<typeof weekHoursSchema>;

export const cohortsSchema = z.object({
  /** By the month of a customer's first order of all (whatever dates are filtered), oldest first; at most 36, the latest. */
  cohorts: z.array(
    z.object({
      /** YYYY-MM */
      month: z.string(),
      /** Customers whose first order it holds. */
      customers: z.number().int(),
      /** Customers with an order so many months later, from 0 on; null for months that the data or the date filter do not cover. */
      active: z.array(z.number().int().nullable()),
    }),
  ),
  /** False where the last month that is covered is not covered to its end. */
  isLastMonthFinished: z.boolean(),
});
/** Who came back, and when. */
export type Cohorts = z.infer<typeof cohortsSchema>;
