import { ClienteleError, type Explanation, type FeatureValues } from '@clientele/contracts';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from './client.ts';

const keptMs = 60_000;

/** Why a customer with these values is where they are, and what would move them. */
export function useExplanation(segmentationId: string, features: FeatureValues | null): UseQueryResult<Explanation> {
  return useQuery({
    queryKey: ['explanation', segmentationId, features],
    queryFn: async ({ signal }) => {
      const body = { rows: features === null ? [] : [features] };
      const [explanation] = await client.call('explain', { params: { segmentationId }, body, signal });
      if (explanation === undefined)
        throw new ClienteleError('internal', 'The server explained nothing though it was asked about one customer.');
      return explanation;
    },
    enabled: segmentationId !== '' && features !== null,
    gcTime: keptMs,
    placeholderData: keepPreviousData,
  });
}
