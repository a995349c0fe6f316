import { type Projection, type UmapRequest, umapRequestSchema } from '@clientele/contracts';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../../lib/client.ts';
import { type JobRun, useJob } from '../../../lib/use-job.ts';

/** What the form of UMAP begins with. */
export const usualUmap: UmapRequest = umapRequestSchema.parse({});

/** How long a map stays after one last looked at it. */
const keptMs = 30 * 60_000;

export interface UmapRun {
  /** As the form stands. */
  request: UmapRequest;
  change(patch: Partial<UmapRequest>): void;
  /** Drawn with the request; null where it has not been. */
  projection: Projection | null;
  job: Pick<JobRun<Projection>, 'isRunning' | 'job' | 'error' | 'cancel'>;
  start(request?: UmapRequest): Promise<void>;
}

/** The UMAP of a segmentation's customers, kept for each segmentation and each pair of parameters. */
export function useUmap(segmentationId: string): UmapRun {
  const [request, setRequest] = useState(usualUmap);
  const job = useJob<'umap'>();
  const cache = useQueryClient();
  const keyOf = (asked: UmapRequest) => ['umap', segmentationId, asked];
  const { data } = useQuery<Projection>({
    queryKey: keyOf(request),
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keptMs,
  });
  return {
    request,
    change: (patch) => setRequest((current) => ({ ...current, ...patch })),
    projection: data ?? null,
    job,
    start: async (asked = request) => {
      const made = await job.run((signal) => client.call('umap', { params: { segmentationId }, body: asked, signal }));
      if (made !== null) cache.setQueryData(keyOf(asked), made);
    },
  };
}
