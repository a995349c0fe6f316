import { chooseClusters } from '../src/choose/choose-clusters.ts';
import { measureLabelings } from '../src/choose/measure-labelings.ts';
import { dbscan } from '../src/density/dbscan.ts';
import { hdbscan } from '../src/density/hdbscan.ts';
import { hierarchical } from '../src/hierarchical/hierarchical.ts';
import { kmeans } from '../src/kmeans/kmeans.ts';
import { miniBatchKmeans } from '../src/minibatch/mini-batch-kmeans.ts';
import { chooseMixture } from '../src/mixture/choose-mixture.ts';
import { gaussianMixture } from '../src/mixture/gaussian-mixture.ts';
import { neighbourGraph } from '../src/neighbours/neighbour-graph.ts';
import type { plans } from '../src/plan/plans.ts';
import type { Pool, PoolCallOptions } from '../src/pool/pool.ts';
import { trustworthiness } from '../src/projection/trustworthiness.ts';
import { kPrototypes } from '../src/prototypes/k-prototypes.ts';
import { silhouette } from '../src/quality/silhouette.ts';
import { bootstrapJaccard } from '../src/stability/bootstrap-jaccard.ts';
import { dipTest } from '../src/structure/dip-test.ts';
import { gapStatistic } from '../src/structure/gap-statistic.ts';
import { hopkins } from '../src/structure/hopkins.ts';
import { predictionStrength } from '../src/structure/prediction-strength.ts';
import { umap } from '../src/umap/umap.ts';
import { umapTransform } from '../src/umap/umap-transform.ts';
import { messy } from './samples.ts';

type PlanName = keyof typeof plans;

/** One plan with its input: a call here and the same in a pool. */
export interface PlanCall {
  here(): unknown;
  there(pool: Pool, call?: PoolCallOptions): Promise<unknown>;
}

/** A plan with an input of any size. */
export interface PlanCase {
  name: PlanName;
  /** Rows that take all of a second and more, for the test of stopping and of progress. */
  longRows: number;
  /** Prepares the input, which costs something itself, and gives the call. */
  of(rows: number): PlanCall;
}

/** The synchronous kernel and the pool's of the same name take the same arguments. */
function planCase<Inputs extends unknown[] | []>(
  name: PlanName,
  longRows: number,
  kernel: (...args: NoInfer<Inputs>) => unknown,
  inputsOf: (rows: number) => Inputs,
): PlanCase {
  return {
    name,
    longRows,
    of(rows) {
      const inputs = inputsOf(rows);
      return {
        here: () => kernel(...inputs),
        there: (pool, call) => (pool[name] as (...args: unknown[]) => Promise<unknown>)(...inputs, call),
      };
    },
  };
}

const shapeOf = ({ rows, columns }: { rows: number; columns: number }) => ({ rows, columns });
const thirds = (rows: number): Int32Array => Int32Array.from({ length: rows }, (_, row) => row % 3);

