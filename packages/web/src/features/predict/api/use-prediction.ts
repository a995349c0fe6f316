import type { FeatureValues, Prediction } from '@clientele/contracts';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';

const restMs = 80;

/** The segment of these values, asked for once they rest; the former answer stays until the new one is there. */
export function usePrediction(segmentationId: string, values: FeatureValues): UseQueryResult<Prediction | undefined> {
  const [rested] = useDebouncedValue(values, restMs);
  return useQuery({
    queryKey: ['prediction', segmentationId, rested],
    queryFn: async ({ signal }) => {
      const rows = [rested];
      const answers = await client.call('predict', { params: { segmentationId }, body: { rows }, signal });
      return answers[0];
    },
    placeholderData: keepPreviousData,
  });
}
