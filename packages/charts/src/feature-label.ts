import type { FeatureInfo } from '@clientele/contracts';

/** What a figure must know of a feature: its key in the data, its name and its unit. */
export type FeatureLabel = Pick<FeatureInfo, 'id' | 'label' | 'unit'>;
