import type { FindingsViews } from '@clientele/charts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useDataset } from '../../../lib/use-dataset.ts';
import { useViews, type ViewsShown } from '../../../lib/use-views.ts';

const always = ['kpis', 'points', 'segmentTotals', 'countries', 'numbers', 'categories'] as const;
const ofOrders = ['kpiComparison', 'months', 'topCustomers', 'orderCounts', 'countryMonths', 'weekHours'] as const;
const names = [...always, ...ofOrders] as const;

export type OverviewName = (typeof names)[number];
export type OverviewShown = ViewsShown<OverviewName>;

/** Everything the Overview shows, under the filters; the old answer stays until the new one is there. */
export function useOverview(top: number): UseQueryResult<OverviewShown> {
  const { dataset } = useDataset();
  return useViews(names, { top, isEnabled: dataset !== null });
}

/** As findings are looked for. */
export const findingsViews = ({ views, filters }: OverviewShown): FindingsViews => ({ ...views, filters });
