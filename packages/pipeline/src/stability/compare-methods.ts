import { type Method, methodTable, parameters, type Recipe, type Stability } from '@clientele/contracts';
import { adjustedMutualInformation, adjustedRandIndex } from '@clientele/kernels';
import type { RunEffects } from '../clustering/kernel-calls.ts';
import { segmentationMethods } from '../clustering/methods.ts';
import { severalAtOnce } from './several-at-once.ts';
import type { StabilitySample } from './stability-sample.ts';
import { takeRows } from './take-rows.ts';

/** One of each family that is given a k. */
const compared: readonly Method[] = ['kmeans', 'ward', 'gmm'];

/** A comparison is no worse for a fit that is not the very best. */
const mostStarts = 3;

/** Other methods, as they are by default, on the same prepared customers with the same k, against the segments; customers in none are left out. */
export async function compareMethods(
  { input, labels, k }: StabilitySample,
  effects: RunEffects,
): Promise<Stability['methods']> {
  const others = compared.filter((method) => method !== input.recipe.method);
  const inside = Int32Array.from(labels.keys()).filter((row) => (labels[row] ?? -1) >= 0);
  if (k < 2 || inside.length <= k) return [];
  const own = inside.map((row) => labels[row] ?? -1);
  const seen = takeRows(input, inside);
  return severalAtOnce(others.length, { ...effects, step: 'Comparing with other methods' }, async (index, quiet) => {
    const method = others[index] ?? 'kmeans';
    const starts = Math.min(input.recipe.starts, mostStarts);
    const recipe = { ...input.recipe, ...defaultsOf(method), method, starts };
    const found = await segmentationMethods[method].refit.labelsOf({ ...seen, recipe }, k, quiet);
    return {
      method,
      k: new Set(found).size,
      ari: adjustedRandIndex(own, found),
      ami: adjustedMutualInformation(own, found),
    };
  });
}

/** A method's own parameters as they are where nothing is said; k and seed are the recipe's. */
function defaultsOf(method: Method): Partial<Recipe> {
  const shared = ['k', 'fromK', 'toK', 'starts', 'seed'];
  const own = methodTable[method].parameters.filter((name) => !shared.includes(name));
  return Object.fromEntries(own.map((name) => [name, parameters[name].default]));
}
