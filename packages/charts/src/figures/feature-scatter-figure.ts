import type { Points } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import type { FeatureLabel } from '../feature-label.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { scatterFinding } from '../findings/scatter-finding.ts';
import { featureAxisText, featureText } from '../format/feature-text.ts';
import { labelInText } from '../format/label-in-text.ts';
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
export function featureScatterFigure({ points, x, y, size, log }: FeatureScatterInput, context: FigureContext): Figure {
  const { formats } = context;
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
      ? 'log scales'
      : xScale.isLog
        ? `${labelInText(x)} on a log scale`
        : yScale.isLog
          ? `${labelInText(y)} on a log scale`
          : 'linear scales';
  const pair = `${x.label} and ${labelInText(y)}`;
  const found = scatterFinding(
    { feature: x, values: xPlaces },
    { feature: y, values: yPlaces },
    points.segments,
    formats.count,
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
            ...((points.segments[index] ?? -1) >= 0 ? [['Segment', name(points.segments[index] ?? -1)] as const] : []),
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
      `${found === null ? 'One dot a customer' : pair}; ${scales}`,
      size === undefined ? '' : `size: ${labelInText(size)}`,
      isSpread.includes(true) ? 'dots spread within their day' : '',
      pointsNote(points, formats),
    ]
      .filter(Boolean)
      .join('; '),
    option: points.ids.length === 0 ? null : option,
    renderer: 'canvas',
    height: ownHeight,
    table: {
      columns: [
        textColumn('customer', 'Customer'),
        textColumn('segment', 'Segment'),
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
