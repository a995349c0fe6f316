import { z } from 'zod';
import { ruleDialects, stabilityGrades } from './evidence-choices.ts';
import { methods } from './methods.ts';
import { featureValuesSchema } from './prediction.ts';
import { problemSchema } from './source.ts';

export const structureSchema = z.object({
  verdict: z.enum(['natural-groups', 'slices']),
  /** Natural groups found; 1 where there are none to tell apart. */
  groups: z.number().int(),
  /** The verdict for a reader. */
  sentence: z.string(),
  /** How the segments of this segmentation stand to the verdict, for a reader. */
  about: z.string(),
  /** For each k tried: groups parted by valleys, and silhouettes of these customers and of data that have no groups. */
  candidates: z.array(
    z.object({
      k: z.number().int(),
      parted: z.number().int(),
      /** p-value of the dip test between the two clusters least parted. */
      weakest: z.number(),
      silhouette: z.number(),
      /** The higher mean silhouette of a box and of one Gaussian, which have no groups. */
      expected: z.number(),
    }),
  ),
  references: z.array(
    z.object({
      /** Evenly in a box along the principal axes; one Gaussian of the same covariance; the columns permuted. */
      kind: z.enum(['box', 'gaussian', 'permuted']),
      sets: z.number().int(),
      /** Index by index with `candidates`. */
      silhouettes: z.array(z.number()),
    }),
  ),
  gap: z.object({
    k: z.number().int(),
    decided: z.boolean(),
    candidates: z.array(z.object({ k: z.number().int(), gap: z.number(), error: z.number() })),
  }),
  /** Of the distances between customers: below 0.05 there is more than one peak. */
  dip: z.object({ dip: z.number(), pValue: z.number() }).nullable(),
  /** About 0.5 where customers lie evenly, towards 1 where they lie in clusters; a single cloud has 0.7 to 0.9 too. */
  hopkins: z.object({ statistic: z.number(), expected: z.number() }).nullable(),
  /** Neighbouring segments with no valley between them: a border drawn through one cloud. */
  unparted: z.array(z.object({ segments: z.tuple([z.number().int(), z.number().int()]), pValue: z.number() })),
  /** Pairs of neighbouring segments. */
  neighbours: z.number().int(),
  /** Of the customers looked at those in clusters too small to be a group (under 1 % or 5). */
  outliers: z.number().int(),
  /** Customers the verdict rests on, a sample above some thousands. */
  rows: z.number().int(),
  exact: z.boolean(),
  /** The outlier trap, one feature that does all the work, a scale left raw. */
  warnings: z.array(problemSchema),
});
/** Whether there are groups at all: the verdict with the figures behind it. */
export type Structure = z.infer<typeof structureSchema>;

export const segmentStabilitySchema = z.object({
  segment: z.number().int(),
  /** 0 to 1, mean over the resamples; null where no resample had a customer of it. */
  jaccard: z.number().nullable(),
  /** The same before it is corrected for chance. */
  plain: z.number().nullable(),
  grade: z.enum(stabilityGrades),
  /** Resamples in which it was dissolved, and in which it was found again. */
  dissolved: z.number().int(),
  recovered: z.number().int(),
});
export type SegmentStability = z.infer<typeof segmentStabilitySchema>;

export const stabilitySchema = z.object({
  resamples: z.number().int(),
  /** Customers that the resamples were drawn from. */
  rows: z.number().int(),
  exact: z.boolean(),
  /** In the order of the segments. */
  segments: z.array(segmentStabilitySchema),
  /** Between runs that differ in their seed only, mean and least adjusted Rand index over pairs; null for methods without a seed. */
  seeds: z.object({ runs: z.number().int(), ari: z.number(), lowest: z.number() }).nullable(),
  /** Other methods with the same k, against this segmentation. */
  methods: z.array(z.object({ method: z.enum(methods), k: z.number().int(), ari: z.number(), ami: z.number() })),
});
/** Whether the same segments come out again. */
export type Stability = z.infer<typeof stabilitySchema>;

export const conditionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('range'),
    feature: z.string(),
    /** Smallest and largest value, both counted in; null: no bound. A missing value is in no range. */
    min: z.number().nullable(),
    max: z.number().nullable(),
  }),
  z.object({ kind: z.literal('values'), feature: z.string(), values: z.array(z.string()).min(1) }),
]);
/** One condition on a raw feature, in its own units. */
export type Condition = z.infer<typeof conditionSchema>;

export const segmentRuleSchema = z.object({
  /** Met by whoever meets all conditions of any of these. */
  boxes: z.array(z.array(conditionSchema).min(1)).min(1),
  /** For a reader: "last order within 45 days and more than 6 orders". */
  text: z.string(),
  /** Customers that meet it, and those of them in the segment. */
  matched: z.number().int(),
  hits: z.number().int(),
  /** hits / matched, and hits / size of the segment. */
  precision: z.number(),
  recall: z.number(),
});
/** A short rule that stands for a segment. */
export type SegmentRule = z.infer<typeof segmentRuleSchema>;

export const segmentEvidenceSchema = z.object({
  segment: z.number().int(),
  /** What its stability means, by its grade, for a reader. */
  sentence: z.string(),
  rule: segmentRuleSchema.nullable(),
  /** Mean confidence of its customers, 0 to 1, and the share of them under one half. */
  confidence: z.number(),
  unsure: z.number(),
});
export type SegmentEvidence = z.infer<typeof segmentEvidenceSchema>;

export const evidenceSchema = z.object({
  structure: structureSchema,
  stability: stabilitySchema,
  /** In the order of the segments. */
  segments: z.array(segmentEvidenceSchema),
});
/** What speaks for a segmentation and what against it. Made from the segmentation's own customers; the same bytes for the same work. */
export type Evidence = z.infer<typeof evidenceSchema>;

export const reasonSchema = z.object({
  feature: z.string(),
  label: z.string(),
  value: z.union([z.number(), z.string(), z.null()]),
  /** How far the feature speaks for this segment and against the next one; the largest first, negative where it speaks for the other. They add up to 1. */
  weight: z.number(),
});
export const changeSchema = z.object({
  segment: z.number().int(),
  name: z.string(),
  /** "A second order in the next 30 days: Potential loyalist." */
  sentence: z.string(),
  /** The raw features that differ, and what they become. */
  steps: z.array(
    z.object({
      feature: z.string(),
      label: z.string(),
      from: z.union([z.number(), z.string(), z.null()]),
      to: z.union([z.number(), z.string()]),
    }),
  ),
  /** All raw features after the change: scored again they give `segment`. */
  features: featureValuesSchema,
  confidence: z.number(),
});
/** A change of a customer that moves them to another segment. */
export type Change = z.infer<typeof changeSchema>;

export const explanationSchema = z.object({
  segment: z.number().int().nullable(),
  name: z.string().nullable(),
  /** Why the customer is in it, for a reader. */
  sentence: z.string(),
  reasons: z.array(reasonSchema),
  /** The smallest realistic change towards a more valuable segment, else towards any other; null where none was found. */
  change: changeSchema.nullable(),
  /** Where the customer ends if nothing is bought, and after how many days; null where they stay, or the data have no orders. */
  drift: z.object({ days: z.number().int(), segment: z.number().int(), name: z.string() }).nullable(),
});
/** Why a customer is where they are, and what would move them. */
export type Explanation = z.infer<typeof explanationSchema>;

export const ruleDialectSchema = z.enum(ruleDialects);
