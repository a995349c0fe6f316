import { orderFeatures, type Points } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import { type FeatureLabel, labelInText, namedFeature } from '../feature-label.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { scatterFinding } from '../findings/scatter-finding.ts';
import { featureAxisText, featureText } from '../format/feature-text.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { chartBase, chartGrid, valueAxis } from '../theme/chart-parts.ts';
import { featureScale } from '../theme/feature-scale.ts';
import { pointLegendRoom, pointSeries } from '../theme/point-series.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { pointAt, pointsNote } from './point-parts.ts';
import { segmentName } from './segment-name.ts';

export interface FeatureScatterInput {
  points: Points;
  x: FeatureLabel;
  y: FeatureLabel;
  /** Makes the area of a point follow a third feature. */
  size?: FeatureLabel;
  /** Forces or forbids logarithmic axes; left out, the skewness decides for each. */
  log?: boolean;
}

/** What the labels and names of the axes take beside and below the plot, about. */
const axisRoom = { across: 56, up: 56 };

const isWhole = (value: number | null): boolean => value === null || Number.isInteger(value);

/** Whole days would stand in stripes: moves each point by less than half a day, always the same way, and never to zero or below. */
const spreadOf = (value: number, index: number): number => (value < 1 ? 0 : (((index * 0.618034) % 1) - 0.5) * 0.9);

/** Two features of each customer, coloured by segment. */
export function featureScatterFigure({ points, log, ...drawnBy }: FeatureScatterInput, context: FigureContext): Figure {
  const { formats, text } = context;
  const [x, y] = [namedFeature(drawnBy.x, context), namedFeature(drawnBy.y, context)];
  const size = drawnBy.size === undefined ? undefined : namedFeature(drawnBy.size, context);
  const inText = (feature: FeatureLabel) => labelInText(feature, context);
  const valuesOf = (feature: FeatureLabel) => points.features[feature.id] ?? [];
  const [xs, ys] = [valuesOf(x), valuesOf(y)];
  const sizes = size === undefined ? null : valuesOf(size);
  const [xScale, yScale] = [featureScale(xs, log), featureScale(ys, log)];
  const placed = (scale: typeof xScale, values: typeof xs) =>
    values.map((value) => (value === null ? null : scale.position(value)));
  const [xPlaces, yPlaces] = [placed(xScale, xs), placed(yScale, ys)];
  const isSpread = [x, y].map((feature) => feature.unit === 'days' && valuesOf(feature).every(isWhole));
  const drawn = (scale: typeof xScale, values: typeof xs, spread: boolean | undefined) =>
    spread
      ? values.map((value, index) => (value === null ? null : scale.position(value + spreadOf(value, index))))
      : null;
  const xDrawn = drawn(xScale, xs, isSpread[0]) ?? xPlaces;
  const yDrawn = drawn(yScale, ys, isSpread[1]) ?? yPlaces;
  const place = (index: number): [number, number] | null => {
    const [left, up] = [xDrawn[index] ?? null, yDrawn[index] ?? null];
    return left === null || up === null ? null : [left, up];
  };
  const largest = Math.max(1e-9, ...(sizes ?? []).map((value) => value ?? 0));
  const sizeOf =
    sizes === null ? undefined : (index: number) => 2 + 7 * Math.sqrt(Math.max(0, sizes[index] ?? 0) / largest);
  const name = (segment: number) => segmentName(segment, context);
  const scales =
    xScale.isLog && yScale.isLog
      ? text('scatter.logs')
      : xScale.isLog
        ? text('scatter.log', { feature: inText(x) })
        : yScale.isLog
          ? text('scatter.log', { feature: inText(y) })
          : text('scatter.linear');
  const pair = text('scatter.pair', { first: x.label, second: inText(y) });
  const found = scatterFinding(
    { feature: x, values: xPlaces },
    { feature: y, values: yPlaces },
    points.segments,
    context,
  );
  const ownHeight = 260 + pointLegendRoom(points, name);

  const option = (drawing: Drawing): EChartsOption => {
    const { scheme, width, height: whole = ownHeight } = drawing;
    const colors = tokens[scheme];
    const plotUnder = (legendHeight: number) => ({
      width: width - axisRoom.across,
      height: whole - legendHeight - axisRoom.up,
      across: [xScale.min, xScale.max] as const,
      up: [yScale.min, yScale.max] as const,
    });
    const { series, legend, height } = pointSeries({
      points,
      position: place,
      name,
      drawing,
      plotUnder,
      ...(sizeOf !== undefined && { size: sizeOf }),
    });
    const axis = (scale: typeof xScale, feature: FeatureLabel, ticks: number[]) => ({
      ...valueAxis(colors),
      min: scale.min,
      max: scale.max,
      axisTick: { show: false, customValues: ticks.map(scale.position) },
      axisLabel: {
        ...valueAxis(colors).axisLabel,
        customValues: ticks.map(scale.position),
        formatter: (position: number) => {
          const nearest = ticks.find((tick) => Math.abs(scale.position(tick) - position) < 1e-6);
          return nearest === undefined ? '' : featureAxisText(nearest, feature.unit, formats);
        },
      },
    });
    return {
      ...chartBase(colors),
      legend,
      grid: chartGrid({ top: 10 + height, right: 12 }),
      tooltip: figureTooltip(colors, (dataIndex, seriesIndex) => {
        const index = pointAt(series, seriesIndex, dataIndex);
        if (index === null) return null;
        return {
          title: points.ids[index] ?? '',
          rows: [
            ...((points.segments[index] ?? -1) >= 0
              ? [[text('common.segment'), name(points.segments[index] ?? -1)] as const]
              : []),
            [x.label, featureText(xs[index] ?? null, x.unit, formats)],
            [y.label, featureText(ys[index] ?? null, y.unit, formats)],
            ...(size === undefined || size.id === x.id || size.id === y.id
              ? []
              : [[size.label, featureText(sizes?.[index] ?? null, size.unit, formats)] as const]),
          ],
        };
      }),
      xAxis: {
        ...axis(xScale, x, width < 300 ? xScale.ticks.filter((_, index) => index % 2 === 0) : xScale.ticks),
        name: x.label,
        nameLocation: 'middle',
        nameGap: 26,
        splitLine: { show: false },
        axisLine: { show: true, onZero: false, lineStyle: { color: colors.line } },
      },
      yAxis: { ...axis(yScale, y, yScale.ticks), axisLine: { show: false, onZero: false } },
      series,
    };
  };

  return {
    id: `scatter-${x.id}-${y.id}`.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    title: found ?? pair,
    subtitle: [
      text('scatter.subtitle', { what: found === null ? text('scatter.dots') : pair, scales }),
      size === undefined ? '' : text('scatter.size', { feature: inText(size) }),
      isSpread.includes(true) ? text('scatter.spread') : '',
      pointsNote(points, context),
    ]
      .filter(Boolean)
      .join('; '),
    option: points.ids.length === 0 ? null : option,
    renderer: 'canvas',
    height: ownHeight,
    table: {
      columns: [
        textColumn('customer', text('common.customer')),
        textColumn('segment', text('common.segment')),
        numberColumn('x', x.label),
        numberColumn('y', y.label),
      ],
      rows: points.ids.map((id, index) => ({
        customer: cell(id),
        segment: cell(name(points.segments[index] ?? -1)),
        x: cell(xs[index] ?? null, featureText(xs[index] ?? null, x.unit, formats)),
        y: cell(ys[index] ?? null, featureText(ys[index] ?? null, y.unit, formats)),
      })),
    },
  };
}

