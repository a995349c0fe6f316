import type { NumberSummary } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { FeatureLabel } from '../feature-label.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { leaning, skewFinding } from '../findings/skew-finding.ts';
import { featureAxisText, featureText } from '../format/feature-text.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { chartBase, chartGrid, haloLabel, valueAxis } from '../theme/chart-parts.ts';
import { featureScale } from '../theme/feature-scale.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { chosenFeature } from './chosen-feature.ts';

/** Skewness above which the logarithmic scale reads better. */
const skewed = 1;

export interface FeatureHistogramInput {
  summary: NumberSummary;
  feature: FeatureLabel;
  /** Left out: by the skewness. */
  log?: boolean;
}

interface Bin {
  from: number;
  to: number;
  customers: number;
}

function binsOf({ edges, counts }: NonNullable<NumberSummary['histogram']>): Bin[] {
  return counts.map((customers, index) => ({
    from: edges[index] ?? 0,
    to: edges[index + 1] ?? edges[index] ?? 0,
    customers,
  }));
}

function noteOf({ summary, feature }: FeatureHistogramInput, isLog: boolean, { formats, text }: FigureContext): string {
  const say = (value: number | null) => featureText(value, feature.unit, formats);
  const { count, missing, mean, median, q25, q75, skewness, skewnessLog } = summary;
  const sentences = [
    text('feature-histogram.numbers', {
      n: count,
      mean: say(mean),
      median: say(median),
      q25: say(q25),
      q75: say(q75),
    }),
  ];
  if (missing > 0) sentences.push(text('feature-histogram.missing', { n: missing }));
  if (skewness !== null) {
    sentences.push(text(`feature-histogram.skew.${leaning(skewness)}`, { skew: formats.fixed(skewness, 1) }));
    if (isLog && skewnessLog !== null) {
      sentences.push(text('feature-histogram.skewLog', { skew: formats.fixed(skewnessLog, 1) }));
    }
  }
  return sentences.join(' ');
}

