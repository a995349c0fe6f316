import { defineFigure } from '../define-figure.ts';
import { neighboursAlike } from '../findings/neighbours-alike.ts';
import { projectionFigure } from './projection-figure.ts';
import { segmentName } from './segment-name.ts';

const height = 300;

/** Where a customer, or values that were predicted, fall among the customers of the segmentation. `choices.customer` names the mark. */
export const place = defineFigure({
  id: 'place',
  name: 'place.name',
  help: 'place.help',
  screen: 'customers',
  needs: ['segmentProjection', 'prediction'],
  make({ segmentProjection, prediction }, setting) {
    const { formats, text, choices } = setting;
    const at = prediction.place;
    if (at === null || segmentProjection.points.ids.length === 0) return null;
    const label = choices.customer ?? text('place.mark');
    const drawn = projectionFigure(segmentProjection, setting, { ...at, label });
    const { alike, of } = neighboursAlike(segmentProjection, at, prediction.segment);
    const counts = { alike: formats.count(alike), of: formats.count(of) };
    const isInOne = prediction.segment >= 0;
    return {
      ...drawn,
      id: 'place',
      height,
      ...(of > 0 && {
        title: isInOne
          ? text('place.title', { ...counts, name: segmentName(prediction.segment, setting) })
          : text('place.titleNone', counts),
      }),
    };
  },
});
