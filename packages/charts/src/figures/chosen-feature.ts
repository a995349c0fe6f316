import type { FigureSetting } from '../define-figure.ts';
import { type FeatureLabel, featureLabel } from '../feature-label.ts';

/** The feature that the reader chose among those there are; without a choice what customers brought, else the first. Null where it is not there. */
export function chosenFeature(
  present: readonly { feature: string; label: string }[],
  setting: Pick<FigureSetting, 'choices' | 'dataset' | 'text'>,
): FeatureLabel | null {
  const wanted = setting.choices.feature;
  const found =
    wanted === undefined
      ? (present.find(({ feature }) => feature === 'monetary') ?? present[0])
      : present.find(({ feature }) => feature === wanted);
  return found === undefined ? null : labelledFeature(found.feature, found.label, setting);
}

/** A feature as the dataset names it, in the reader's language; a plain number where the dataset does not know it. */
export function labelledFeature(
  id: string,
  label: string,
  { dataset, text }: Pick<FigureSetting, 'dataset' | 'text'>,
): FeatureLabel {
  const info = dataset.features.find((feature) => feature.id === id);
  return { id, label: featureLabel({ id, label: info?.label ?? label }, { text }), unit: info?.unit ?? 'number' };
}
