import { z } from 'zod';
import { rfmAxes, rfmPresetIds, rfmScoreRange, rfmTies } from './rfm-choices.ts';
import { problemSchema } from './source.ts';

const rangeSchema = z
  .tuple([z.number().int().min(1).max(rfmScoreRange.max), z.number().int().min(1).max(rfmScoreRange.max)])
  .refine(([low, high]) => low <= high, 'the first score of a range must not be above the last');

export const rfmBoxSchema = z.object({
  /** First and last score, both counted in; 1 is the worst. */
  r: rangeSchema,
  /** Of the joined score of frequency and monetary; with axes `r-fm`. */
  fm: rangeSchema.optional(),
  /** With axes `r-f-m`. */
  f: rangeSchema.optional(),
  m: rangeSchema.optional(),
});
/** A block of the grid: ranges of scores. A range left out holds every score. */
export type RfmBox = z.infer<typeof rfmBoxSchema>;

export const rfmGroupSchema = z.object({ name: z.string().trim().min(1).max(80), boxes: z.array(rfmBoxSchema) });
/** A named group of the grid: the codes in any of its boxes that no group before it has. */
export type RfmGroup = z.infer<typeof rfmGroupSchema>;

const ascending = z
  .array(z.number())
  .max(rfmScoreRange.max - 1)
  .refine((cuts) => cuts.every((cut, i) => i === 0 || cut >= (cuts[i - 1] ?? cut)), 'cut points must ascend');
export const rfmCutsSchema = z.object({ recency: ascending, frequency: ascending, monetary: ascending });
/** scores - 1 cut points a feature: a score is 1 plus the number of cuts at or below the value; for recency, scores less that number. */
export type RfmCuts = z.infer<typeof rfmCutsSchema>;

export const rfmSchemeSchema = z
  .object({
    /** Scores of each feature, 1 the worst. */
    scores: z.number().int().min(rfmScoreRange.min).max(rfmScoreRange.max).default(5),
    /** `r-fm`: recency against frequency and monetary joined; `r-f-m`: all three. */
    axes: z.enum(rfmAxes).default('r-fm'),
    /** `quantile`: scores hold about as many customers each; or fixed cut points in the units of the features. */
    cuts: z.union([z.literal('quantile'), rfmCutsSchema]).default('quantile'),
    /** With quantiles: `customers` cuts so many customers apart, `values` so many different values, so that a shared value cannot fill several scores. */
    ties: z.enum(rfmTies).default('customers'),
    /** Of frequency and monetary in their joined score, which is their weighted mean, halves rounded to the even score. */
    weights: z
      .object({ frequency: z.number().min(0).max(100), monetary: z.number().min(0).max(100) })
      .refine(({ frequency, monetary }) => frequency + monetary > 0, 'one of the weights must be above 0')
      .default({ frequency: 1, monetary: 1 }),
    /** In order: where boxes overlap, the first group has the code. A code of no group leaves its customers in no segment. */
    groups: z.array(rfmGroupSchema).min(1).max(60),
  })
  .superRefine(({ scores, axes, cuts, groups }, context) => {
    const names = groups.map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (twice !== undefined)
      context.addIssue({ code: 'custom', path: ['groups'], message: `two groups are called ${twice}` });
    for (const { name, boxes } of groups) {
      for (const { r, fm, f, m } of boxes) {
        if ([r, fm, f, m].some((range) => range !== undefined && range[1] > scores))
          context.addIssue({ code: 'custom', path: ['groups'], message: `${name} names a score above ${scores}` });
        if (axes === 'r-fm' ? f !== undefined || m !== undefined : fm !== undefined)
          context.addIssue({
            code: 'custom',
            path: ['groups'],
            message: `${name} has a range that the axes ${axes} do not have`,
          });
      }
    }
    if (cuts !== 'quantile' && Object.values(cuts).some((each) => each.length !== scores - 1))
      context.addIssue({
        code: 'custom',
        path: ['cuts'],
        message: `${scores} scores need ${scores - 1} cut points each`,
      });
  });
/** How customers are scored and which scores make which group: all that the RFM studio edits. */
export type RfmScheme = z.infer<typeof rfmSchemeSchema>;

export const rfmPresetSchema = z.object({
  id: z.enum(rfmPresetIds),
  label: z.string(),
  /** Where it comes from, and what the linter says of it on no customers. */
  source: z.string(),
  scheme: rfmSchemeSchema,
  problems: z.array(problemSchema),
});
/** A published grid. */
export type RfmPreset = z.infer<typeof rfmPresetSchema>;

export const rfmCodeSchema = z.object({
  r: z.number().int(),
  f: z.number().int(),
  m: z.number().int(),
  /** Joined score of f and m by the scheme's weights. */
  fm: z.number().int(),
  /** Index into the scheme's groups; -1 where no group has the code. */
  group: z.number().int(),
  customers: z.number().int(),
  revenue: z.number(),
});
/** One code of the grid with its customers. */
export type RfmCode = z.infer<typeof rfmCodeSchema>;

export const rfmGridSchema = z.object({
  scheme: rfmSchemeSchema,
  /** As they came out, also where they follow from quantiles. */
  cuts: rfmCutsSchema,
  customers: z.number().int(),
  revenue: z.number(),
  /** Codes that have customers. */
  codes: z.array(rfmCodeSchema),
  /** In the order of the scheme. */
  groups: z.array(
    z.object({
      name: z.string(),
      /** Codes of the whole grid that the group gets. */
      codes: z.number().int(),
      customers: z.number().int(),
      share: z.number(),
      revenue: z.number(),
      revenueShare: z.number(),
    }),
  ),
  /** Customers that no group has. */
  unassigned: z.number().int(),
  /** What the linter found: uncovered codes, overlaps, unreachable groups, tiny groups, ties. */
  problems: z.array(problemSchema),
});
/** A scheme held against the customers: sizes, revenue, and what is wrong with it. */
export type RfmGrid = z.infer<typeof rfmGridSchema>;
