import { customerDetail, listCustomers } from '@clientele/pipeline';
import type { HandlersOf } from '../http/handlers.ts';
import { answerViews } from '../work/answer-views.ts';
import { datasetShown } from '../work/shown.ts';
import { whySegment } from '../work/why-segment.ts';
import type { Workshop } from '../work/workshop.ts';

/** The numbers of the screens under the filters. */
export function viewHandlers(workshop: Workshop): HandlersOf<'views' | 'listCustomers' | 'getCustomer'> {
  const { engine } = workshop;
  return {
    views: ({ params, query }) => answerViews(workshop, params.datasetId, query),
    async listCustomers({ params, query }) {
      const { table, scope } = await datasetShown(workshop, params.datasetId, query);
      const { search, offset, limit, sort, descending, features } = query;
      return listCustomers(engine, table, {
        ...scope,
        offset,
        limit,
        descending: descending === 'true',
        ...(search !== undefined && { search }),
        ...(sort !== undefined && { sort }),
        ...(features !== undefined && { features }),
      });
    },
    async getCustomer({ params, query }) {
      const { stored, table, scope, shown } = await datasetShown(workshop, params.datasetId, query);
      const id = params.customerId;
      const detail = await customerDetail(engine, table, { ...scope, id, dataset: stored.dataset.name });
      const isMember = shown !== null && detail.segment !== null;
      return { ...detail, prediction: isMember ? await whySegment(workshop, shown, id) : null };
    },
  };
}
