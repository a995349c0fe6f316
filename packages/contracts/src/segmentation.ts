import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { stabilityGrades } from './evidence-choices.ts';
import { featureUnitSchema } from './features.ts';
import { linkages } from './methods.ts';
import { methodSchema, recipeSchema } from './recipe.ts';
import { rfmCutsSchema } from './rfm.ts';
import { rfmAxes } from './rfm-choices.ts';
import { problemSchema } from './source.ts';

export const preparedFeatureSchema = z.object({
  /** Feature id; for a category column its name. */
  id: z.string(),
  label: z.string(),
  unit: featureUnitSchema,
  transform: z.enum(['none', 'log']),
  /** Prepared value = (transform(value) - center) / divisor. */
  center: z.number(),
  divisor: z.number(),
  /** Filled in where a value is missing. */
  fill: z.number(),
  /** Percentiles 0..100 of the raw values, for ranges and for placing a customer against the base; empty for categories. */
  percentiles: z.array(z.number()),
  /** For a one-hot column: which value of the category it stands for; null for numbers. */
  category: z.string().nullable(),
});
/** One column of the prepared matrix and how a raw value becomes it. */
export type PreparedFeature = z.infer<typeof preparedFeatureSchema>;

export const preparationSchema = z.object({
  /** ISO time without zone; null for a table of customers. */
  asOf: z.string().nullable(),
  columns: z.array(preparedFeatureSchema),
  /** Customers left out because a feature was missing. */
  dropped: z.number().int(),
});
export type Preparation = z.infer<typeof preparationSchema>;

const pointSchema = z.array(z.number());

export const centersModelSchema = z.object({
  method: z.enum(['kmeans', 'minibatch']),
  k: z.number().int(),
  /** k rows of prepared values, in segment order. */
  centers: z.array(pointSchema),
  /** Mean squared distance to the own centre per column: the spread that turns distances into a confidence. */
  variance: z.number(),
  iterations: z.number().int(),
  converged: z.boolean(),
});

export const dendrogramSchema = z.object({
  /** Groups at the top of the tree, each collapsed to a leaf, left to right so that no lines cross. */
  leaves: z.array(z.object({ size: z.number().int(), segment: z.number().int() })),
  /** Merges from the lowest up: leaves are 0..n-1, merge i makes node n + i. */
  merges: z.array(z.object({ left: z.number().int(), right: z.number().int(), height: z.number() })),
  /** Where the tree was cut: between the last merge made and the first not made. */
  cut: z.object({ below: z.number(), above: z.number().nullable() }),
});
/** The top of a dendrogram, enough to draw. */
export type DendrogramTop = z.infer<typeof dendrogramSchema>;

export const hierarchicalModelSchema = z.object({
  method: z.enum(linkages),
  k: z.number().int(),
  /** Means of the segments in prepared space: new customers go to the nearest. */
  centers: z.array(pointSchema),
  variance: z.number(),
  /** Share of the base that the nearest mean gives its own segment, 0 to 1. */
  agreement: z.number(),
  dendrogram: dendrogramSchema,
});

export const mixtureModelSchema = z.object({
  method: z.literal('gmm'),
  k: z.number().int(),
  covariance: z.enum(['full', 'tied', 'diagonal', 'spherical']),
  weights: z.array(z.number()),
  means: z.array(pointSchema),
  /** One a component, columns x columns row after row whatever the kind. */
  covariances: z.array(pointSchema),
  iterations: z.number().int(),
  converged: z.boolean(),
});

export const prototypesModelSchema = z.object({
  method: z.literal('kprototypes'),
  k: z.number().int(),
  /** Means of the numeric columns, in the order of the columns that are no category. */
  centers: z.array(pointSchema),
  /**
   * The most frequent value of each category, in the order of the features: which of its columns, counted from 0, or the number of its columns
   * for the value that has none.
   */
  modes: z.array(z.array(z.number().int())),
  gamma: z.number(),
  /** Mean cost to the own prototype per column: the spread that turns costs into a confidence. */
  variance: z.number(),
  iterations: z.number().int(),
  converged: z.boolean(),
});

export const dbscanModelSchema = z.object({
  method: z.literal('dbscan'),
  k: z.number().int(),
  eps: z.number(),
  minSamples: z.number().int(),
  /** Core customers in prepared space, row after row, and the segment of each. */
  core: z.array(z.number()),
  segments: z.array(z.number().int()),
});

