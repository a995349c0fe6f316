import type { Evidence, Job, Segmentation } from '@clientele/contracts';
import { queryOptions, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from './client.ts';
import { segmentationQuery } from './use-segmentation.ts';

export interface EvidenceState {
  /** Null until it has been gathered. */
  evidence: Evidence | null;
  isRunning: boolean;
  /** The job at its last event; null before the first. */
  job: Job | null;
  error: Error | null;
  retry: () => void;
}

const jobQuery = (id: string) => queryOptions<Job>({ queryKey: ['evidence-job', id], queryFn: skipToken });

/**
 * The evidence of a segmentation: what it holds, or else gathered now; the work is joined where it runs already, is shared by all who ask,
 * and goes on when the screen is left.
 */
export function useEvidence(segmentation: Segmentation | null | undefined): EvidenceState {
  const cache = useQueryClient();
  const id = segmentation?.id ?? '';
  const stored = segmentation?.document.evidence ?? null;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['evidence', id],
    queryFn: async () => {
      const started = await client.call('gatherEvidence', { params: { segmentationId: id } });
      const onChange = (job: Job) => cache.setQueryData(jobQuery(id).queryKey, job);
      const evidence = await client.watchJob<'evidence'>(started, { onChange });
      cache.setQueryData(
        segmentationQuery(id).queryKey,
        (old) => old && { ...old, document: { ...old.document, evidence } },
      );
      await cache.invalidateQueries({ queryKey: ['segmentations'] });
      return evidence;
    },
    enabled: id !== '' && stored === null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const { data: job = null } = useQuery(jobQuery(id));
  const evidence = stored ?? data ?? null;
  return {
    evidence,
    isRunning: isFetching && evidence === null,
    job,
    error: evidence === null && !isFetching ? error : null,
    retry: () => void refetch(),
  };
}
