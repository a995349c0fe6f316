/** How an operation of the HTTP API is called, without the shapes of what it is given and answers. */
export interface Route {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** Under /api/v1, parameters as {name}. */
  path: string;
  summary: string;
  tag: string;
  /** Media type of the answer where it is no JSON. */
  media?: string;
  /** Media type of the body where it is no JSON. */
  bodyMedia?: string;
  status?: 200 | 201 | 202 | 204;
}

export const apiBase = '/api/v1';

/** Every operation of the API, by the name the client calls it. Plain, so that a browser asks without carrying the schemas of `api`. */
export const operations = {
  health: {
    method: 'get',
    path: '/health',
    tag: 'Service',
    summary: 'Is it alive',
  },
  upload: {
    method: 'post',
    path: '/uploads',
    tag: 'Data',
    status: 201,
    summary: 'Send a file; the body is its bytes',
    bodyMedia: 'application/octet-stream',
  },
  inspectUpload: {
    method: 'post',
    path: '/uploads/{uploadId}/inspection',
    tag: 'Data',
    status: 202,
    summary: 'Recognise a file; the result of the job is an Inspection',
  },
  listDatasets: {
    method: 'get',
    path: '/datasets',
    tag: 'Data',
    summary: 'All datasets, newest first',
  },
  importDataset: {
    method: 'post',
    path: '/datasets',
    tag: 'Data',
    status: 202,
    summary: 'Import an upload; the result of the job is a Dataset',
  },
  importSample: {
    method: 'post',
    path: '/datasets/sample',
    tag: 'Data',
    status: 202,
    summary: 'Import the sample shop; the result of the job is a Dataset',
  },
  getDataset: {
    method: 'get',
    path: '/datasets/{datasetId}',
    tag: 'Data',
    summary: 'One dataset',
  },
  updateDataset: {
    method: 'patch',
    path: '/datasets/{datasetId}',
    tag: 'Data',
    summary: 'Rename, set the currency, switch cleaning rules',
  },
  deleteDataset: {
    method: 'delete',
    path: '/datasets/{datasetId}',
    tag: 'Data',
    status: 204,
    summary: 'Remove a dataset and its segmentations',
  },
  views: {
    method: 'get',
    path: '/datasets/{datasetId}/views',
    tag: 'Views',
    summary: 'What figures are drawn from: the views named, under the filters, in one answer',
  },
  listRows: {
    method: 'get',
    path: '/datasets/{datasetId}/rows',
    tag: 'Views',
    summary: 'Cleaned rows under the filters, page by page',
  },
  listCustomers: {
    method: 'get',
    path: '/datasets/{datasetId}/customers',
    tag: 'Views',
    summary: 'Customers, searched by the start of their id',
  },
  getCustomer: {
    method: 'get',
    path: '/datasets/{datasetId}/customers/{customerId}',
    tag: 'Views',
    summary: 'One customer',
  },
  chooseK: {
    method: 'post',
    path: '/datasets/{datasetId}/k-choice',
    tag: 'Segmentation',
    status: 202,
    summary: 'Quality over a range of k; the result of the job is a KChoice',
  },
  segment: {
    method: 'post',
    path: '/datasets/{datasetId}/segmentations',
    tag: 'Segmentation',
    status: 202,
    summary: 'Run a recipe; the result of the job is a Segmentation',
  },
  listSegmentations: {
    method: 'get',
    path: '/datasets/{datasetId}/segmentations',
    tag: 'Segmentation',
    summary: 'Segmentations of a dataset, newest first',
  },
  getSegmentation: {
    method: 'get',
    path: '/segmentations/{segmentationId}',
    tag: 'Segmentation',
    summary: 'One segmentation',
  },
  updateSegmentation: {
    method: 'patch',
    path: '/segmentations/{segmentationId}',
    tag: 'Segmentation',
    summary: 'Keep, rename, name its segments',
  },
  deleteSegmentation: {
    method: 'delete',
    path: '/segmentations/{segmentationId}',
    tag: 'Segmentation',
    status: 204,
    summary: 'Remove a segmentation',
  },
  similarCustomers: {
    method: 'get',
    path: '/segmentations/{segmentationId}/customers/{customerId}/similar',
    tag: 'Views',
    summary: 'The customers nearest to one in the features of the recipe, as they were prepared',
  },
  selectCustomers: {
    method: 'post',
    path: '/segmentations/{segmentationId}/selection',
    tag: 'Views',
    summary: 'Customers inside a lasso on the map',
  },
  downloadSelection: {
    method: 'post',
    path: '/segmentations/{segmentationId}/selection.csv',
    tag: 'Exports',
    summary: 'Customers inside a lasso, with features and segment',
    media: 'text/csv',
  },
  umap: {
    method: 'post',
    path: '/segmentations/{segmentationId}/umap',
    tag: 'Views',
    status: 202,
    summary: 'Customers in the two or three dimensions of UMAP; the result of the job is a Projection',
  },
  compareSegmentations: {
    method: 'get',
    path: '/segmentations/{segmentationId}/comparison',
    tag: 'Segmentation',
    summary: 'Two segmentations of one dataset side by side',
  },
  gatherEvidence: {
    method: 'post',
    path: '/segmentations/{segmentationId}/evidence',
    tag: 'Segmentation',
    status: 202,
    summary: 'Structure, stability and rules of a segmentation; the result of the job is its Evidence, kept with it',
  },
  explain: {
    method: 'post',
    path: '/segmentations/{segmentationId}/explanations',
    tag: 'Segmentation',
    summary: 'Why customers are in their segment, and the smallest change that would move them',
  },
  downloadRules: {
    method: 'get',
    path: '/segmentations/{segmentationId}/rules',
    tag: 'Exports',
    summary: 'The rules of the segments as SQL or JavaScript',
    media: 'text/plain',
  },
  rfmPresets: {
    method: 'get',
    path: '/rfm-presets',
    tag: 'Segmentation',
    summary: 'Published grids of RFM groups, each with what the linter says of it',
  },
  rfmGrid: {
    method: 'post',
    path: '/datasets/{datasetId}/rfm-grid',
    tag: 'Segmentation',
    summary: 'A scheme of RFM scores held against the customers: sizes, revenue and what is wrong with it',
  },
  predict: {
    method: 'post',
    path: '/segmentations/{segmentationId}/predictions',
    tag: 'Segmentation',
    summary: 'Score customers by their raw features',
  },
  scoreUpload: {
    method: 'post',
    path: '/segmentations/{segmentationId}/scores',
    tag: 'Segmentation',
    status: 202,
    summary: 'Score the customers of a file sent before; the result of the job is a ScoredFile',
  },
  downloadScores: {
    method: 'get',
    path: '/scores/{scoresId}/customers.csv',
    tag: 'Exports',
    summary: 'The rows of a scored file, each with segment and confidence',
    media: 'text/csv',
  },
  downloadModel: {
    method: 'get',
    path: '/segmentations/{segmentationId}/segmentation.json',
    tag: 'Exports',
    summary: 'The frozen model',
    media: 'application/json',
  },
  downloadRecipe: {
    method: 'get',
    path: '/segmentations/{segmentationId}/recipe.json',
    tag: 'Exports',
    summary: 'The recipe',
    media: 'application/json',
  },
  downloadCustomers: {
    method: 'get',
    path: '/segmentations/{segmentationId}/customers.csv',
    tag: 'Exports',
    summary: 'Customers with features and segment, under the filters',
    media: 'text/csv',
  },
  downloadCustomersParquet: {
    method: 'get',
    path: '/segmentations/{segmentationId}/customers.parquet',
    tag: 'Exports',
    summary: 'The same as Parquet',
    media: 'application/vnd.apache.parquet',
  },
  figure: {
    method: 'get',
    path: '/datasets/{datasetId}/figures/{figure}',
    tag: 'Exports',
    summary: 'One figure under the filters: its title, subtitle and table, or the drawing',
    media: 'application/json',
  },
  downloadReport: {
    method: 'get',
    path: '/datasets/{datasetId}/report',
    tag: 'Exports',
    summary: 'The report under the filters, as PDF or as one HTML file',
    media: 'application/pdf',
  },
  getJob: {
    method: 'get',
    path: '/jobs/{jobId}',
    tag: 'Jobs',
    summary: 'A job',
  },
  jobEvents: {
    method: 'get',
    path: '/jobs/{jobId}/events',
    tag: 'Jobs',
    summary: 'The job at each change, as server-sent events named "job"',
    media: 'text/event-stream',
  },
  cancelJob: {
    method: 'delete',
    path: '/jobs/{jobId}',
    tag: 'Jobs',
    summary: 'Cancel a job',
  },
} as const satisfies Record<string, Route>;
export type OperationName = keyof typeof operations;