export const hdbscanModelSchema = z.object({
  method: z.literal('hdbscan'),
  k: z.number().int(),
  minClusterSize: z.number().int(),
  minSamples: z.number().int(),
  /** What the kernel needs to place new customers: lists of numbers by name. */
  tree: z.record(z.string(), z.array(z.number())),
});

export const rfmModelSchema = z.object({
  method: z.literal('rfm'),
  k: z.number().int(),
  scores: z.number().int().default(5),
  axes: z.enum(rfmAxes).default('r-fm'),
  weights: z.object({ frequency: z.number(), monetary: z.number() }).default({ frequency: 1, monetary: 1 }),
  /** scores - 1 ascending cut points a feature: a score is 1 plus the number of cuts at or below the value (for recency, scores less that number). */
  cuts: rfmCutsSchema,
  /**
   * Segment ids, row R = 1..scores; columns FM = 1..scores, or with axes `r-f-m` (F - 1) * scores + M - 1. -1 where no customer of the base was
   * in the whole group, -2 where the grid has no group.
   */
  grid: z.array(z.array(z.number().int())),
});

export const modelSchema = z.discriminatedUnion('method', [
  centersModelSchema,
  hierarchicalModelSchema,
  mixtureModelSchema,
  prototypesModelSchema,
  dbscanModelSchema,
  hdbscanModelSchema,
  rfmModelSchema,
]);
/** Enough to score a new customer anywhere, after the preparation. */
export type Model = z.infer<typeof modelSchema>;
export type RfmModel = z.infer<typeof rfmModelSchema>;

export const qualitySchema = z.object({
  /** Sum of squared distances to the own segment's mean in prepared space; null for RFM. */
  inertia: z.number().nullable(),
  silhouette: z.number().nullable(),
  /** True where the silhouette was computed from every pair. */
  silhouetteExact: z.boolean(),
  /** Half-width of the interval around the silhouette; 0 where exact. */
  silhouetteBound: z.number().default(0),
  daviesBouldin: z.number().nullable(),
  calinskiHarabasz: z.number().nullable(),
  /** Of a mixture. */
  logLikelihood: z.number().optional(),
  bic: z.number().optional(),
  aic: z.number().optional(),
  /** For each segment, for the silhouette plot; empty where no silhouette is defined. */
  silhouettes: z
    .array(
      z.object({
        segment: z.number().int(),
        mean: z.number(),
        /** Share of customers that lie nearer to another segment. */
        negative: z.number(),
        /** At most 101 quantiles, evenly spaced, highest first. */
        values: z.array(z.number()),
      }),
    )
    .default([]),
});
export type Quality = z.infer<typeof qualitySchema>;

export const traitSchema = z.object({
  /** Index into preparation.columns. */
  column: z.number().int(),
  /** Difference of the segment's mean from the base's, in standard deviations of the base, after the transform. */
  effect: z.number(),
});
export type Trait = z.infer<typeof traitSchema>;

export const segmentSchema = z.object({
  /** 0..k-1, in order of value: mean revenue per customer, highest first. Customers in no segment have -1. */
  id: z.number().int(),
  name: z.string(),
  /** The rule that gave the name, with its numbers. */
  nameWhy: z.string(),
  size: z.number().int(),
  /** Share of customers, 0 to 1. */
  share: z.number(),
  revenue: z.number().nullable(),
  revenueShare: z.number().nullable(),
  /** By feature id; for a category the share of each of its values as `feature=value`. */
  means: z.record(z.string(), z.number()),
  medians: z.record(z.string(), z.number()),
  /** Strongest first. */
  traits: z.array(traitSchema),
  /** What to do, from the profile by stated rules. */
  advice: z.string(),
});
export type Segment = z.infer<typeof segmentSchema>;

export const candidateSchema = z.object({
  k: z.number().int(),
  inertia: z.number(),
  silhouette: z.number(),
  daviesBouldin: z.number(),
  calinskiHarabasz: z.number(),
  smallest: z.number().int(),
  converged: z.boolean(),
  /** Of a mixture. */
  bic: z.number().optional(),
  // Where evidence was asked for:
  gap: z.number().optional(),
  gapError: z.number().optional(),
  predictionStrength: z.number().optional(),
  /** Mean bootstrap Jaccard of the segments, and of the least stable one. */
  jaccard: z.number().optional(),
  jaccardLowest: z.number().optional(),
  /** Share of the concentration of revenue over customers (Gini) that lies between the segments, 0 to 1. */
  revenueApart: z.number().optional(),
});
/** The quality of one k. */
export type Candidate = z.infer<typeof candidateSchema>;

