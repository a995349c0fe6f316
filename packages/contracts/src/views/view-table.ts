import { z } from 'zod';
import { categoryCountSchema, correlationsSchema, numberSummarySchema } from './features.ts';
import { kpiComparisonSchema, kpisSchema } from './kpis.ts';
import { cohortsSchema, monthSchema, weekHoursSchema } from './months.ts';
import { pointsSchema, projectionSchema } from './points.ts';
import { countryMonthsSchema, countryTotalsSchema, orderCountSchema, topCustomerSchema } from './rankings.ts';
import {
  categoryBySegmentSchema,
  countryBySegmentSchema,
  segmentBasketSchema,
  segmentProductsSchema,
  segmentStatisticsSchema,
  segmentTotalsSchema,
} from './segments.ts';
import { anomalyRuleSchema, grainSchema, seriesMeasureSchema, seriesSchema } from './series.ts';
import { type ViewName, viewNames } from './view-names.ts';

/**
 * Everything that figures are drawn from, by name: what a screen, a report or an export needs is asked for in one batch and computed once.
 * Views of a segmentation (segment...) hold the customers as they were when it was made; the others what the rules and filters leave now.
 */
export const viewSchemas = {
  kpis: kpisSchema,
  kpiComparison: kpiComparisonSchema,
  months: z.array(monthSchema),
  weekHours: weekHoursSchema,
  cohorts: cohortsSchema,
  topCustomers: z.array(topCustomerSchema),
  countries: z.array(countryTotalsSchema),
  countryMonths: countryMonthsSchema,
  orderCounts: z.array(orderCountSchema),
  points: pointsSchema,
  segmentTotals: z.array(segmentTotalsSchema),
  numbers: z.array(numberSummarySchema),
  categories: z.array(categoryCountSchema),
  correlations: correlationsSchema,
  series: seriesSchema,
  segmentStatistics: z.array(segmentStatisticsSchema),
  segmentCountries: z.array(countryBySegmentSchema),
  segmentCategories: z.array(categoryBySegmentSchema),
  segmentProducts: z.array(segmentProductsSchema),
  segmentBaskets: z.array(segmentBasketSchema),
  segmentProjection: projectionSchema,
} as const satisfies Record<ViewName, z.ZodType>;

export type Views = { [Name in ViewName]: z.infer<(typeof viewSchemas)[Name]> };
export const viewNameSchema = z.enum(viewNames);

const count = (fallback: number, least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback);

/** What views can be asked besides the filters; each reads what it knows. */
export const viewOptionsShape = {
  /** topCustomers: how many. */
  top: count(10, 1, 100),
  /** points, segmentProjection: how many customers at most. */
  points: count(5000, 0, 20_000),
  /** series */
  grain: grainSchema.default('month'),
  measure: seriesMeasureSchema.default('revenue'),
  rule: anomalyRuleSchema.default('seasonal'),
  /** series by the rolling rule: steps looked back at, and standard deviations allowed. */
  window: count(6, 3, 400),
  deviations: z.coerce.number().min(1).max(10).default(3),
} as const;

export const viewOptionsSchema = z.object(viewOptionsShape).extend({
  /** points, numbers, correlations, segmentStatistics, segmentProjection: feature ids; absent: those that the view holds by itself. */
  features: z.array(z.string()).optional(),
});
export type ViewOptions = z.infer<typeof viewOptionsSchema>;

/** The views asked for. `filters` and `asOf` say what they were computed under. */
export const viewsAnswerSchema = z.object({
  asOf: z.string().nullable(),
  views: z.object(viewSchemas).partial(),
});
export type ViewsAnswer = z.infer<typeof viewsAnswerSchema>;
