import type { Quality } from '@clientele/contracts';
import { calinskiHarabasz, daviesBouldin } from '@clientele/kernels';
import type { Prepared } from '../preparation/prepare.ts';
import { kernelCalls, type RunEffects } from './kernel-calls.ts';

/** How the silhouette is come by. */
export interface SilhouetteSource {
  /** Of the sample, where there are too many customers for all pairs. */
  seed: number;
  /** The silhouette of these very labels, where it has been measured before. */
  known?: { mean: number; exact: boolean } | null;
}

/** The measures that need labels only; null where they are not defined: fewer than 2 clusters, or as many as customers. */
export async function measureQuality(
  prepared: Prepared,
  labels: Int32Array,
  clusters: number,
  { seed, known }: SilhouetteSource,
  effects: RunEffects,
): Promise<Omit<Quality, 'inertia'>> {
  const { matrix, rows, columns } = prepared;
  if (clusters < 2 || clusters >= rows) {
    return { silhouette: null, silhouetteExact: true, daviesBouldin: null, calinskiHarabasz: null };
  }
  const options = { rows, columns, labels };
  const { mean, exact } = known ?? (await kernelCalls(effects, 'Silhouette').silhouette(matrix, { ...options, seed }));
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    silhouette: finite(mean),
    silhouetteExact: exact,
    daviesBouldin: finite(daviesBouldin(matrix, options)),
    calinskiHarabasz: finite(calinskiHarabasz(matrix, options)),
  };
}
