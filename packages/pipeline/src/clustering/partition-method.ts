import {
  type Candidate,
  type KChoice,
  type Method,
  methodTable,
  type Problem,
  type Recipe,
  takesK,
} from '@clientele/contracts';
import { countOf, formatNumber } from '../preparation/format-value.ts';
import type { Prepared } from '../preparation/prepare.ts';
import { chooseK, type MeasuredChoice } from './choose-k.ts';
import { chanceWarnings } from './compare-with-chance.ts';
import { kernelCalls, type RunEffects } from './kernel-calls.ts';
import { type KnownMeasures, measureQuality } from './measure-quality.ts';
import type { MeasuredRange } from './measured-range.ts';
import type { Fit, FitInput, Refit, SegmentationMethod } from './method.ts';
import { orderSegments } from './order-segments.ts';
import type { Partition } from './partition.ts';
import { quickRows } from './refit.ts';

/** What is special about a method whose partition comes from a kernel. */
export interface PartitionMethod {
  id: Method;
  /** Parts the customers; `k` is null where the method finds the number itself. */
  partition(input: FitInput, k: number | null, effects: RunEffects): Promise<Partition>;
  /** Partitions for a range of k at less cost than one by one. */
  partitions?(input: FitInput, from: number, to: number, effects: RunEffects): Promise<Partition[]>;
  /** The whole range with its measures, where the kernel gives both at once. */
  measureRange?(input: FitInput, from: number, to: number, effects: RunEffects): Promise<MeasuredRange>;
  /** Where it is not as with k-means. */
  refit?: Partial<Omit<Refit, 'labelsOf'>>;
  scorer: SegmentationMethod['scorer'];
}

/** Makes a method of it: choosing k, the order of segments, quality and doubts are the same for all. */
export function partitionMethod(method: PartitionMethod): SegmentationMethod {
  const range = (input: FitInput, effects: RunEffects) => {
    const { prepared, recipe } = input;
    const measure = (from: number, to: number): Promise<MeasuredRange> =>
      method.measureRange?.(input, from, to, effects) ?? measureEach(method, input, from, to, effects);
    return chooseK(prepared, recipe, { measure, isKmeans: method.id === 'kmeans' }, effects);
  };
  return {
    id: method.id,
    usesPreparation: true,
    fewest: (recipe) => fewestFor(method.id, recipe),
    fit: async (input, effects) => {
      if (picksK(method.id, input.recipe)) return chosenFit(input, await range(input, effects));
      const k = takesK(method.id) && input.recipe.k !== 'auto' ? input.recipe.k : null;
      return finishFit(input, await method.partition(input, k, effects), { asked: k, effects });
    },
    ...(takesK(method.id) && { chooseK: range }),
    refit: {
      mostRows: quickRows,
      ...method.refit,
      labelsOf: async (input, k, effects) =>
        (await method.partition(input, takesK(method.id) ? k : null, effects)).labels,
    },
    scorer: method.scorer,
  };
}

/** Whether k is to be chosen: it is neither given nor follows from a height. */
function picksK(method: Method, { k, height }: Recipe): boolean {
  return takesK(method) && k === 'auto' && (height === undefined || height === 'none');
}

function fewestFor(method: Method, recipe: Recipe): { customers: number; because: string } {
  const { k, fromK } = recipe;
  const { label } = methodTable[method];
  if (picksK(method, recipe))
    return { customers: fromK + 1, because: `choosing k from ${fromK} on needs at least ${fromK + 1}` };
  return k === 'auto' || !takesK(method)
    ? { customers: 2, because: `${label} needs at least 2` }
    : { customers: k, because: `k = ${k} needs at least ${k}` };
}

