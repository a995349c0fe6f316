import type { KChoice, Problem, Quality } from '@clientele/contracts';
import type { KmeansFit } from '@clientele/kernels';
import { countOf, formatNumber } from '../../preparation/format-value.ts';
import { chooseK } from '../choose-k.ts';
import { chanceWarnings } from '../compare-with-chance.ts';
import { kernelCalls, type RunEffects } from '../kernel-calls.ts';
import { measureQuality } from '../measure-quality.ts';
import type { Fit, FitInput } from '../method.ts';
import { orderSegments } from '../order-segments.ts';

/** Fits k-means to the prepared matrix; k `auto` is chosen first. Fewer segments than asked and no rest are warnings. */
export async function fitKmeans(input: FitInput, effects: RunEffects): Promise<Fit> {
  const { table, prepared, recipe } = input;
  const { matrix, rows, columns } = prepared;
  const { starts, seed } = recipe;
  const kChoice = recipe.k === 'auto' ? await chooseK(prepared, recipe, effects) : null;
  const asked = kChoice?.recommended.k ?? Number(recipe.k);
  const fit = await kernelCalls(effects, 'k-means').kmeans(matrix, { rows, columns, clusters: asked, starts, seed });
  const k = fit.clusters;
  const ids = orderSegments(fit.labels, k, table, prepared);
  const labels = fit.labels.map((label) => ids[label] ?? 0);
  const centers: number[][] = Array.from({ length: k }, () => []);
  ids.forEach((id, label) => {
    centers[id] = Array.from(fit.centers.subarray(label * columns, (label + 1) * columns));
  });
  const quality = await qualityOf(input, fit, kChoice, effects);
  const { silhouette } = quality;
  const doubts =
    kChoice?.warnings ??
    (silhouette === null ? [] : await chanceWarnings(prepared, { k, silhouette }, recipe, effects));
  const warnings: Problem[] = [...doubts];
  if (k < asked) {
    const message = `k = ${asked} was asked for, but the ${countOf(rows, 'customer')} show only ${formatNumber(k, 0)} different sets of values, so there are ${k} segments.`;
    warnings.push({ severity: 'warning', code: 'fewer-segments', message, count: k });
  }
  if (!fit.converged) {
    const message = `k-means had not come to rest after ${formatNumber(fit.iterations, 0)} passes; more starts may lower the inertia.`;
    warnings.push({ severity: 'warning', code: 'not-converged', message, count: fit.iterations });
  }
  return {
    labels,
    model: {
      method: 'kmeans',
      k,
      centers,
      variance: fit.inertia / (rows * columns),
      iterations: fit.iterations,
      converged: fit.converged,
    },
    quality,
    choice: kChoice === null ? null : kChoice.recommended,
    groups: null,
    warnings,
  };
}

/** Where k was chosen, the silhouette of the chosen fit, the costly measure, is known already. */
async function qualityOf(
  { prepared, recipe }: FitInput,
  fit: KmeansFit,
  kChoice: KChoice | null,
  effects: RunEffects,
): Promise<Quality> {
  const same = kChoice?.candidates.find(({ k, inertia }) => k === fit.clusters && inertia === fit.inertia);
  const known =
    kChoice === null || same === undefined ? null : { mean: same.silhouette, exact: kChoice.silhouetteExact };
  const measures = await measureQuality(prepared, fit.labels, fit.clusters, { seed: recipe.seed, known }, effects);
  return { inertia: fit.inertia, ...measures };
}
