import { type ClusterStability, drawResample, resampleSeed, resampleSize, stabilityOfFits } from '@clientele/kernels';
import { kernelCalls, type RunEffects } from '../clustering/kernel-calls.ts';
import { segmentationMethods } from '../clustering/methods.ts';
import { severalAtOnce } from './several-at-once.ts';
import type { StabilitySample } from './stability-sample.ts';
import { takeRows } from './take-rows.ts';

const step = 'Drawing resamples';
const ofKmeans = 50;
const ofOthers = 20;
/** Of the fit to a resample. */
const mostStarts = 5;

/** How stable each segment is: the method is fitted again and again to parts of the customers, its k and what it found for all of them fixed. */
export function refitResamples(sample: StabilitySample, effects: RunEffects): Promise<ClusterStability> {
  return sample.input.recipe.method === 'kmeans' ? refitKmeans(sample, effects) : refitOther(sample, effects);
}

/** One call, all resamples over the pool. */
function refitKmeans({ input, labels, k }: StabilitySample, effects: RunEffects): Promise<ClusterStability> {
  const { matrix, rows, columns } = input.prepared;
  const { seed } = input.recipe;
  const options = { rows, columns, clusters: k, labels, seed, resamples: ofKmeans, maxRows: Math.max(2, rows) };
  return kernelCalls(effects, step).bootstrapJaccard(matrix, options);
}

async function refitOther(sample: StabilitySample, effects: RunEffects): Promise<ClusterStability> {
  const { input, labels, k, model, customers } = sample;
  const { recipe, prepared } = input;
  const { refit } = segmentationMethods[recipe.method];
  const { rows, columns } = prepared;
  const size = refit.drawn?.(rows) ?? resampleSize(rows);
  const part = { model, share: size / customers, columns };
  const fits = await severalAtOnce(ofOthers, { ...effects, step }, async (resample, quiet) => {
    const rowOf = drawResample({ rows, size, seed: recipe.seed, resample });
    const own = {
      ...(refit.recipe?.(recipe, part) ?? recipe),
      starts: Math.min(recipe.starts, mostStarts),
      seed: resampleSeed(recipe.seed, resample),
    };
    const found = await refit.labelsOf({ ...takeRows(input, rowOf), recipe: own }, Math.min(k, size), quiet);
    return { rowOf, labels: found };
  });
  return stabilityOfFits({ labels, clusters: k, fits });
}
