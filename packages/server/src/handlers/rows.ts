import { listRows, RowTotals } from '@clientele/pipeline';
import type { HandlersOf } from '../http/handlers.ts';
import { datasetShown } from '../work/shown.ts';
import type { Workshop } from '../work/workshop.ts';

/** The cleaned rows, page by page. */
export function rowHandlers(workshop: Workshop): HandlersOf<'listRows'> {
  const totals = new RowTotals();
  return {
    async listRows({ params, query }) {
      const { table, scope, shown } = await datasetShown(workshop, params.datasetId, query);
      const { search, where, offset, limit, sort, descending } = query;
      return listRows(workshop.engine, table, {
        ...scope,
        segmentNames: shown?.segmentation.document.segments.map(({ name }) => name) ?? [],
        offset,
        limit,
        descending: descending === 'true',
        totals,
        ...(search !== undefined && { search }),
        ...(where !== undefined && { where }),
        ...(sort !== undefined && { sort }),
      });
    },
  };
}
