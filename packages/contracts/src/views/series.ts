import { z } from 'zod';
import { anomalyRules, grains, seriesMeasures } from './series-choices.ts';

export const grainSchema = z.enum(grains);
export const seriesMeasureSchema = z.enum(seriesMeasures);
export const anomalyRuleSchema = z.enum(anomalyRules);

export const driverSchema = z.object({
  kind: z.enum(['country', 'product', 'customer']),
  name: z.string(),
  /** Amount in the unusual step, and the usual amount: the median of the like steps. */
  value: z.number(),
  usual: z.number(),
  /** value - usual over the whole deviation; above 1 where others went the other way. */
  share: z.number(),
});
/** What an unusual amount was made of. */
export type Driver = z.infer<typeof driverSchema>;

export const alertSchema = z.object({
  /** First day of the step. */
  start: z.string(),
  value: z.number(),
  expected: z.number(),
  /** value - expected, in the measure's unit. */
  difference: z.number(),
  /** In revenue, whatever the measure; null for a table without money. */
  money: z.number().nullable(),
  /** Distance from the expected in robust standard deviations, signed. */
  score: z.number(),
  /** Strongest first; of revenue. */
  drivers: z.array(driverSchema),
});
export type Alert = z.infer<typeof alertSchema>;

export const seriesSchema = z.object({
  grain: grainSchema,
  measure: seriesMeasureSchema,
  rule: anomalyRuleSchema,
  /** Steps after which the season returns: 7 days, 52 weeks, 12 months; null where the data are too short to know one. */
  period: z.number().int().nullable(),
  steps: z.array(
    z.object({
      /** First day. */
      start: z.string(),
      value: z.number(),
      /** Null where the rule has nothing to expect yet. */
      expected: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      /** False for a step that the data do not wholly cover. */
      isFinished: z.boolean(),
      isUnusual: z.boolean(),
    }),
  ),
  /** Latest first. */
  alerts: z.array(alertSchema),
});
/** One measure over time, what was to be expected, and where it was not so. */
export type Series = z.infer<typeof seriesSchema>;
