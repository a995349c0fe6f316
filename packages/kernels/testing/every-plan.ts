import { chooseClusters } from '../src/choose/choose-clusters.ts';
import { measureLabelings } from '../src/choose/measure-labelings.ts';
import { dbscan } from '../src/density/dbscan.ts';
import { hdbscan } from '../src/density/hdbscan.ts';
import { hierarchical } from '../src/hierarchical/hierarchical.ts';
import type { Hooks } from '../src/hooks.ts';
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
import { assessStructure } from '../src/structure/assess-structure.ts';
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
  /** Rows that take half a second and more, for the test of stopping and of progress. */
  longRows: number;
  /** Prepares the input, which costs something itself, and gives the call. */
  of(rows: number): PlanCall;
}

/** The synchronous kernel and the pool's of the same name take the same inputs. */
function callOf<Inputs extends unknown[]>(
  name: PlanName,
  kernel: (...args: [...Inputs, hooks: Hooks]) => unknown,
  ...inputs: Inputs
): PlanCall {
  return {
    here: () => kernel(...inputs, {}),
    there: (pool, call) => (pool[name] as (...args: unknown[]) => Promise<unknown>)(...inputs, call),
  };
}

const shapeOf = ({ rows, columns }: { rows: number; columns: number }) => ({ rows, columns });
const thirds = (rows: number): Int32Array => Int32Array.from({ length: rows }, (_, row) => row % 3);

/** Every plan of src/plan/plans.ts; one that is missing here fails every-plan.test.ts. */
export const everyPlan: PlanCase[] = [
  {
    name: 'kmeans',
    longRows: 120_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('kmeans', kmeans, data.points, {
        ...shapeOf(data),
        clusters: rows > 9_999 ? 40 : 4,
        starts: rows > 9_999 ? 60 : 3,
      });
    },
  },
  {
    name: 'miniBatchKmeans',
    longRows: 200_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('miniBatchKmeans', miniBatchKmeans, data.points, {
        ...shapeOf(data),
        clusters: rows > 9_999 ? 40 : 4,
        batchRows: 512,
      });
    },
  },
  {
    name: 'hierarchical',
    longRows: 30_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('hierarchical', hierarchical, data.points, { ...shapeOf(data), clusters: 4 });
    },
  },
  {
    name: 'dbscan',
    longRows: 120_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('dbscan', dbscan, data.points, { ...shapeOf(data), eps: 1.2, minSamples: 5 });
    },
  },
  {
    name: 'hdbscan',
    longRows: 60_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('hdbscan', hdbscan, data.points, { ...shapeOf(data), minClusterSize: 8 });
    },
  },
  {
    name: 'gaussianMixture',
    longRows: 60_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('gaussianMixture', gaussianMixture, data.points, {
        ...shapeOf(data),
        clusters: rows > 9_999 ? 8 : 3,
        starts: rows > 9_999 ? 10 : 2,
      });
    },
  },
  {
    name: 'chooseMixture',
    longRows: 20_000,
    of(rows) {
      const data = messy(rows, 3);
      return callOf('chooseMixture', chooseMixture, data.points, {
        ...shapeOf(data),
        from: 1,
        to: rows > 9_999 ? 6 : 2,
        starts: 2,
        maxIterations: 40,
      });
    },
  },
  {
    name: 'kPrototypes',
    longRows: 60_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('kPrototypes', kPrototypes, data.points, data.categories, {
        ...shapeOf(data),
        categoricalColumns: 1,
        clusters: rows > 9_999 ? 20 : 4,
        starts: 3,
      });
    },
  },
  {
    name: 'chooseClusters',
    longRows: 30_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('chooseClusters', chooseClusters, data.points, {
        ...shapeOf(data),
        from: 2,
        to: rows > 9_999 ? 9 : 4,
        starts: 3,
      });
    },
  },
  {
    name: 'measureLabelings',
    longRows: 40_000,
    of(rows) {
      const data = messy(rows, 4);
      const halves = Int32Array.from({ length: rows }, (_, row) => row & 1);
      return callOf('measureLabelings', measureLabelings, data.points, {
        ...shapeOf(data),
        labelings: [thirds(rows), halves],
        maxExactRows: 100_000,
      });
    },
  },
  {
    name: 'silhouette',
    longRows: 20_000,
    of(rows) {
      const data = messy(rows, 12);
      return callOf('silhouette', silhouette, data.points, { ...shapeOf(data), labels: thirds(rows) });
    },
  },
  {
    name: 'gapStatistic',
    longRows: 20_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('gapStatistic', gapStatistic, data.points, {
        ...shapeOf(data),
        to: rows > 9_999 ? 10 : 3,
        references: rows > 9_999 ? 100 : 3,
      });
    },
  },
  {
    name: 'predictionStrength',
    longRows: 20_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('predictionStrength', predictionStrength, data.points, {
        ...shapeOf(data),
        to: rows > 9_999 ? 10 : 3,
        repeats: rows > 9_999 ? 100 : 2,
      });
    },
  },
  {
    name: 'bootstrapJaccard',
    longRows: 20_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('bootstrapJaccard', bootstrapJaccard, data.points, {
        ...shapeOf(data),
        clusters: 4,
        resamples: rows > 9_999 ? 400 : 4,
      });
    },
  },
  {
    name: 'hopkins',
    longRows: 20_000,
    of(rows) {
      const data = messy(rows, 8);
      return callOf('hopkins', hopkins, data.points, { ...shapeOf(data), repeats: rows > 9_999 ? 60 : 3 });
    },
  },
  {
    name: 'dipTest',
    longRows: 6_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('dipTest', dipTest, data.points, { ...shapeOf(data), maxRows: 6_000 });
    },
  },
  {
    name: 'assessStructure',
    longRows: 20_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('assessStructure', assessStructure, data.points, {
        ...shapeOf(data),
        maxClusters: rows > 9_999 ? 10 : 4,
        references: rows > 9_999 ? 40 : 2,
      });
    },
  },
  {
    name: 'neighbourGraph',
    longRows: 60_000,
    of(rows) {
      const data = messy(rows, 6);
      return callOf('neighbourGraph', neighbourGraph, data.points, { ...shapeOf(data), neighbours: 10 });
    },
  },
  {
    name: 'umap',
    longRows: 10_000,
    of(rows) {
      const data = messy(rows, 4);
      return callOf('umap', umap, data.points, { ...shapeOf(data), epochs: rows > 9_999 ? 300 : 20 });
    },
  },
  {
    name: 'umapTransform',
    longRows: 30_000,
    of(rows) {
      const known = messy(300, 4);
      const { model } = umap(known.points, { ...shapeOf(known), epochs: 20, neighbours: 10 });
      const data = messy(rows, 4, 3);
      return callOf(
        'umapTransform',
        umapTransform,
        { ...model, epochs: rows > 9_999 ? 300 : model.epochs },
        data.points,
        shapeOf(data),
      );
    },
  },
  {
    name: 'trustworthiness',
    longRows: 12_000,
    of(rows) {
      const data = messy(rows, 6);
      const picture = data.points.filter((_, p) => p % 6 < 2);
      return callOf('trustworthiness', trustworthiness, data.points, picture, {
        ...shapeOf(data),
        dimensions: 2,
        maxExactRows: 20_000,
      });
    },
  },
];
