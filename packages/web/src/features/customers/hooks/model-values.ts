import type { FeatureValues } from '@clientele/contracts';

/** Of a customer's features those that a segmentation was made from: a model refuses others. */
export const modelValues = (values: FeatureValues, features: readonly string[]): FeatureValues =>
  Object.fromEntries(features.flatMap((id) => (id in values ? [[id, values[id] ?? null]] : [])));
