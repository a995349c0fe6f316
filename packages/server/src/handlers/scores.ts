import { download, downloadName } from '../http/download.ts';
import type { HandlersOf } from '../http/handlers.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import { Scores } from '../store/scores.ts';
import { findSegmentation } from '../store/segmentations.ts';
import { scoreUpload } from '../work/score-upload.ts';
import type { Workshop } from '../work/workshop.ts';

/** New customers scored: some by their values, those of a file, and that file to take away. */
export function scoreHandlers(
  workshop: Workshop,
  jobs: JobRunner,
): HandlersOf<'predict' | 'scoreUpload' | 'downloadScores'> {
  const { engine, uploads } = workshop;
  const scores = new Scores(engine.workDir);
  const { predictors } = workshop;
  return {
    async predict({ params, body }) {
      const predict = await predictors.of(params.segmentationId);
      return body.rows.map((row) => predict(row));
    },
    async scoreUpload({ params, body }) {
      const shown = await findSegmentation(engine, params.segmentationId);
      const upload = await uploads.find(body.uploadId);
      return jobs.start('score', (job) => scoreUpload(workshop, scores, shown, upload, job));
    },
    downloadScores({ params }) {
      const { name, content } = scores.read(params.scoresId);
      const file = downloadName(name.replace(/(\.\w{1,8}){1,2}$/, ''), 'scored.csv');
      return download(file, 'text/csv; charset=utf-8', content);
    },
  };
}
