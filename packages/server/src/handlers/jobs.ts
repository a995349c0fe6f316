import { version } from '@clientele/contracts';
import type { HandlersOf } from '../http/handlers.ts';
import { jobEvents } from '../jobs/job-events.ts';
import type { JobRunner } from '../jobs/job-runner.ts';

/** The service itself and its jobs. */
export function jobHandlers(jobs: JobRunner): HandlersOf<'health' | 'getJob' | 'jobEvents' | 'cancelJob'> {
  return {
    health: () => ({ status: 'ok', version }),
    getJob: ({ params }) => jobs.get(params.jobId),
    jobEvents: ({ params, context }) => jobEvents(context, jobs, params.jobId),
    cancelJob: ({ params }) => jobs.cancel(params.jobId),
  };
}
