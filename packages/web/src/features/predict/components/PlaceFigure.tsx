import { place } from '@clientele/charts';
import type { Prediction } from '@clientele/contracts';
import { useMemo } from 'react';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { useViews } from '../../../lib/use-views.ts';

/** Enough to show where the segments lie, few enough to be drawn anew as a slider moves. */
const points = 1200;
const names = ['segmentProjection'] as const;

export interface PlaceFigureProps {
  prediction: Prediction;
  segmentationId: string;
}

/** Where the values fall among the customers of the segmentation, whatever is filtered. */
export function PlaceFigure({ prediction, segmentationId }: PlaceFigureProps) {
  const query = useViews(names, { filters: {}, segmentation: segmentationId, points });
  const projection = query.data?.views.segmentProjection;
  const sources = useMemo(
    () => (projection === undefined ? undefined : { segmentProjection: projection, prediction }),
    [projection, prediction],
  );
  return <RegisteredFigure definition={place} sources={sources} query={query} />;
}
