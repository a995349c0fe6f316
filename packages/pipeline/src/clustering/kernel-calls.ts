import { ClienteleError } from '@clientele/contracts';
import {
  type ChooseClustersOptions,
  type ClusterChoice,
  chooseClusters,
  type Hooks,
  type KmeansFit,
  type KmeansOptions,
  kmeans,
  type SilhouetteOptions,
  type SilhouetteResult,
  Stopped,
  silhouette,
} from '@clientele/kernels';
import type { Effects } from '../effects.ts';

/** What fitting needs from outside; no database. */
export type RunEffects = Omit<Effects, 'engine'>;

/** The kernels, over the worker pool where there is one and on this thread where there is none. */
export interface KernelCalls {
  kmeans(points: Float64Array, options: KmeansOptions): Promise<KmeansFit>;
  chooseClusters(points: Float64Array, options: ChooseClustersOptions): Promise<ClusterChoice>;
  silhouette(points: Float64Array, options: SilhouetteOptions): Promise<SilhouetteResult>;
}

/** Calls the kernels with progress under `step`; a stop becomes the error `cancelled`. */
export function kernelCalls(effects: RunEffects, step: string): KernelCalls {
  const { pool, signal, onProgress } = effects;
  const report = (done: number) => onProgress?.({ step, done, rows: null });
  const hooks: Hooks = { onProgress: report, shouldStop: () => signal?.aborted === true };
  const watch = { onProgress: report, signal };
  return {
    kmeans: (points, options) =>
      guard(effects, async () => (pool ? pool.kmeans(points, options, watch) : kmeans(points, options, hooks))),
    chooseClusters: (points, options) =>
      guard(effects, async () =>
        pool ? pool.chooseClusters(points, options, watch) : chooseClusters(points, options, hooks),
      ),
    silhouette: (points, options) =>
      guard(effects, async () => (pool ? pool.silhouette(points, options, watch) : silhouette(points, options, hooks))),
  };
}

async function guard<T>(effects: RunEffects, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Stopped || effects.signal?.aborted) {
      throw new ClienteleError('cancelled', 'The work was cancelled; nothing was changed.', {}, cause);
    }
    throw cause;
  }
}
