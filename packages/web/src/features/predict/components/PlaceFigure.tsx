import { projectionFigure } from '@clientele/charts';
import type { Prediction } from '@clientele/contracts';
import { useMemo } from 'react';
import { FigureView } from '../../../components/FigureView.tsx';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { useViews } from '../../../lib/use-views.ts';
import { nearestAlike } from '../hooks/nearest-alike.ts';

/** Enough to show where the segments lie, few enough to be drawn anew as a slider moves. */
const points = 1200;
const height = 300;

export interface PlaceFigureProps {
  prediction: Prediction;
  segmentationId: string;
}

/** Where the values fall among the customers of the segmentation, whatever is filtered. */
export function PlaceFigure({ prediction, segmentationId }: PlaceFigureProps) {
  const context = useFigureContext();
  const { formats, text } = context;
  const view = useViews(['segmentProjection'], { filters: {}, segmentation: segmentationId, points });
  const projection = view.data?.views.segmentProjection;
  const { place, segment, name } = prediction;
  const figure = useMemo(() => {
    if (projection === undefined || place === null) return null;
    const drawn = projectionFigure(projection, context, { ...place, label: text('predict.placeMark') });
    const { alike, of } = nearestAlike(projection, place, segment);
    if (of === 0) return drawn;
    const counts = { alike: formats.count(alike), of: formats.count(of) };
    const title = segment < 0 ? text('predict.nearestNone', counts) : text('predict.nearest', { ...counts, name });
    return { ...drawn, id: 'predicted-place', title };
  }, [projection, place, segment, name, context, formats, text]);
  return (
    <FigureView
      figure={figure}
      name={text('predict.place')}
      help={text('predict.placeHelp')}
      query={view}
      height={height}
    />
  );
}
