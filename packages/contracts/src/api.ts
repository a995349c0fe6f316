import { z } from 'zod';
import { comparisonSchema } from './comparison.ts';
import { customerDetailSchema, customerPageSchema } from './customer.ts';
import {
  datasetPatchSchema,
  datasetSchema,
  importRequestSchema,
  inspectRequestSchema,
  uploadSchema,
} from './dataset.ts';
import { dateSchema } from './filters.ts';
import { jobSchema } from './job.ts';
import { overviewSchema } from './overview.ts';
import { featureValuesSchema, predictionSchema } from './prediction.ts';
import { recipeInputSchema } from './recipe.ts';
import { segmentationSchema, segmentationSummarySchema } from './segmentation.ts';
import { featureShapeSchema, projectionSchema, segmentsViewSchema, umapRequestSchema } from './views.ts';

/** One operation of the HTTP API as data: the server mounts it, the client calls it, the documentation shows it. */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** Under /api/v1, parameters as {name}. */
  path: string;
  summary: string;
  tag: string;
  params?: Params;
  query?: Query;
  /** JSON body. */
  body?: Body;
  /** JSON answer; absent for files and event streams. */
  answer?: Answer;
  /** Media type of the answer where it is no JSON. */
  media?: string;
  /** Media type of the body where it is no JSON. */
  bodyMedia?: string;
  status?: 200 | 201 | 202 | 204;
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
});
export const predictRequestSchema = z.object({ rows: z.array(featureValuesSchema).min(1).max(1000) });
export const healthSchema = z.object({ status: z.literal('ok'), version: z.string() });

const operation = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  definition: Operation<P, Q, B, A>,
): Operation<P, Q, B, A> => definition;

