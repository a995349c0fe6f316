import type { Prediction } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { predictionFinding } from '../findings/prediction-finding.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { rowBars, rowBarsHeight } from '../theme/row-bars.ts';

/** Why this segment: the distance to each centre, or each segment's confidence where the method has no centres. */
export function segmentDistancesFigure(prediction: Prediction, { formats, text }: FigureContext): Figure {
  const scores = [...prediction.scores].sort((left, right) => left.segment - right.segment);
  const isByDistance = scores.length > 0 && scores.every(({ distance }) => distance !== null);
  const rows = scores.map(({ segment, name, distance, confidence }) => ({
    name,
    segment,
    value: isByDistance ? (distance ?? 0) : confidence,
    text: isByDistance ? formats.fixed(distance, 2) : formats.share(confidence, 0),
    isEmphasised: segment === prediction.segment,
  }));

  const option = (drawing: Drawing): EChartsOption =>
    rowBars(rows, drawing, (index) => {
      const score = scores[index];
      if (score === undefined) return null;
      return {
        title: score.name,
        rows: [
          ...(score.distance === null
            ? []
            : [[text('segment-distances.distance'), formats.fixed(score.distance, 2)] as const]),
          [text('segment-distances.confidence'), formats.share(score.confidence)],
        ],
      };
    });

  return {
    id: 'segment-distances',
    title: predictionFinding(prediction, text),
    subtitle: text(isByDistance ? 'segment-distances.subtitle' : 'segment-distances.subtitleConfidence'),
    option: rows.length === 0 ? null : option,
    renderer: 'svg',
    height: rowBarsHeight(rows.length),
    table: {
      columns: [
        textColumn('segment', text('common.segment')),
        ...(isByDistance ? [numberColumn('distance', text('segment-distances.distance'))] : []),
        numberColumn('confidence', text('segment-distances.confidence')),
      ],
      rows: scores.map(({ name, distance, confidence }) => ({
        segment: cell(name),
        distance: cell(distance, formats.fixed(distance, 2)),
        confidence: cell(confidence, formats.share(confidence)),
      })),
    },
  };
}

export const segmentDistances = defineFigure({
  id: 'segment-distances',
  name: 'segment-distances.name',
  help: 'segment-distances.help',
  screen: 'customers',
  needs: ['customer'],
  make: ({ customer }, setting) =>
    customer.prediction === null ? null : segmentDistancesFigure(customer.prediction, setting),
});