/** Every plan of src/plan/plans.ts; one that is missing here fails every-plan.test.ts. */
export const everyPlan: PlanCase[] = [
  planCase('kmeans', 120_000, kmeans, (rows) => {
    const data = messy(rows, 4);
    return [data.points, { ...shapeOf(data), clusters: rows > 9_999 ? 24 : 4, starts: rows > 9_999 ? 40 : 3 }];
  }),
  planCase('miniBatchKmeans', 200_000, miniBatchKmeans, (rows) => {
    const data = messy(rows, 4);
    return [data.points, { ...shapeOf(data), clusters: rows > 9_999 ? 40 : 4, batchRows: 512 }];
  }),
  planCase('hierarchical', 30_000, hierarchical, (rows) => {
    const data = messy(rows, 4);
    return [data.points, { ...shapeOf(data), clusters: 4 }];
  }),
  planCase('dbscan', 60_000, dbscan, (rows) => {
    const data = messy(rows, 4);
    return [data.points, { ...shapeOf(data), eps: 1.2, minSamples: 5 }];
  }),
  planCase('hdbscan', 60_000, hdbscan, (rows) => {
    const data = messy(rows, 4);
    return [data.points, { ...shapeOf(data), minClusterSize: 8 }];
  }),
  planCase('gaussianMixture', 60_000, gaussianMixture, (rows) => {
    const data = messy(rows, 4);
    return [data.points, { ...shapeOf(data), clusters: rows > 9_999 ? 8 : 3, starts: rows > 9_999 ? 10 : 2 }];
  }),
  planCase('chooseMixture', 20_000, chooseMixture, (rows) => {
    const data = messy(rows, 3);
    return [data.points, { ...shapeOf(data), from: 1, to: rows > 9_999 ? 6 : 2, starts: 2, maxIterations: 40 }];
  }),
  planCase('kPrototypes', 60_000, kPrototypes, (rows) => {
    const data = messy(rows, 4);
    return [
      data.points,
      data.categories,
      { ...shapeOf(data), categoricalColumns: 1, clusters: rows > 9_999 ? 20 : 4, starts: 3 },
    ];
  }),
  planCase('chooseClusters', 30_000, chooseClusters, (rows) => {
    const data = messy(rows, 4);
    return [data.points, { ...shapeOf(data), from: 2, to: rows > 9_999 ? 9 : 4, starts: 3 }];
  }),
  planCase('measureLabelings', 20_000, measureLabelings, (rows) => {
    const data = messy(rows, 4);
    const halves = Int32Array.from({ length: rows }, (_, row) => row & 1);
    return [data.points, { ...shapeOf(data), labelings: [thirds(rows), halves] }];
  }),
  planCase('silhouette', 20_000, silhouette, (rows) => {
    const data = messy(rows, 12);
    return [data.points, { ...shapeOf(data), labels: thirds(rows) }];
  }),
  planCase('gapStatistic', 20_000, gapStatistic, (rows) => {
    const data = messy(rows, 4);
    return [data.points, { ...shapeOf(data), to: rows > 9_999 ? 10 : 3, references: rows > 9_999 ? 20 : 3 }];
  }),
  planCase('predictionStrength', 20_000, predictionStrength, (rows) => {
    const data = messy(rows, 4);
    return [data.points, { ...shapeOf(data), to: rows > 9_999 ? 10 : 3, repeats: rows > 9_999 ? 10 : 2 }];
  }),
  planCase('bootstrapJaccard', 20_000, bootstrapJaccard, (rows) => {
    const data = messy(rows, 4);
    return [data.points, { ...shapeOf(data), clusters: 4, resamples: rows > 9_999 ? 100 : 4 }];
  }),
  planCase('hopkins', 20_000, hopkins, (rows) => {
    const data = messy(rows, 8);
    return [data.points, { ...shapeOf(data), repeats: rows > 9_999 ? 60 : 3 }];
  }),
  planCase('dipTest', 6_000, dipTest, (rows) => {
    const data = messy(rows, 4);
    return [data.points, { ...shapeOf(data), maxRows: 6_000 }];
  }),
  planCase('neighbourGraph', 60_000, neighbourGraph, (rows) => {
    const data = messy(rows, 6);
    return [data.points, { ...shapeOf(data), neighbours: 10 }];
  }),
  planCase('umap', 10_000, umap, (rows) => {
    const data = messy(rows, 4);
    return [data.points, { ...shapeOf(data), epochs: rows > 9_999 ? 300 : 20 }];
  }),
  planCase('umapTransform', 30_000, umapTransform, (rows) => {
    const known = messy(300, 4);
    const { model } = umap(known.points, { ...shapeOf(known), epochs: 20, neighbours: 10 });
    const data = messy(rows, 4, 3);
    return [{ ...model, epochs: rows > 9_999 ? 300 : model.epochs }, data.points, shapeOf(data)];
  }),
  planCase('trustworthiness', 8_000, trustworthiness, (rows) => {
    const data = messy(rows, 6);
    const picture = data.points.filter((_, p) => p % 6 < 2);
    return [data.points, picture, { ...shapeOf(data), dimensions: 2, maxExactRows: 10_000 }];
  }),
];