/** Fits k by k and measures all partitions together. A k that found fewer clusters is left out. */
async function measureEach(
  method: PartitionMethod,
  input: FitInput,
  from: number,
  to: number,
  effects: RunEffects,
): Promise<MeasuredRange> {
  const { matrix, rows, columns } = input.prepared;
  const asked: Partition[] = [];
  if (method.partitions !== undefined) asked.push(...(await method.partitions(input, from, to, effects)));
  else {
    for (let k = from; k <= to; k++) {
      const share = (done: number | null) => (done === null ? null : (k - from + done) / (to - from + 1));
      const onProgress: RunEffects['onProgress'] = (progress) =>
        effects.onProgress?.({ ...progress, done: share(progress.done) });
      asked.push(await method.partition(input, k, { ...effects, onProgress }));
    }
  }
  const partitions = asked.filter(({ clusters }, i) => clusters === from + i);
  const labelings = partitions.map(({ labels }) => labels);
  const calls = kernelCalls(effects, 'Measuring each k');
  const measures = await calls.measureLabelings(matrix, { rows, columns, labelings, seed: input.recipe.seed });
  const candidates = measures.map((measure, i): Candidate => {
    const { converged = true, quality, isBicVoid } = partitions[i] ?? {};
    return {
      k: measure.clusters,
      inertia: measure.inertia,
      silhouette: measure.silhouette.mean,
      daviesBouldin: measure.daviesBouldin,
      calinskiHarabasz: measure.calinskiHarabasz,
      smallest: measure.smallest,
      converged,
      ...(quality?.bic !== undefined && !isBicVoid && { bic: quality.bic }),
    };
  });
  return { candidates, partitions, silhouettes: measures.map(({ silhouette }) => silhouette) };
}

async function chosenFit(input: FitInput, { choice, measured, picked }: MeasuredChoice): Promise<Fit> {
  const partition = measured.partitions[picked];
  const silhouette = measured.silhouettes[picked];
  const candidate = measured.candidates[picked];
  if (partition === undefined || silhouette === undefined || candidate === undefined)
    throw new Error(`no partition for the chosen k = ${choice.recommended.k}`);
  return finishFit(input, partition, { asked: choice.recommended.k, choice, known: { ...candidate, silhouette } });
}

interface Finish {
  /** The k that was asked for; null where the method finds it. */
  asked: number | null;
  choice?: KChoice;
  known?: KnownMeasures;
  effects?: RunEffects;
}

/** Puts the clusters in the order of segments, measures them, and says what is doubtful. */
async function finishFit(input: FitInput, partition: Partition, finish: Finish): Promise<Fit> {
  const { table, prepared, recipe } = input;
  const { asked, choice, known, effects = {} } = finish;
  const { clusters: k } = partition;
  const ids = orderSegments(partition.labels, k, table, prepared);
  const labels = partition.labels.map((label) => (label < 0 ? -1 : (ids[label] ?? 0)));
  const quality = await measureQuality(prepared, partition, { ids, seed: recipe.seed, known }, effects);
  const noise = labels.reduce((count, label) => count + (label < 0 ? 1 : 0), 0);
  const doubts =
    choice?.warnings ??
    (k < 2
      ? []
      : await chanceWarnings(
          prepared,
          { k, silhouette: recipe.method === 'kmeans' ? quality.silhouette : null },
          recipe,
          effects,
        ));
  return {
    labels,
    model: partition.model(ids),
    quality: { ...quality, ...partition.quality },
    choice: choice?.recommended ?? null,
    groups: null,
    warnings: [...doubts, ...doubtsOf(recipe.method, prepared, partition, { asked, noise })],
  };
}

function doubtsOf(
  method: Method,
  { rows }: Prepared,
  { clusters, converged, iterations, doubts }: Partition,
  { asked, noise }: { asked: number | null; noise: number },
): Problem[] {
  const { label } = methodTable[method];
  const warnings: Problem[] = [...doubts];
  if (asked !== null && clusters < asked) {
    const message = `k = ${asked} was asked for, but ${label} finds only ${formatNumber(clusters, 0)} different groups among the ${countOf(rows, 'customer')}, so there are ${clusters} segments.`;
    warnings.push({ severity: 'warning', code: 'fewer-segments', message, count: clusters });
  }
  if (asked === null && clusters < 2) {
    const message =
      clusters === 0
        ? `${label} finds no dense group: all ${countOf(rows, 'customer')} are in no segment; try smaller groups, fewer neighbours or a larger radius.`
        : `${label} finds a single group: there is nothing to tell segments by; try a smaller radius, smaller groups or another method.`;
    warnings.push({ severity: 'warning', code: 'fewer-segments', message, count: clusters });
  }
  if (noise > 0) {
    const message = `${label} leaves ${countOf(noise, 'customer')} (${formatNumber((100 * noise) / rows, 1)}%) in no segment: they lie in no dense place; the measures of quality leave them out.`;
    warnings.push({ severity: 'info', code: 'in-no-segment', message, count: noise });
  }
  if (!converged) {
    const message = `${label} had not come to rest after ${formatNumber(iterations, 0)} passes; more starts may give a better result.`;
    warnings.push({ severity: 'warning', code: 'not-converged', message, count: iterations });
  }
  return warnings;
}
