import type { FeatureInfo } from '@clientele/contracts';

export type Axes = readonly [FeatureInfo, FeatureInfo, FeatureInfo];

/** The features that can be an axis. */
export const axisFeatures = (features: readonly FeatureInfo[]): FeatureInfo[] =>
  features.filter(({ unit }) => unit !== 'category');

/**
 * Three features to look at: those picked, else the recipe's, filled up with those suggested and then with any other; null
 * where there are fewer than three.
 */
export function spaceAxes(
  offered: readonly FeatureInfo[],
  recipe: readonly string[],
  picked: readonly string[],
): Axes | null {
  const byId = (ids: readonly string[]) => ids.flatMap((id) => offered.find((feature) => feature.id === id) ?? []);
  const order = [...byId(picked), ...byId(recipe), ...offered.filter(({ suggested }) => suggested), ...offered];
  const [across, deep, up] = new Set(order);
  return across === undefined || deep === undefined || up === undefined ? null : [across, deep, up];
}

/** The axes once `id` is chosen for one of them; a feature that stood on another axis changes places. */
export function withAxis(axes: Axes, index: number, id: string): string[] {
  const ids = axes.map((axis) => axis.id);
  const former = ids.indexOf(id);
  if (former >= 0) ids[former] = ids[index] ?? id;
  ids[index] = id;
  return ids;
}
