import { type Projection, type UmapRequest, umapRanges } from '@clientele/contracts';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../../lib/client.ts';
import { type JobRun, useJob } from '../../../lib/use-job.ts';

/** What the form of UMAP begins with. */
export const usualUmap: UmapRequest = {
  neighbours: umapRanges.neighbours.default,
  minDistance: umapRanges.minDistance.default,
  dimensions: 2,
  seed: umapRanges.seed.default,
};

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
  /** Changes the request and starts, unless it has been drawn with that before. */
  draw(patch: Partial<UmapRequest>): void;
  /** True of a map that is there, on a plane. */
  isFlat: boolean;
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
  const start = async (asked: UmapRequest = request) => {
    const made = await job.run((signal) => client.call('umap', { params: { segmentationId }, body: asked, signal }));
    if (made !== null) cache.setQueryData(keyOf(asked), made);
  };
  return {
    request,
    change: (patch) => setRequest((current) => ({ ...current, ...patch })),
    projection: data ?? null,
    job,
    start,
    draw: (patch) => {
      const asked = { ...request, ...patch };
      setRequest(asked);
      if (cache.getQueryData(keyOf(asked)) === undefined) void start(asked);
    },
    isFlat: data !== undefined && request.dimensions === 2,
  };
}
