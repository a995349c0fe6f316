import type { DataFilters, RfmGrid, RfmPreset, RfmScheme } from '@clientele/contracts';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from '../../../../lib/client.ts';
import { schemeText } from './scheme-edits.ts';

const waitMs = 150;

/** The grids that come with Clientele; they stay the same for as long as the page is open. */
export function useRfmPresets(): UseQueryResult<RfmPreset[]> {
  return useQuery({
    queryKey: ['rfm-presets'],
    queryFn: ({ signal }) => client.call('rfmPresets', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export interface GridAsked {
  datasetId: string;
  filters: DataFilters;
  asOf: string | null;
  /** Null: nothing is asked yet. */
  scheme: RfmScheme | null;
}

/** A scheme held against the customers, asked for once it has rested; meanwhile the last answer stays. */
export function useRfmGrid({ datasetId, filters, asOf, scheme }: GridAsked) {
  const [rested] = useDebouncedValue(scheme, waitMs);
  const asked = rested ?? scheme;
  const query = useQuery<RfmGrid>({
    queryKey: ['rfm-grid', datasetId, filters, asOf, asked === null ? null : schemeText(asked)],
    queryFn: ({ signal }) =>
      client.call('rfmGrid', {
        params: { datasetId },
        body: { scheme: asked ?? undefined, filters, asOf } as { scheme: RfmScheme },
        signal,
      }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return { ...query, isBehind: query.isPlaceholderData || asked !== scheme };
}
