import type { Method as MethodId } from '@clientele/contracts';
import { kmeansMethod } from './kmeans/kmeans-method.ts';
import type { SegmentationMethod } from './method.ts';
import { rfmMethod } from './rfm/rfm-method.ts';

/** Every method, by its id in a recipe. */
export const segmentationMethods: Record<MethodId, SegmentationMethod> = { kmeans: kmeansMethod, rfm: rfmMethod };
