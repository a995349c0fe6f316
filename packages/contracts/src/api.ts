import { z } from 'zod';
import { comparisonSchema } from './comparison.ts';
import { customerDetailSchema, customerPageSchema, similarCustomerSchema } from './customer.ts';
import {
  datasetPatchSchema,
  datasetSchema,
  importRequestSchema,
  inspectRequestSchema,
  uploadSchema,
} from './dataset.ts';
import { explanationSchema, ruleDialectSchema } from './evidence.ts';
import { dataFiltersSchema, dateSchema } from './filters.ts';
import { jobSchema } from './job.ts';
import { type OperationName, operations, type Route } from './operations.ts';
import { featureValuesSchema, predictionSchema } from './prediction.ts';
import { recipeInputSchema } from './recipe.ts';
import { rfmGridSchema, rfmPresetSchema, rfmSchemeSchema } from './rfm.ts';
import { columnConditionSchema, rowPageSchema } from './rows.ts';
import { segmentationSchema, segmentationSummarySchema } from './segmentation.ts';
import { selectionRequestSchema, selectionSchema } from './selection.ts';
import { umapRequestSchema } from './views/points.ts';
import { viewNameSchema, viewOptionsShape, viewsAnswerSchema } from './views/view-table.ts';

/** One operation of the HTTP API as data: the server mounts it, the client calls it, the documentation shows it. */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> extends Route {
  params?: Params;
  query?: Query;
  /** JSON body. */
  body?: Body;
  /** JSON answer; absent for files and event streams. */
  answer?: Answer;
}

/** Lists in the address are JSON text, so that any name of a country fits. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.string().transform((text, context): z.output<T>[] => {
    try {
      const parsed = z.array(item).safeParse(JSON.parse(text));
      if (parsed.success) return parsed.data;
    } catch {}
    context.addIssue({ code: 'custom', message: 'expected a JSON array' });
    return z.NEVER;
  });

export const filterQuerySchema = z.object({
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  countries: listOf(z.string()).optional(),
  segments: listOf(z.number().int()).optional(),
  customer: z.string().max(500).optional(),
});

/** Feature ids that the answer is to hold; absent or empty: those that the operation holds by itself. */
const featureList = listOf(z.string().max(500)).optional();

const datasetParams = z.object({ datasetId: z.string() });
const segmentationParams = z.object({ segmentationId: z.string() });
const jobParams = z.object({ jobId: z.string() });
const viewQuery = filterQuerySchema.extend({ segmentation: z.string().optional() });
const count = (fallback: number, most: number) => z.coerce.number().int().min(0).max(most).default(fallback);

export const segmentRequestSchema = z.object({
  recipe: recipeInputSchema,
  /** Keeps the result under this name; absent: a draft, replaced by the next run. */
  name: z.string().min(1).max(200).optional(),
});
export const segmentationPatchSchema = z.object({
  name: z.string().min(1).max(200).optional(),
  /** Turns the draft into a kept segmentation. */
  keep: z.literal(true).optional(),
  /** Segment id to its edited name; unique within the segmentation. */
  segmentNames: z.record(z.string().regex(/^\d+$/), z.string().min(1).max(80)).optional(),
  /** Segment id to a note on it; an empty one removes it. */
  segmentNotes: z.record(z.string().regex(/^\d+$/), z.string().max(2000)).optional(),
});
export const predictRequestSchema = z.object({ rows: z.array(featureValuesSchema).min(1).max(1000) });
export const healthSchema = z.object({ status: z.literal('ok'), version: z.string() });

const operation = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  route: Route,
  shapes: Omit<Operation<P, Q, B, A>, keyof Route>,
): Operation<P, Q, B, A> => ({ ...route, ...shapes });

