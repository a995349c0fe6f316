import type { Selection, SelectionRequest } from '@clientele/contracts';
import { type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { download } from '../../../lib/download.ts';

// A lasso takes all customers of the segmentation, whatever the filter bar says.
const query = {};

/** Who stands inside a lasso. */
export function useSelection(segmentationId: string, request: SelectionRequest): UseQueryResult<Selection> {
  return useQuery({
    queryKey: ['selection', segmentationId, request],
    queryFn: ({ signal }) =>
      client.call('selectCustomers', { params: { segmentationId }, query, body: request, signal }),
  });
}

/** Hands the user those inside as customers.csv. */
export function useSelectionFile(segmentationId: string, request: SelectionRequest) {
  return useMutation({
    mutationFn: async () => {
      const { name, content } = await client.file('downloadSelection', {
        params: { segmentationId },
        query,
        body: request,
      });
      download(name ?? 'selected-customers.csv', content);
    },
  });
}
