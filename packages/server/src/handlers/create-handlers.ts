import type { Handlers } from '../http/handlers.ts';
import { EvidenceJobs } from '../jobs/evidence-jobs.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { Workshop } from '../work/workshop.ts';
import { datasetHandlers } from './datasets.ts';
import { explanationHandlers } from './explanations.ts';
import { exportHandlers } from './exports.ts';
import { figureHandlers } from './figures.ts';
import { jobHandlers } from './jobs.ts';
import { rfmHandlers } from './rfm.ts';
import { rowHandlers } from './rows.ts';
import { scoreHandlers } from './scores.ts';
import { segmentViewHandlers } from './segment-views.ts';
import { segmentationHandlers } from './segmentations.ts';
import { uploadHandlers } from './uploads.ts';
import { viewHandlers } from './views.ts';

/** All handlers of the API. */
export function createHandlers(workshop: Workshop, jobs: JobRunner): Handlers {
  const evidence = new EvidenceJobs(workshop, jobs);
  return {
    ...jobHandlers(jobs),
    ...uploadHandlers(workshop, jobs),
    ...datasetHandlers(workshop, jobs),
    ...segmentationHandlers(workshop, jobs, evidence),
    ...scoreHandlers(workshop, jobs),
    ...explanationHandlers(workshop),
    ...segmentViewHandlers(workshop, jobs),
    ...viewHandlers(workshop),
    ...rfmHandlers(workshop),
    ...rowHandlers(workshop),
    ...exportHandlers(workshop, evidence),
    ...figureHandlers(workshop, evidence),
  };
}
