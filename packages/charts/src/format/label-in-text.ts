import { orderFeatures } from '@clientele/contracts';
import type { FeatureLabel } from '../feature-label.ts';

const own: Record<string, { label: string } | undefined> = orderFeatures;

/** A feature's name inside a sentence: our own names begin small there, the name of a column stays as it is in the file. */
export const labelInText = ({ id, label }: Pick<FeatureLabel, 'id' | 'label'>): string =>
  own[id]?.label === label ? label.charAt(0).toLowerCase() + label.slice(1) : label;
