import type { Hooks } from '../hooks.ts';
import { type FinishResult, finishStarts } from './finish-starts.ts';
import type { Problem } from './problem.ts';
import { runStart } from './run-start.ts';
import { summarise } from './summarise.ts';

/** How much each of many fits may cost. */
export interface FewStarts {
  starts: number;
  seed: number;
  maxIterations: number;
}

/** Fewest summary points for each cluster. */
const SUMMARY_ROWS_A_CLUSTER = 20;

/**
 * K-means with each number of clusters, without the search that `kmeans` ends with: for measures that compare many fits made with the
 * same effort. The summary is made once. Points must be centred. Fewer clusters come back where there are fewer distinct points.
 */
export function fitFewStarts(
  problem: Problem,
  counts: readonly number[],
  { starts, seed, maxIterations }: FewStarts,
  hooks: Hooks = {},
): FinishResult[] {
  const quiet: Hooks = hooks.shouldStop ? { shouldStop: hooks.shouldStop } : {};
  const summary = summarise(problem, false);
  return counts.map((clusters, c) => {
    const useSummary = summary !== null && summary.rows >= clusters * SUMMARY_ROWS_A_CLUSTER;
    const seen = useSummary ? summary : problem;
    const ran = Array.from({ length: clusters === 1 ? 1 : starts }, (_, start) =>
      runStart({ problem: seen, clusters, seed, start, maxIterations }, quiet),
    );
    const fit = finishStarts(
      {
        problem,
        summary: useSummary ? summary : null,
        starts: ran,
        seed,
        maxIterations,
        search: false,
        shared: false,
      },
      quiet,
    );
    hooks.onProgress?.((c + 1) / counts.length);
    return fit;
  });
}
