import type { UseQueryResult } from '@tanstack/react-query';
import { useViews, type ViewsShown } from '../../../lib/use-views.ts';

const names = [
  'segmentStatistics',
  'segmentCountries',
  'segmentCategories',
  'segmentProducts',
  'segmentBaskets',
] as const;

export type SegmentsShown = ViewsShown<(typeof names)[number]>;

/** The numbers of the segments under the filters; the old answer stays until the new one is there. */
export function useSegmentsView(segmentation: string | undefined): UseQueryResult<SegmentsShown> {
  return useViews(names, { ...(segmentation && { segmentation }), isEnabled: segmentation !== undefined });
}