/** The measures that speak for a k. */
export const kMeasureSchema = z.enum([
  'inertia',
  'silhouette',
  'daviesBouldin',
  'calinskiHarabasz',
  'bic',
  'gap',
  'predictionStrength',
  'stability',
  'smallest',
  'revenueApart',
]);
const kStepSchema = z.object({
  k: z.number().int(),
  /** What is lost or gained, for a marketer. */
  sentence: z.string(),
  /** Segments of the larger k that are one in the smaller. */
  parts: z.array(
    z.object({
      /** In the smaller k. */
      whole: z.object({ name: z.string(), size: z.number().int() }),
      parts: z.array(z.object({ name: z.string(), size: z.number().int(), means: z.record(z.string(), z.number()) })),
    }),
  ),
});
export const kArgumentSchema = z.object({
  /** Each measure's own k (null: it names none), by which rule, and what it looks at. */
  votes: z.array(z.object({ measure: kMeasureSchema, k: z.number().int().nullable(), says: z.string() })),
  /** Why they do not agree, or that they do. */
  disagreement: z.string(),
  /** One segment less; null below the first k. */
  fewer: kStepSchema.nullable(),
  /** One segment more; null where it could not be made. */
  more: kStepSchema.nullable(),
});
/** What the measures say of a range of k, and what hangs on it. */
export type KArgument = z.infer<typeof kArgumentSchema>;

export const kChoiceSchema = z.object({
  candidates: z.array(candidateSchema),
  /** Where evidence was asked for. */
  argument: kArgumentSchema.nullable().default(null),
  recommended: z.object({ k: z.number().int(), why: z.string() }),
  customers: z.number().int(),
  silhouetteExact: z.boolean(),
  warnings: z.array(problemSchema),
});
/** Quality over k and the recommendation with its reason. */
export type KChoice = z.infer<typeof kChoiceSchema>;

export const receiptSchema = z.object({
  /** SHA-256 of the customers and feature values that the method saw. */
  data: z.string(),
  /** SHA-256 of the recipe in canonical form. */
  recipe: z.string(),
  /** Version of Clientele. */
  version: z.string(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** The frozen segmentation, as in segmentation.json: no times, no machine, so the same work gives the same bytes. */
export const segmentationDocumentSchema = z.object({
  format: z.literal('clientele/segmentation'),
  version: z.literal(1),
  recipe: recipeSchema,
  method: methodSchema,
  customers: z.number().int(),
  /** Customers that the method leaves in no segment (noise), among `customers`; null where all have one. */
  unassigned: z
    .object({
      size: z.number().int(),
      share: z.number(),
      revenue: z.number().nullable(),
      revenueShare: z.number().nullable(),
    })
    .nullable()
    .default(null),
  preparation: preparationSchema,
  model: modelSchema,
  quality: qualitySchema,
  segments: z.array(segmentSchema),
  /** Why this k, where it was chosen automatically. */
  choice: z.object({ k: z.number().int(), why: z.string() }).nullable(),
  warnings: z.array(problemSchema),
  /** Null until it has been gathered. */
  evidence: evidenceSchema.nullable().default(null),
  receipt: receiptSchema,
});
export type SegmentationDocument = z.infer<typeof segmentationDocumentSchema>;

/** A stored segmentation: the document under an id and a name that can be edited. */
export const segmentationSchema = z.object({
  id: z.string(),
  datasetId: z.string(),
  name: z.string(),
  createdAt: z.string(),
  /** A draft is the last run of the Lab; saving keeps it. */
  draft: z.boolean(),
  /** Names are the edited ones where the user edited them. */
  document: segmentationDocumentSchema,
  /** What the user wrote on segments, by segment id; none is empty. */
  notes: z.record(z.string(), z.string()),
});
export type Segmentation = z.infer<typeof segmentationSchema>;

export const segmentationSummarySchema = segmentationSchema.omit({ document: true, notes: true }).extend({
  method: methodSchema,
  k: z.number().int(),
  features: z.array(z.string()),
  silhouette: z.number().nullable(),
  segments: z.array(segmentSchema.pick({ id: true, name: true, size: true, share: true })),
  /** In the order of the segments; null until the evidence has been gathered. */
  stability: z.array(z.enum(stabilityGrades)).nullable(),
  /** Customers that it saw and put into no segment. */
  unassigned: z.number().int(),
});
export type SegmentationSummary = z.infer<typeof segmentationSummarySchema>;
