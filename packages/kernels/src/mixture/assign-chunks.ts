import type { Problem } from '../kmeans/problem.ts';
import { each, type Plan } from '../plan/plan.ts';
import type { MixtureAssignment } from './assign-mixture.ts';
import type { Components } from './components.ts';
import { toDensities } from './densities.ts';
import { chunksOf } from './start-mixture.ts';

/** Posteriors of all rows, chunk by chunk. */
export function* assignChunks(
  { points, rows, columns }: Problem,
  components: Components,
  share: number,
): Plan<MixtureAssignment> {
  const densities = toDensities(components, columns);
  const { k } = densities;
  const chunks = chunksOf(rows, k, columns).map((chunk) => ({ points, ...chunk, densities }));
  const parts = yield* each('mixtureAssign', chunks, share);
  const labels = new Int32Array(rows);
  const posteriors = new Float64Array(rows * k);
  let logLikelihood = 0;
  parts.forEach((part, chunk) => {
    logLikelihood += part.logLikelihood;
    labels.set(part.labels, chunks[chunk].from);
    posteriors.set(part.posteriors, chunks[chunk].from * k);
  });
  return { logLikelihood, labels, posteriors };
}