/** Every operation with the shapes of what it is given and answers. */
export const api = {
  health: operation(operations.health, {
    answer: healthSchema,
  }),
  upload: operation(operations.upload, {
    query: z.object({ name: z.string().min(1).max(255) }),
    answer: uploadSchema,
  }),
  inspectUpload: operation(operations.inspectUpload, {
    params: z.object({ uploadId: z.string() }),
    body: inspectRequestSchema,
    answer: jobSchema,
  }),
  listDatasets: operation(operations.listDatasets, {
    answer: z.array(datasetSchema),
  }),
  importDataset: operation(operations.importDataset, {
    body: importRequestSchema,
    answer: jobSchema,
  }),
  importSample: operation(operations.importSample, {
    answer: jobSchema,
  }),
  getDataset: operation(operations.getDataset, {
    params: datasetParams,
    answer: datasetSchema,
  }),
  updateDataset: operation(operations.updateDataset, {
    params: datasetParams,
    body: datasetPatchSchema,
    answer: datasetSchema,
  }),
  deleteDataset: operation(operations.deleteDataset, {
    params: datasetParams,
  }),
  views: operation(operations.views, {
    params: datasetParams,
    query: viewQuery.extend({ ...viewOptionsShape, names: listOf(viewNameSchema), features: featureList }),
    answer: viewsAnswerSchema,
  }),
  listRows: operation(operations.listRows, {
    params: datasetParams,
    query: viewQuery.extend({
      search: z.string().max(500).optional(),
      where: listOf(columnConditionSchema).optional(),
      offset: count(0, 1_000_000_000),
      limit: count(100, 1000),
      sort: z.string().max(500).optional(),
      descending: z.enum(['true', 'false']).default('false'),
    }),
    answer: rowPageSchema,
  }),
  listCustomers: operation(operations.listCustomers, {
    params: datasetParams,
    query: viewQuery.extend({
      search: z.string().max(500).optional(),
      offset: count(0, 100_000_000),
      limit: count(50, 500),
      sort: z.string().max(500).optional(),
      descending: z.enum(['true', 'false']).default('false'),
      features: featureList,
    }),
    answer: customerPageSchema,
  }),
  getCustomer: operation(operations.getCustomer, {
    params: datasetParams.extend({ customerId: z.string() }),
    query: viewQuery,
    answer: customerDetailSchema,
  }),
  chooseK: operation(operations.chooseK, {
    params: datasetParams,
    query: z.object({
      /** Adds gap, prediction strength, stability and the argument, which take longer. */
      evidence: z.enum(['true', 'false']).default('false'),
    }),
    body: recipeInputSchema,
    answer: jobSchema,
  }),
  segment: operation(operations.segment, {
    params: datasetParams,
    body: segmentRequestSchema,
    answer: jobSchema,
  }),
  listSegmentations: operation(operations.listSegmentations, {
    params: datasetParams,
    answer: z.array(segmentationSummarySchema),
  }),
  getSegmentation: operation(operations.getSegmentation, {
    params: segmentationParams,
    answer: segmentationSchema,
  }),
  updateSegmentation: operation(operations.updateSegmentation, {
    params: segmentationParams,
    body: segmentationPatchSchema,
    answer: segmentationSchema,
  }),
  deleteSegmentation: operation(operations.deleteSegmentation, {
    params: segmentationParams,
  }),
  similarCustomers: operation(operations.similarCustomers, {
    params: segmentationParams.extend({ customerId: z.string() }),
    query: z.object({ limit: count(8, 50) }),
    answer: z.array(similarCustomerSchema),
  }),
  selectCustomers: operation(operations.selectCustomers, {
    params: segmentationParams,
    query: filterQuerySchema,
    body: selectionRequestSchema,
    answer: selectionSchema,
  }),
  downloadSelection: operation(operations.downloadSelection, {
    params: segmentationParams,
    query: filterQuerySchema,
    body: selectionRequestSchema,
  }),
  umap: operation(operations.umap, {
    params: segmentationParams,
    body: umapRequestSchema,
    answer: jobSchema,
  }),
  compareSegmentations: operation(operations.compareSegmentations, {
    params: segmentationParams,
    query: z.object({ with: z.string() }),
    answer: comparisonSchema,
  }),
  gatherEvidence: operation(operations.gatherEvidence, {
    params: segmentationParams,
    answer: jobSchema,
  }),
  explain: operation(operations.explain, {
    params: segmentationParams,
    body: predictRequestSchema,
    answer: z.array(explanationSchema),
  }),
  downloadRules: operation(operations.downloadRules, {
    params: segmentationParams,
    query: z.object({
      dialect: ruleDialectSchema.default('duckdb'),
      table: z.string().min(1).max(200).default('customers'),
    }),
  }),
  rfmPresets: operation(operations.rfmPresets, {
    answer: z.array(rfmPresetSchema),
  }),
  rfmGrid: operation(operations.rfmGrid, {
    params: datasetParams,
    body: z.object({
      scheme: rfmSchemeSchema,
      filters: dataFiltersSchema.default({}),
      asOf: recipeInputSchema.shape.asOf,
    }),
    answer: rfmGridSchema,
  }),
  predict: operation(operations.predict, {
    params: segmentationParams,
    body: predictRequestSchema,
    answer: z.array(predictionSchema),
  }),
  scoreUpload: operation(operations.scoreUpload, {
    params: segmentationParams,
    body: z.object({ uploadId: z.string() }),
    answer: jobSchema,
  }),
  downloadScores: operation(operations.downloadScores, {
    params: z.object({ scoresId: z.string() }),
  }),
  downloadModel: operation(operations.downloadModel, {
    params: segmentationParams,
  }),
  downloadRecipe: operation(operations.downloadRecipe, {
    params: segmentationParams,
  }),
  downloadCustomers: operation(operations.downloadCustomers, {
    params: segmentationParams,
    query: filterQuerySchema,
  }),
  downloadCustomersParquet: operation(operations.downloadCustomersParquet, {
    params: segmentationParams,
    query: filterQuerySchema,
  }),
  figure: operation(operations.figure, {
    params: datasetParams.extend({ figure: z.string().max(100) }),
    query: viewQuery.extend({
      ...viewOptionsShape,
      features: featureList,
      format: z.enum(['json', 'csv', 'svg']).default('json'),
      width: z.coerce.number().int().min(200).max(2000).default(720),
      language: z.string().max(10).optional(),
    }),
  }),
  downloadReport: operation(operations.downloadReport, {
    params: datasetParams,
    query: viewQuery.extend({
      format: z.enum(['pdf', 'html']).default('pdf'),
      title: z.string().max(200).optional(),
      /** Figure ids; absent: those of the Overview. */
      figures: listOf(z.string().max(100)).optional(),
      /** A page for each segment. */
      pages: z.enum(['true', 'false']).default('true'),
      language: z.string().max(10).optional(),
    }),
  }),
  getJob: operation(operations.getJob, {
    params: jobParams,
    answer: jobSchema,
  }),
  jobEvents: operation(operations.jobEvents, {
    params: jobParams,
  }),
  cancelJob: operation(operations.cancelJob, {
    params: jobParams,
    answer: jobSchema,
  }),
} as const satisfies Record<OperationName, Operation>;

export type Api = typeof api;
