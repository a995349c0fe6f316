import type { Handlers } from '../http/handlers.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { Workshop } from '../work/workshop.ts';
import { datasetHandlers } from './datasets.ts';
import { exportHandlers } from './exports.ts';
import { jobHandlers } from './jobs.ts';
import { segmentationHandlers } from './segmentations.ts';
import { uploadHandlers } from './uploads.ts';
import { viewHandlers } from './views.ts';

/** All handlers of the API. */
export function createHandlers(workshop: Workshop, jobs: JobRunner): Handlers {
  return {
    ...jobHandlers(jobs),
    ...uploadHandlers(workshop, jobs),
    ...datasetHandlers(workshop, jobs),
    ...segmentationHandlers(workshop, jobs),
    ...viewHandlers(workshop, jobs),
    ...exportHandlers(workshop),
  };
}
