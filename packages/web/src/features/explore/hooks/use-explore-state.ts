import type { Dataset, FeatureInfo } from '@clientele/contracts';
import type { Search } from '../../../lib/search-params.ts';
import { useSearch } from '../../../lib/use-search.ts';

export type ExploreScale = 'auto' | 'linear' | 'log';

export interface ExploreState {
  /** The numeric features, suggested ones first. */
  numeric: readonly FeatureInfo[];
  feature: FeatureInfo | undefined;
  x: FeatureInfo | undefined;
  y: FeatureInfo | undefined;
  scale: ExploreScale;
  set(patch: Pick<Search, 'feature' | 'x' | 'y' | 'scale'>): void;
}

/** What is looked at; the address remembers it. */
export function useExploreState(dataset: Dataset): ExploreState {
  const { search, change } = useSearch();
  const numeric = dataset.features
    .filter(({ unit }) => unit !== 'category')
    .sort((one, other) => Number(other.suggested) - Number(one.suggested));
  const find = (id: string | undefined) => numeric.find((feature) => feature.id === id);
  const feature = find(search.feature) ?? numeric[0];
  const x = find(search.x) ?? numeric[0];
  const y =
    find(search.y) ??
    numeric.find(({ id }) => id !== x?.id && id === 'monetary') ??
    numeric.find(({ id }) => id !== x?.id) ??
    x;
  return { numeric, feature, x, y, scale: search.scale ?? 'auto', set: (patch) => change(patch, { replace: true }) };
}
