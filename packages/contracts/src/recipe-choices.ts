import type { DatasetKind } from './roles.ts';

export const transforms = ['none', 'log', 'auto'] as const;
/** `log` is log1p of every feature; `auto` takes it feature by feature where it lowers the skew. */
export type Transform = (typeof transforms)[number];

export const scales = ['none', 'standard', 'minmax', 'robust'] as const;
/** `standard` divides by the population standard deviation; `robust` by the interquartile range around the median. */
export type Scale = (typeof scales)[number];

export const missings = ['median', 'drop'] as const;
/** What is done with a customer that lacks a chosen feature: the median is filled in, or the customer is left out. */
export type Missing = (typeof missings)[number];

/** What a recipe holds beside its parameters where the user says nothing. */
export const recipeDefaults = { transform: 'auto', scale: 'standard', missing: 'median', method: 'kmeans' } as const;

/** By how much the log has to lower the size of a feature's skewness before the transform `auto` takes it. */
export const autoLogGain = 0.5;

/** A date or a time, as a recipe holds it. */
export const momentPattern = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/;

/** Name of the segmentation that a dataset gets when it is imported: the default recipe's. */
export function firstSegmentationName(kind: DatasetKind): string {
  return kind === 'orders' ? 'RFM, k-means' : 'k-means';
}
