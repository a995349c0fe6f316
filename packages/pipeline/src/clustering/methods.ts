import type { Method as MethodId } from '@clientele/contracts';
import { dbscanMethod } from './dbscan/dbscan-method.ts';
import { gmmMethod } from './gmm/gmm-method.ts';
import { hdbscanMethod } from './hdbscan/hdbscan-method.ts';
import { hierarchicalMethod } from './hierarchical/hierarchical-method.ts';
import { kmeansMethod } from './kmeans/kmeans-method.ts';
import { kprototypesMethod } from './kprototypes/kprototypes-method.ts';
import type { SegmentationMethod } from './method.ts';
import { minibatchMethod } from './minibatch/minibatch-method.ts';
import { rfmMethod } from './rfm/rfm-method.ts';

/** Every method, by its id in a recipe. */
export const segmentationMethods: Record<MethodId, SegmentationMethod> = {
  kmeans: kmeansMethod,
  minibatch: minibatchMethod,
  ward: hierarchicalMethod('ward'),
  average: hierarchicalMethod('average'),
  complete: hierarchicalMethod('complete'),
  single: hierarchicalMethod('single'),
  gmm: gmmMethod,
  kprototypes: kprototypesMethod,
  dbscan: dbscanMethod,
  hdbscan: hdbscanMethod,
  rfm: rfmMethod,
};
