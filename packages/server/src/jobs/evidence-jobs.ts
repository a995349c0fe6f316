import type { Job, Segmentation } from '@clientele/contracts';
import { findSegmentation } from '../store/segmentations.ts';
import { evidenceOf } from '../work/evidence-of.ts';
import type { Workshop } from '../work/workshop.ts';
import type { JobRunner } from './job-runner.ts';

type Wanted = Pick<Segmentation, 'id' | 'datasetId' | 'draft'>;

/** Gathers the evidence of segmentations, each once however often it is asked for. */
export class EvidenceJobs {
  readonly #workshop: Workshop;
  readonly #jobs: JobRunner;
  /** Those that wait or run, by segmentation. */
  readonly #open = new Map<string, { job: string; wanted: Wanted }>();

  constructor(workshop: Workshop, jobs: JobRunner) {
    this.#workshop = workshop;
    this.#jobs = jobs;
  }

  /** Starts gathering, or joins what runs; done at once where the evidence is stored. A new draft ends the work on the one that it replaced. */
  start(wanted: Wanted): Job {
    const open = this.#open.get(wanted.id);
    if (open !== undefined) return this.#jobs.get(open.job);
    for (const other of this.#open.values())
      if (other.wanted.draft && wanted.draft && other.wanted.datasetId === wanted.datasetId)
        this.#jobs.cancel(other.job);
    const job = this.#jobs.start('evidence', (context) => evidenceOf(this.#workshop, wanted.id, context));
    this.#open.set(wanted.id, { job: job.id, wanted });
    void this.#jobs.finished(job.id).then(() => this.#open.delete(wanted.id));
    return job;
  }

  /** The segmentation with its evidence, waited for; without it where it could not be gathered. @throws ClienteleError `not-found` */
  async settled(id: string): Promise<Segmentation> {
    const { segmentation } = await findSegmentation(this.#workshop.engine, id);
    if (segmentation.document.evidence !== null) return segmentation;
    await this.#jobs.finished(this.start(segmentation).id);
    return (await findSegmentation(this.#workshop.engine, id)).segmentation;
  }
}
