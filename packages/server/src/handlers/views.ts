import {
  customerDetail,
  customerPoints,
  featureShapes,
  listCustomers,
  overview,
  segmentsView,
} from '@clientele/pipeline';
import type { HandlersOf } from '../http/handlers.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import { findSegmentation } from '../store/segmentations.ts';
import { readPlaces } from '../store/write-members.ts';
import { projectionOf } from '../work/projection-of.ts';
import { datasetShown, segmentationShown } from '../work/shown.ts';
import { umapOf } from '../work/umap-of.ts';
import { whySegment } from '../work/why-segment.ts';
import type { Workshop } from '../work/workshop.ts';

type Names = 'overview' | 'listCustomers' | 'getCustomer' | 'featureShapes' | 'segmentsView' | 'projection' | 'umap';

/** The numbers of the screens under the filters. */
export function viewHandlers(workshop: Workshop, jobs: JobRunner): HandlersOf<Names> {
  const { engine } = workshop;
  return {
    async overview({ params, query }) {
      const { table, scope } = await datasetShown(workshop, params.datasetId, query);
      return overview(engine, table, { ...scope, top: query.top, points: query.points });
    },
    async listCustomers({ params, query }) {
      const { table, scope } = await datasetShown(workshop, params.datasetId, query);
      const { search, offset, limit, sort, descending, features } = query;
      return listCustomers(engine, table, {
        ...scope,
        offset,
        limit,
        descending: descending === 'true',
        ...(search !== undefined && { search }),
        ...(sort !== undefined && { sort }),
        ...(features !== undefined && { features }),
      });
    },
    async getCustomer({ params, query }) {
      const { stored, table, scope, shown } = await datasetShown(workshop, params.datasetId, query);
      const id = params.customerId;
      const detail = await customerDetail(engine, table, { ...scope, id, dataset: stored.dataset.name });
      const isMember = shown !== null && detail.segment !== null;
      return { ...detail, prediction: isMember ? await whySegment(workshop, shown, id) : null };
    },
    async featureShapes({ params, query }) {
      const { table, scope } = await datasetShown(workshop, params.datasetId, query);
      const { filters, ...options } = scope;
      return featureShapes(engine, table, filters, options);
    },
    async segmentsView({ params, query }) {
      const { table, scope, shown } = await segmentationShown(workshop, params.segmentationId, query);
      const { model, recipe } = shown.segmentation.document;
      const { filters, asOf } = scope;
      return segmentsView(engine, table, shown.members, model.k, filters, { asOf, features: recipe.features });
    },
    async projection({ params, query }) {
      const { table, scope, shown } = await segmentationShown(workshop, params.segmentationId, query);
      const { document } = shown.segmentation;
      const features = query.features?.length ? query.features : document.recipe.features;
      const points = await customerPoints(engine, table, { ...scope, features, most: query.points });
      return projectionOf(points, await readPlaces(engine, shown.members, points.ids), shown.axes);
    },
    async umap({ params, body }) {
      const shown = await findSegmentation(engine, params.segmentationId);
      return jobs.start('umap', (job) => umapOf(workshop, shown, body, job));
    },
  };
}