/** Every operation of the API, by the name the client calls it. */
export const api = {
  health: operation({ method: 'get', path: '/health', tag: 'Service', summary: 'Is it alive', answer: healthSchema }),

  upload: operation({
    method: 'post',
    path: '/uploads',
    tag: 'Data',
    status: 201,
    summary: 'Send a file; the body is its bytes',
    query: z.object({ name: z.string().min(1).max(255) }),
    bodyMedia: 'application/octet-stream',
    answer: uploadSchema,
  }),
  inspectUpload: operation({
    method: 'post',
    path: '/uploads/{uploadId}/inspection',
    tag: 'Data',
    status: 202,
    summary: 'Recognise a file; the result of the job is an Inspection',
    params: z.object({ uploadId: z.string() }),
    body: inspectRequestSchema,
    answer: jobSchema,
  }),
  listDatasets: operation({
    method: 'get',
    path: '/datasets',
    tag: 'Data',
    summary: 'All datasets, newest first',
    answer: z.array(datasetSchema),
  }),
  importDataset: operation({
    method: 'post',
    path: '/datasets',
    tag: 'Data',
    status: 202,
    summary: 'Import an upload; the result of the job is a Dataset',
    body: importRequestSchema,
    answer: jobSchema,
  }),
  importSample: operation({
    method: 'post',
    path: '/datasets/sample',
    tag: 'Data',
    status: 202,
    summary: 'Import the sample shop; the result of the job is a Dataset',
    answer: jobSchema,
  }),
  getDataset: operation({
    method: 'get',
    path: '/datasets/{datasetId}',
    tag: 'Data',
    summary: 'One dataset',
    params: datasetParams,
    answer: datasetSchema,
  }),
  updateDataset: operation({
    method: 'patch',
    path: '/datasets/{datasetId}',
    tag: 'Data',
    summary: 'Rename, set the currency, switch cleaning rules',
    params: datasetParams,
    body: datasetPatchSchema,
    answer: datasetSchema,
  }),
  deleteDataset: operation({
    method: 'delete',
    path: '/datasets/{datasetId}',
    tag: 'Data',
    status: 204,
    summary: 'Remove a dataset and its segmentations',
    params: datasetParams,
  }),

  overview: operation({
    method: 'get',
    path: '/datasets/{datasetId}/overview',
    tag: 'Views',
    summary: 'All figures of the Overview',
    params: datasetParams,
    query: viewQuery.extend({ top: count(10, 100), points: count(5000, 20000) }),
    answer: overviewSchema,
  }),
  listCustomers: operation({
    method: 'get',
    path: '/datasets/{datasetId}/customers',
    tag: 'Views',
    summary: 'Customers, searched by the start of their id',
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
  getCustomer: operation({
    method: 'get',
    path: '/datasets/{datasetId}/customers/{customerId}',
    tag: 'Views',
    summary: 'One customer',
    params: datasetParams.extend({ customerId: z.string() }),
    query: viewQuery,
    answer: customerDetailSchema,
  }),
  featureShapes: operation({
    method: 'get',
    path: '/datasets/{datasetId}/features',
    tag: 'Segmentation',
    summary: 'Shape of each numeric feature',
    params: datasetParams,
    query: filterQuerySchema,
    answer: z.array(featureShapeSchema),
  }),

  chooseK: operation({
    method: 'post',
    path: '/datasets/{datasetId}/k-choice',
    tag: 'Segmentation',
    status: 202,
    summary: 'Quality over a range of k; the result of the job is a KChoice',
    params: datasetParams,
    body: recipeInputSchema,
    answer: jobSchema,
  }),
  segment: operation({
    method: 'post',
    path: '/datasets/{datasetId}/segmentations',
    tag: 'Segmentation',
    status: 202,
    summary: 'Run a recipe; the result of the job is a Segmentation',
    params: datasetParams,
    body: segmentRequestSchema,
    answer: jobSchema,
  }),
  listSegmentations: operation({
    method: 'get',
    path: '/datasets/{datasetId}/segmentations',
    tag: 'Segmentation',
    summary: 'Segmentations of a dataset, newest first',
    params: datasetParams,
    answer: z.array(segmentationSummarySchema),
  }),
  getSegmentation: operation({
    method: 'get',
    path: '/segmentations/{segmentationId}',
    tag: 'Segmentation',
    summary: 'One segmentation',
    params: segmentationParams,
    answer: segmentationSchema,
  }),
  updateSegmentation: operation({
    method: 'patch',
    path: '/segmentations/{segmentationId}',
    tag: 'Segmentation',
    summary: 'Keep, rename, name its segments',
    params: segmentationParams,
    body: segmentationPatchSchema,
    answer: segmentationSchema,
  }),
  deleteSegmentation: operation({
    method: 'delete',
    path: '/segmentations/{segmentationId}',
    tag: 'Segmentation',
    status: 204,
    summary: 'Remove a segmentation',
    params: segmentationParams,
  }),
  segmentsView: operation({
    method: 'get',
    path: '/segmentations/{segmentationId}/segments',
    tag: 'Views',
    summary: 'Statistics of the segments under the filters',
    params: segmentationParams,
    query: filterQuerySchema,
    answer: segmentsViewSchema,
  }),
  projection: operation({
    method: 'get',
    path: '/segmentations/{segmentationId}/projection',
    tag: 'Views',
    summary: 'Customers on two principal components',
    params: segmentationParams,
    query: filterQuerySchema.extend({ points: count(5000, 20000), features: featureList }),
    answer: projectionSchema,
  }),
  umap: operation({
    method: 'post',
    path: '/segmentations/{segmentationId}/umap',
    tag: 'Views',
    status: 202,
    summary: 'Customers in the two dimensions of UMAP; the result of the job is a Projection',
    params: segmentationParams,
    body: umapRequestSchema,
    answer: jobSchema,
  }),
  compareSegmentations: operation({
    method: 'get',
    path: '/segmentations/{segmentationId}/comparison',
    tag: 'Segmentation',
    summary: 'Two segmentations of one dataset side by side',
    params: segmentationParams,
    query: z.object({ with: z.string() }),
    answer: comparisonSchema,
  }),
  predict: operation({
    method: 'post',
    path: '/segmentations/{segmentationId}/predictions',
    tag: 'Segmentation',
    summary: 'Score customers by their raw features',
    params: segmentationParams,
    body: predictRequestSchema,
    answer: z.array(predictionSchema),
  }),

  downloadModel: operation({
    method: 'get',
    path: '/segmentations/{segmentationId}/segmentation.json',
    tag: 'Exports',
    summary: 'The frozen model',
    params: segmentationParams,
    media: 'application/json',
  }),
  downloadRecipe: operation({
    method: 'get',
    path: '/segmentations/{segmentationId}/recipe.json',
    tag: 'Exports',
    summary: 'The recipe',
    params: segmentationParams,
    media: 'application/json',
  }),
  downloadCustomers: operation({
    method: 'get',
    path: '/segmentations/{segmentationId}/customers.csv',
    tag: 'Exports',
    summary: 'Customers with features and segment, under the filters',
    params: segmentationParams,
    query: filterQuerySchema,
    media: 'text/csv',
  }),

  getJob: operation({
    method: 'get',
    path: '/jobs/{jobId}',
    tag: 'Jobs',
    summary: 'A job',
    params: jobParams,
    answer: jobSchema,
  }),
  jobEvents: operation({
    method: 'get',
    path: '/jobs/{jobId}/events',
    tag: 'Jobs',
    summary: 'The job at each change, as server-sent events named "job"',
    params: jobParams,
    media: 'text/event-stream',
  }),
  cancelJob: operation({
    method: 'delete',
    path: '/jobs/{jobId}',
    tag: 'Jobs',
    summary: 'Cancel a job',
    params: jobParams,
    answer: jobSchema,
  }),
} as const;

export type Api = typeof api;
export type OperationName = keyof Api;
export const apiBase = '/api/v1';
