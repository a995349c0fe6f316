import { type Finding, overviewFindings } from '@clientele/charts';
import { useMemo } from 'react';
import { useDataset } from '../../../lib/use-dataset.ts';
import { useFilters } from '../../../lib/use-filters.ts';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { findingsViews, type OverviewShown } from '../api/use-overview.ts';

/** What stands out in the overview. The ledger tells of the whole dataset, so it speaks only where nothing is filtered. */
export function useFindings(overview: OverviewShown): Finding[] {
  const context = useFigureContext();
  const { dataset } = useDataset();
  const { isFiltered } = useFilters();
  const ledger = isFiltered ? null : (dataset?.ledger ?? null);
  return useMemo(
    () => overviewFindings({ overview: findingsViews(overview), ledger }, context),
    [overview, ledger, context],
  );
}
