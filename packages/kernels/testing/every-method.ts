import { dbscan } from '../src/density/dbscan.ts';
import { createDbscanPredictor, dbscanModel } from '../src/density/dbscan-predict.ts';
import { hdbscan } from '../src/density/hdbscan.ts';
import { hdbscanPredict } from '../src/density/hdbscan-predict.ts';
import type { Linkage } from '../src/hierarchical/dendrogram.ts';
import { hierarchical, hierarchicalPredict } from '../src/hierarchical/hierarchical.ts';
import type { Hooks } from '../src/hooks.ts';
import { assignNearest } from '../src/kmeans/assign-nearest.ts';
import { kmeans } from '../src/kmeans/kmeans.ts';
import { miniBatchKmeans } from '../src/minibatch/mini-batch-kmeans.ts';
import { COVARIANCES, type Covariance } from '../src/mixture/components.ts';
import { gaussianMixture } from '../src/mixture/gaussian-mixture.ts';
import { gaussianMixturePredict } from '../src/mixture/gaussian-mixture-predict.ts';
import type { Pool, PoolCallOptions } from '../src/pool/pool.ts';
import { kPrototypes } from '../src/prototypes/k-prototypes.ts';
import { kPrototypesPredict } from '../src/prototypes/k-prototypes-predict.ts';
import type { Points } from './load-points.ts';

/** Points, and a category a row for the methods that take one. */
export interface Sample extends Points {
  categories: Int32Array;
}

/** What every method can be told here; each takes what it knows. */
export interface Settings {
  clusters: number;
  seed: number;
  /** The unit of the columns: a distance of 1 elsewhere is so much here. */
  unit: number;
}

/** What every fit has. */
export interface AnyFit {
  labels: Int32Array;
  clusters: number;
  sizes: Int32Array;
  noise?: number;
}

/** A fit and the rule that goes with it. */
export interface Fitted {
  fit: AnyFit;
  predict(sample: Sample): Int32Array;
}

/** A clustering method as the suite of all methods sees it. */
export interface Method {
  name: string;
  /** Finds as many clusters as asked for where there are so many distinct rows. */
  takesClusters: boolean;
  fit(sample: Sample, settings: Settings, hooks?: Hooks): Fitted;
  fitInPool(pool: Pool, sample: Sample, settings: Settings, call?: PoolCallOptions): Promise<AnyFit>;
}

interface MethodOf<Fit extends AnyFit> {
  takesClusters: boolean;
  fit(sample: Sample, settings: Settings, hooks?: Hooks): Fit;
  fitInPool(pool: Pool, sample: Sample, settings: Settings, call?: PoolCallOptions): Promise<Fit>;
  predict(fit: Fit, to: Sample, from: Sample, settings: Settings): Int32Array;
}

function method<Fit extends AnyFit>(name: string, { fit, predict, ...rest }: MethodOf<Fit>): Method {
  return {
    name,
    ...rest,
    fit(sample, settings, hooks) {
      const found = fit(sample, settings, hooks);
      return { fit: found, predict: (to) => predict(found, to, sample, settings) };
    },
  };
}

const kmeansOptions = ({ rows, columns }: Sample, { clusters, seed }: Settings) => ({
  rows,
  columns,
  clusters,
  seed,
  starts: 3,
});

function linkageMethod(linkage: Linkage): Method {
  const options = ({ rows, columns }: Sample, { clusters }: Settings) => ({ rows, columns, clusters, linkage });
  return method(`hierarchical ${linkage}`, {
    takesClusters: true,
    fit: (sample, settings, hooks) => hierarchical(sample.points, options(sample, settings), hooks),
    fitInPool: (pool, sample, settings, call) => pool.hierarchical(sample.points, options(sample, settings), call),
    predict: (fit, to) => hierarchicalPredict(fit, to.points, to).labels,
  });
}

function mixtureMethod(covariance: Covariance): Method {
  const options = (sample: Sample, settings: Settings) => ({
    ...kmeansOptions(sample, settings),
    covariance,
    starts: 3,
  });
  return method(`gaussianMixture ${covariance}`, {
    takesClusters: true,
    fit: (sample, settings, hooks) => gaussianMixture(sample.points, options(sample, settings), hooks),
    fitInPool: (pool, sample, settings, call) => pool.gaussianMixture(sample.points, options(sample, settings), call),
    predict: (fit, to) => gaussianMixturePredict(fit, to.points, to).labels,
  });
}

function hdbscanMethod(selection: 'eom' | 'leaf', minClusterSize: number): Method {
  const options = ({ rows, columns }: Sample) => ({ rows, columns, selection, minClusterSize });
  return method(`hdbscan ${selection}`, {
    takesClusters: false,
    fit: (sample, _, hooks) => hdbscan(sample.points, options(sample), hooks),
    fitInPool: (pool, sample, _, call) => pool.hdbscan(sample.points, options(sample), call),
    predict: (fit, to) => hdbscanPredict(fit.model, to.points, to).labels,
  });
}

const dbscanOptions = ({ rows, columns }: Sample, { unit }: Settings) => ({
  rows,
  columns,
  eps: 1.5 * unit,
  minSamples: 4,
});

const mixedOptions = (sample: Sample, settings: Settings) => ({
  ...kmeansOptions(sample, settings),
  categoricalColumns: 1,
  gamma: settings.unit ** 2,
});

/** Every clustering method. A new one is one entry here, and must pass every-method.test.ts. */
export const everyMethod: Method[] = [
  method('kmeans', {
    takesClusters: true,
    fit: (sample, settings, hooks) => kmeans(sample.points, kmeansOptions(sample, settings), hooks),
    fitInPool: (pool, sample, settings, call) => pool.kmeans(sample.points, kmeansOptions(sample, settings), call),
    predict: ({ centers, clusters }, to) => assignNearest(to.points, { ...to, centers, clusters }).labels,
  }),
  method('miniBatchKmeans', {
    takesClusters: true,
    fit: (sample, settings, hooks) => miniBatchKmeans(sample.points, kmeansOptions(sample, settings), hooks),
    fitInPool: (pool, sample, settings, call) =>
      pool.miniBatchKmeans(sample.points, kmeansOptions(sample, settings), call),
    predict: ({ centers, clusters }, to) => assignNearest(to.points, { ...to, centers, clusters }).labels,
  }),
  ...(['ward', 'average', 'complete', 'single'] as const).map(linkageMethod),
  ...COVARIANCES.map(mixtureMethod),
  method('kPrototypes', {
    takesClusters: true,
    fit: (sample, settings, hooks) =>
      kPrototypes(sample.points, sample.categories, mixedOptions(sample, settings), hooks),
    fitInPool: (pool, sample, settings, call) =>
      pool.kPrototypes(sample.points, sample.categories, mixedOptions(sample, settings), call),
    predict: (fit, to) => kPrototypesPredict(fit, to.points, to.categories, { ...to, categoricalColumns: 1 }).labels,
  }),
  method('dbscan', {
    takesClusters: false,
    fit: (sample, settings, hooks) => dbscan(sample.points, dbscanOptions(sample, settings), hooks),
    fitInPool: (pool, sample, settings, call) => pool.dbscan(sample.points, dbscanOptions(sample, settings), call),
    predict: (fit, to, from, settings) =>
      createDbscanPredictor(dbscanModel(from.points, dbscanOptions(from, settings), fit))(to.points, to),
  }),
  hdbscanMethod('eom', 5),
  hdbscanMethod('leaf', 12),
];
