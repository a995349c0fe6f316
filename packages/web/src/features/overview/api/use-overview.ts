import { type FindingsViews, findingViews } from '@clientele/charts';
import type { ViewName } from '@clientele/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useDataset } from '../../../lib/use-dataset.ts';
import { useViews, type ViewsShown } from '../../../lib/use-views.ts';

const ofOrders = ['kpiComparison', 'months', 'topCustomers', 'orderCounts', 'countryMonths', 'weekHours'] as const;

/** Up to so many customers all stand in the scatter; of more, so many that a changed filter is drawn at once. */
const wholeMost = 5000;
const sampled = 2000;

export type OverviewName = keyof Omit<FindingsViews, 'filters'> | (typeof ofOrders)[number];
/** Of order lines without numbers and categories, of a table of customers without what needs time and money. */
export type OverviewShown = ViewsShown<OverviewName>;

/** Everything the Overview shows, under the filters; the old answer stays until the new one is there. */
export function useOverview(top: number): UseQueryResult<OverviewShown> {
  const { dataset } = useDataset();
  const kind = dataset?.kind ?? 'orders';
  const names: readonly ViewName[] = [...findingViews(kind), ...(kind === 'orders' ? ofOrders : [])];
  const points = (dataset?.customers ?? 0) > wholeMost ? sampled : wholeMost;
  return useViews(names as readonly OverviewName[], { top, points, isEnabled: dataset !== null });
}

/** As findings are looked for. */
export const findingsViews = ({ views, filters }: OverviewShown): FindingsViews => ({ ...views, filters });
