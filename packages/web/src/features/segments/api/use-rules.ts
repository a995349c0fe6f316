import type { RuleDialect } from '@clientele/contracts';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';

/** The rules of all segments as code. */
export function useRules(segmentationId: string, dialect: RuleDialect, table: string): UseQueryResult<string> {
  return useQuery({
    queryKey: ['rules', segmentationId, dialect, table],
    queryFn: async ({ signal }) => {
      const asked = { params: { segmentationId }, query: { dialect, table }, signal };
      return (await client.file('downloadRules', asked)).content.text();
    },
    placeholderData: keepPreviousData,
  });
}