/** Recency across, revenue up, orders as the size of a point. */
export const rfmScatter = defineFigure({
  id: 'rfm-scatter',
  name: 'rfm-scatter.name',
  help: 'rfm-scatter.help',
  screen: 'overview',
  kind: 'orders',
  needs: ['points'],
  make({ points }, setting) {
    const { recency: x, monetary: y, frequency: size } = orderFeatures;
    return points.ids.length === 0 ? null : featureScatterFigure({ points, x, y, size, log: true }, setting);
  },
});

/** Any two numeric features: `choices.x` and `choices.y`, or the first two that the points carry. */
export const featureScatter = defineFigure({
  id: 'feature-scatter',
  name: 'feature-scatter.name',
  help: 'feature-scatter.help',
  screen: 'explore',
  needs: ['points'],
  make({ points }, setting) {
    const carried = setting.dataset.features.filter(({ id }) => points.features[id] !== undefined);
    const find = (id: string | undefined) => carried.find((feature) => feature.id === id);
    const x = find(setting.choices.x) ?? carried[0];
    const y = find(setting.choices.y) ?? carried.find(({ id }) => id !== x?.id) ?? x;
    if (x === undefined || y === undefined || points.ids.length === 0) return null;
    const { log } = setting.choices;
    return featureScatterFigure({ points, x, y, ...(log !== undefined && { log }) }, setting);
  },
});
