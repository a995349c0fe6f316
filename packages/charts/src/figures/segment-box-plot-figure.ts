import type { SegmentStatistics } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { FeatureLabel } from '../feature-label.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { featureText } from '../format/feature-text.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { type BoxRow, boxRows } from '../theme/box-rows.ts';
import { rowMarksHeight } from '../theme/row-marks.ts';
import { chosenFeature } from './chosen-feature.ts';
import { segmentName } from './segment-name.ts';

/** Times the median from which a mean shows a tail that a logarithmic scale reads better. */
const skewedMean = 1.25;

export interface SegmentBoxPlotInput {
  statistics: readonly SegmentStatistics[];
  feature: FeatureLabel;
  /** Left out: by how far the mean of all lies above their median. */
  log?: boolean;
}

interface Box extends BoxRow {
  customers: number;
  mean: number | null;
}

function boxesOf({ statistics, feature }: SegmentBoxPlotInput, context: FigureContext): Box[] {
  return statistics.flatMap(({ segment, features }) => {
    const own = features.find((each) => each.feature === feature.id);
    if (own === undefined) return [];
    const { min, q25, median, q75, max, mean, count } = own;
    if (min === null || q25 === null || median === null || q75 === null || max === null) return [];
    const name = segment === null ? context.text('common.allCustomers') : segmentName(segment, context);
    const row = { name, low: min, high: max, q25, median, q75, mean, customers: count };
    return [segment === null ? { ...row, isQuiet: true } : { ...row, segment }];
  });
}

/** Segments whose middle halves do not meet: the two furthest from each other. */
function titleOf(boxes: readonly Box[], { feature }: SegmentBoxPlotInput, { formats, text }: FigureContext): string {
  const segments = boxes.filter(({ segment }) => segment !== undefined && segment >= 0);
  const most = segments.reduce<Box | null>(
    (best, box) => (best === null || box.median > best.median ? box : best),
    null,
  );
  const least = segments.reduce<Box | null>(
    (best, box) => (best === null || box.median < best.median ? box : best),
    null,
  );
  if (most === null || least === null || most.q25 <= least.q75) {
    return text('segment-box-plot.titlePlain', { feature: feature.label });
  }
  const say = (value: number) => featureText(value, feature.unit, formats);
  return text('segment-box-plot.title', {
    feature: feature.label,
    most: most.name,
    mostValue: say(most.median),
    least: least.name,
    leastValue: say(least.median),
  });
}

/** One feature as a box for each segment and one for all customers; whiskers to the least and the greatest value. Null without values. */
export function segmentBoxPlotFigure(input: SegmentBoxPlotInput, context: FigureContext): Figure | null {
  const { formats, text } = context;
  const { feature } = input;
  const boxes = boxesOf(input, context);
  const all = boxes.find(({ segment }) => segment === undefined);
  if (boxes.length === 0) return null;
  const leans = all !== undefined && all.mean !== null && all.median >= 0 && all.mean > skewedMean * all.median;
  const isLog = (input.log ?? leans) && boxes.every(({ low }) => low >= 0);
  const say = (value: number | null) => featureText(value, feature.unit, formats);
  const numbers = [
    ['low', text('box-plot.least')],
    ['q25', text('box-plot.q25')],
    ['median', text('box-plot.median')],
    ['q75', text('box-plot.q75')],
    ['high', text('box-plot.greatest')],
    ['mean', text('box-plot.mean')],
  ] as const;
  return {
    id: 'segment-box-plot',
    title: titleOf(boxes, input, context),
    subtitle: [
      text('box-plot.subtitleEnds', { feature: feature.label }),
      ...(isLog ? [text('box-plot.log')] : []),
    ].join('; '),
    option: (drawing: Drawing): EChartsOption =>
      boxRows(
        {
          rows: boxes,
          feature,
          log: isLog,
          describe(index) {
            const box = boxes[index];
            if (box === undefined) return null;
            return {
              title: box.name,
              rows: [
                ...numbers.map(([key, label]) => [label, say(box[key])] as const),
                [text('common.customers'), formats.count(box.customers)],
              ],
            };
          },
        },
        drawing,
        context,
      ),
    renderer: 'svg',
    height: rowMarksHeight(boxes.length, { hasAxis: true }),
    table: {
      columns: [
        textColumn('segment', text('common.segment')),
        numberColumn('customers', text('common.customers')),
        ...numbers.map(([key, label]) => numberColumn(key, label)),
      ],
      rows: boxes.map((box) => ({
        segment: cell(box.name),
        customers: cell(box.customers, formats.count(box.customers)),
        ...Object.fromEntries(numbers.map(([key]) => [key, cell(box[key], say(box[key]))])),
      })),
    },
  };
}

/** `choices.feature` and `choices.log`; left out, revenue or the first feature, and the scale that fits it. */
export const segmentBoxPlot = defineFigure({
  id: 'segment-box-plot',
  name: 'segment-box-plot.name',
  help: 'segment-box-plot.help',
  screen: 'explore',
  needs: ['segmentStatistics'],
  make({ segmentStatistics: statistics }, setting) {
    const feature = chosenFeature(statistics[0]?.features ?? [], setting);
    const { log } = setting.choices;
    return feature === null
      ? null
      : segmentBoxPlotFigure({ statistics, feature, ...(log !== undefined && { log }) }, setting);
  },
});
