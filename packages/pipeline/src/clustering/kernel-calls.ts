import { ClienteleError } from '@clientele/contracts';
import {
  assessStructure,
  bootstrapJaccard,
  chooseClusters,
  dbscan,
  gapStatistic,
  gaussianMixture,
  type Hooks,
  hdbscan,
  hierarchical,
  kmeans,
  kPrototypes,
  measureLabelings,
  miniBatchKmeans,
  type PoolCallOptions,
  predictionStrength,
  Stopped,
  silhouette,
  umap,
  umapTransform,
} from '@clientele/kernels';
import type { Effects } from '../effects.ts';

/** What fitting needs from outside; no database. */
export type RunEffects = Omit<Effects, 'engine'>;

/** The kernels that run long, by the name that they have in the pool too. */
const kernels = {
  assessStructure,
  kmeans,
  chooseClusters,
  silhouette,
  measureLabelings,
  miniBatchKmeans,
  hierarchical,
  gaussianMixture,
  kPrototypes,
  dbscan,
  hdbscan,
  umap,
  umapTransform,
  gapStatistic,
  predictionStrength,
  bootstrapJaccard,
};
type Kernels = typeof kernels;
type WithoutHooks<Args extends unknown[]> = Args extends [...infer Inputs, hooks?: Hooks] ? Inputs : Args;

/** The kernels, over the worker pool where there is one and on this thread where there is none. */
export type KernelCalls = {
  [Name in keyof Kernels]: (...inputs: WithoutHooks<Parameters<Kernels[Name]>>) => Promise<ReturnType<Kernels[Name]>>;
};

/** Calls the kernels with progress under `step`; a stop becomes the error `cancelled`. */
export function kernelCalls(effects: RunEffects, step: string): KernelCalls {
  const { pool, signal, onProgress } = effects;
  const report = (done: number) => onProgress?.({ step, done, rows: null });
  const hooks: Hooks = { onProgress: report, shouldStop: () => signal?.aborted === true };
  const watch: PoolCallOptions = { onProgress: report, signal };
  const call = (name: keyof Kernels) => {
    const here = kernels[name] as (...args: unknown[]) => unknown;
    const there = pool?.[name] as ((...args: unknown[]) => Promise<unknown>) | undefined;
    return (...inputs: unknown[]) =>
      guard(effects, async () => (there === undefined ? here(...inputs, hooks) : there(...inputs, watch)));
  };
  const names = Object.keys(kernels) as (keyof Kernels)[];
  return Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as KernelCalls;
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
