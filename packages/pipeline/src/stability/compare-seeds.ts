import { methodTable, type Stability } from '@clientele/contracts';
import { adjustedRandIndex } from '@clientele/kernels';
import type { RunEffects } from '../clustering/kernel-calls.ts';
import { segmentationMethods } from '../clustering/methods.ts';
import { quickRows } from '../clustering/refit.ts';
import { severalAtOnce } from './several-at-once.ts';
import type { StabilitySample } from './stability-sample.ts';

const quickRuns = 10;
/** Of a dear method, with at most as many starts each. */
const dearRuns = 5;
const mostSeed = 4_294_967_295;

/** How far runs agree that differ in their seed only; null for methods without one. */
export async function compareSeeds(
  { input, k, model, customers }: StabilitySample,
  effects: RunEffects,
): Promise<Stability['seeds']> {
  const { recipe, prepared } = input;
  if (!(methodTable[recipe.method].parameters as readonly string[]).includes('seed')) return null;
  const { refit } = segmentationMethods[recipe.method];
  const isDear = refit.mostRows < quickRows;
  const runs = isDear ? dearRuns : quickRuns;
  const starts = isDear ? Math.min(recipe.starts, dearRuns) : recipe.starts;
  const part = { model, share: prepared.rows / customers, columns: prepared.columns };
  const fixed = refit.recipe?.(recipe, part) ?? recipe;
  const found = await severalAtOnce(runs, { ...effects, step: 'Trying other seeds' }, (run, quiet) =>
    refit.labelsOf({ ...input, recipe: { ...fixed, starts, seed: (recipe.seed + run) % (mostSeed + 1) } }, k, quiet),
  );
  const agreements = found.flatMap((a, i) => found.slice(0, i).map((b) => adjustedRandIndex(a, b)));
  const ari = agreements.reduce((sum, each) => sum + each, 0) / agreements.length;
  return { runs, ari, lowest: Math.min(...agreements) };
}
