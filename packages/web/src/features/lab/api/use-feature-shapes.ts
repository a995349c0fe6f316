import type { DataFilters, NumberSummary } from '@clientele/contracts';
import { useViews } from '../../../lib/use-views.ts';

const names = ['numbers'] as const;

/** The shape of each numeric feature of the customers that the recipe would take. */
export function useFeatureShapes(filters: DataFilters) {
  const query = useViews(names, { filters });
  const shapes: readonly NumberSummary[] = query.data?.views.numbers ?? [];
  return { ...query, shapes };
}