/** Customers by value of one feature in bins of equal width, linear or logarithmic; the median and the middle half are marked. Null without values. */
export function featureHistogramFigure(input: FeatureHistogramInput, context: FigureContext): Figure | null {
  const { summary, feature } = input;
  const { formats, text } = context;
  const isLog = (input.log ?? (summary.skewness ?? 0) > skewed) && summary.histogramLog !== null;
  const histogram = isLog ? summary.histogramLog : summary.histogram;
  const low = histogram?.edges[0];
  const high = histogram?.edges.at(-1);
  if (histogram === null || low === undefined || high === undefined || summary.count === 0) return null;
  const isPoint = !(high > low);
  const bins = isPoint ? [{ from: low, to: low, customers: summary.count }] : binsOf(histogram);
  const position = isLog ? (value: number) => Math.log1p(value) : (value: number) => value;
  const say = (value: number) => featureText(value, feature.unit, formats);
  const rangeText = ({ from, to }: Bin) => (isPoint ? say(from) : `${say(from)} \u2013 ${say(to)}`);

  const option = ({ scheme }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const axis = valueAxis(colors);
    const [left, right] = isPoint ? [position(low) - 0.5, position(low) + 0.5] : [position(low), position(high)];
    const values = isPoint ? [low] : featureScale([low, high], isLog).ticks;
    const ticks = values.filter((tick) => position(tick) >= left - 1e-9 && position(tick) <= right + 1e-9);
    const written = new Map(ticks.map((tick) => [position(tick), featureAxisText(tick, feature.unit, formats)]));
    const customValues = [...written.keys()];
    const middle = summary.median;
    const place = middle === null ? 0.5 : (position(middle) - left) / (right - left);
    return {
      ...chartBase(colors),
      grid: chartGrid({ top: 24, right: 12 }),
      tooltip: figureTooltip(colors, (index) => {
        const bin = bins[index];
        if (bin === undefined) return null;
        return {
          title: `${feature.label}: ${rangeText(bin)}`,
          rows: [
            [text('common.customers'), formats.count(bin.customers)],
            [text('common.share'), formats.share(bin.customers / summary.count)],
          ],
        };
      }),
      xAxis: {
        ...axis,
        min: left,
        max: right,
        splitLine: { show: false },
        axisLine: { show: true, lineStyle: { color: colors.line } },
        axisTick: { show: false, customValues },
        axisLabel: {
          ...axis.axisLabel,
          customValues,
          formatter: (value: number) => nearest(written, value),
        },
      },
      yAxis: {
        ...axis,
        splitNumber: 3,
        minInterval: 1,
        axisLabel: { ...axis.axisLabel, formatter: (value: number) => formats.count(value) },
      },
      series: [
        {
          type: 'custom',
          encode: { x: [0, 1], y: 2 },
          data: bins.map(({ from, to, customers }) =>
            isPoint ? [left + 0.25, right - 0.25, customers] : [position(from), position(to), customers],
          ),
          renderItem: (_params, api) => {
            const [fromX = 0, base = 0] = api.coord([api.value(0), 0]);
            const [toX = 0, top = 0] = api.coord([api.value(1), api.value(2)]);
            const gap = toX - fromX > 4 ? 1 : 0;
            return {
              type: 'rect',
              shape: { x: fromX + gap / 2, y: top, width: Math.max(1, toX - fromX - gap), height: base - top },
              style: { fill: colors.measure },
            };
          },
          markArea:
            isPoint || summary.q25 === null || summary.q75 === null
              ? undefined
              : {
                  silent: true,
                  itemStyle: { color: colors.ink, opacity: 0.07 },
                  data: [[{ xAxis: position(summary.q25) }, { xAxis: position(summary.q75) }]],
                },
          markLine:
            middle === null || isPoint
              ? undefined
              : {
                  silent: true,
                  symbol: 'none',
                  lineStyle: { color: colors.ink2, width: 1.25, type: [3, 3] },
                  label: {
                    ...haloLabel(colors),
                    fontSize: 11,
                    fontWeight: 500,
                    align: place < 0.25 ? 'left' : place > 0.75 ? 'right' : 'center',
                    formatter: () => text('feature-histogram.median', { value: say(middle) }),
                  },
                  data: [{ xAxis: position(middle) }],
                },
        },
      ],
    };
  };

  const found = skewFinding(summary);
  return {
    id: 'feature-histogram',
    title:
      found === null
        ? text('feature-histogram.titlePlain', { feature: feature.label })
        : text(found.larger === 'mean' ? 'feature-histogram.title' : 'feature-histogram.titleLow', {
            feature: feature.label,
            times: formats.fixed(found.times, 1),
          }),
    subtitle: text(isLog ? 'feature-histogram.subtitleLog' : 'feature-histogram.subtitle', { feature: feature.label }),
    note: noteOf(input, isLog, context),
    option,
    renderer: 'svg',
    height: 200,
    table: {
      columns: [
        textColumn('range', feature.label),
        numberColumn('from', text('feature-histogram.columnFrom')),
        numberColumn('to', text('feature-histogram.columnTo')),
        numberColumn('customers', text('common.customers')),
        numberColumn('share', text('common.share')),
      ],
      rows: bins.map((bin) => ({
        range: cell(rangeText(bin)),
        from: cell(bin.from, say(bin.from)),
        to: cell(bin.to, say(bin.to)),
        customers: cell(bin.customers, formats.count(bin.customers)),
        share: cell(bin.customers / summary.count, formats.share(bin.customers / summary.count)),
      })),
    },
  };
}

/** The label of the tick that an axis asks for, which it may have rounded. */
function nearest(written: ReadonlyMap<number, string>, value: number): string {
  for (const [at, label] of written) if (Math.abs(at - value) < 1e-6 * Math.max(1, Math.abs(at))) return label;
  return '';
}

/** `choices.feature` and `choices.log`; left out, revenue or the first feature, and the scale by its skewness. */
export const featureHistogram = defineFigure({
  id: 'feature-histogram',
  name: 'feature-histogram.name',
  help: 'feature-histogram.help',
  screen: 'explore',
  needs: ['numbers'],
  make({ numbers }, setting) {
    const feature = chosenFeature(numbers, setting);
    const summary = numbers.find((each) => each.feature === feature?.id);
    if (feature === null || summary === undefined) return null;
    const { log } = setting.choices;
    return featureHistogramFigure({ summary, feature, ...(log !== undefined && { log }) }, setting);
  },
});
