import type { NumberSummary } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { FeatureLabel } from '../feature-label.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { featureText } from '../format/feature-text.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { type BoxRow, boxRows } from '../theme/box-rows.ts';
import { rowMarksHeight } from '../theme/row-marks.ts';
import { chosenFeature } from './chosen-feature.ts';

const skewed = 1;

export interface BoxPlotInput {
  summary: NumberSummary;
  feature: FeatureLabel;
  /** Left out: by the skewness. */
  log?: boolean;
}

/** One feature over all customers as a box with Tukey's whiskers, or whiskers to the least and greatest where these are not known. Null without values. */
export function boxPlotFigure({ summary, feature, log }: BoxPlotInput, context: FigureContext): Figure | null {
  const { formats, text } = context;
  const { min, q25, median, q75, max, whiskers, outliers, count, mean } = summary;
  if (min === null || q25 === null || median === null || q75 === null || max === null) return null;
  const say = (value: number | null) => featureText(value, feature.unit, formats);
  const isLog = (log ?? (summary.skewness ?? 0) > skewed) && min >= 0;
  const [low, high] = whiskers ?? [min, max];
  const name = text('common.allCustomers');
  const row: BoxRow = { name, low, high, q25, median, q75 };
  const hasOutliers = whiskers !== null && outliers > 0;
  const numbers: [string, string, number | null][] = [
    ['min', text('box-plot.least'), min],
    ['low', text('box-plot.lowWhisker'), low],
    ['q25', text('box-plot.q25'), q25],
    ['median', text('box-plot.median'), median],
    ['q75', text('box-plot.q75'), q75],
    ['high', text('box-plot.highWhisker'), high],
    ['max', text('box-plot.greatest'), max],
    ['mean', text('box-plot.mean'), mean],
  ];
  return {
    id: 'box-plot',
    title: text('box-plot.title', { feature: feature.label, q25: say(q25), q75: say(q75) }),
    subtitle: [
      text(whiskers === null ? 'box-plot.subtitleEnds' : 'box-plot.subtitle', { feature: feature.label }),
      ...(isLog ? [text('box-plot.log')] : []),
    ].join('; '),
    ...(hasOutliers && {
      note: text('box-plot.outliers', { n: outliers, share: formats.share(outliers / Math.max(1, count)) }),
    }),
    option: (drawing: Drawing): EChartsOption =>
      boxRows(
        {
          rows: [row],
          feature,
          log: isLog,
          describe: () => ({
            title: feature.label,
            rows: numbers.map(([, label, value]) => [label, say(value)]),
          }),
        },
        drawing,
        context,
      ),
    renderer: 'svg',
    height: rowMarksHeight(1, { hasAxis: true }),
    table: {
      columns: [
        textColumn('customers', text('common.customers')),
        ...numbers.map(([key, label]) => numberColumn(key, label)),
        numberColumn('outliers', text('box-plot.beyond')),
      ],
      rows: [
        {
          customers: cell(count, formats.count(count)),
          ...Object.fromEntries(numbers.map(([key, , value]) => [key, cell(value, say(value))])),
          outliers: whiskers === null ? cell(null) : cell(outliers, formats.count(outliers)),
        },
      ],
    },
  };
}

/** `choices.feature` and `choices.log`; left out, revenue or the first feature, and the scale by its skewness. */
export const boxPlot = defineFigure({
  id: 'box-plot',
  name: 'box-plot.name',
  help: 'box-plot.help',
  screen: 'explore',
  needs: ['numbers'],
  make({ numbers }, setting) {
    const feature = chosenFeature(numbers, setting);
    const summary = numbers.find((each) => each.feature === feature?.id);
    if (feature === null || summary === undefined) return null;
    const { log } = setting.choices;
    return boxPlotFigure({ summary, feature, ...(log !== undefined && { log }) }, setting);
  },
});
