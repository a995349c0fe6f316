import type { Projection } from '@clientele/contracts';
import type { CustomSeriesOption, EChartsOption, ScatterSeriesOption } from 'echarts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { etaSquared } from '../findings/separation.ts';
import { capitalised, numberWord } from '../format/number-word.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { chartBase, fontFamily, haloLabel, shortened } from '../theme/chart-parts.ts';
import { pointLegendRoom, pointSeries } from '../theme/point-series.ts';
import { type Tokens, tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { pointAt, pointsNote } from './point-parts.ts';
import { segmentName } from './segment-name.ts';

const separates = 0.5;
const height = 360;
const margin = 12;

function finding({ x, y, points, ratio }: Projection, { formats }: FigureContext): string {
  const shown = (ratio[0] ?? 0) + (ratio[1] ?? 0);
  const clusters = new Set(points.segments.filter((segment) => segment >= 0)).size;
  const between = [etaSquared(x, points.segments), etaSquared(y, points.segments)];
  const telling = between.flatMap((eta, axis) => ((eta ?? 0) >= separates ? [axis] : []));
  if (points.ids.length > 0 && telling.length > 0) {
    const axes =
      telling.length === 2
        ? 'Two components part'
        : telling[0] === 0
          ? 'The first component parts'
          : 'The second component parts';
    return `${axes} the ${numberWord(clusters, formats.count)} segments`;
  }
  return shown > 0
    ? `${capitalised('two')} components hold ${formats.share(shown, 0)} of the variance`
    : 'Principal components';
}

const labelSide = (x: number, y: number) => {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 'right' : 'left';
  return y >= 0 ? 'top' : 'bottom';
};

/** The two ranges, the shorter widened so that a unit is as long across as up. */
function equalScales(x: readonly number[], y: readonly number[], width: number, tall: number) {
  const range = (values: readonly number[]) => {
    const low = values.reduce((least, value) => Math.min(least, value), 0);
    const high = values.reduce((most, value) => Math.max(most, value), 0);
    return { middle: (low + high) / 2, span: Math.max(high - low, 1e-9) };
  };
  const [across, up] = [range(x), range(y)];
  const unit = Math.max(across.span / Math.max(1, width), up.span / tall);
  const around = (middle: number, pixels: number) =>
    [middle - (unit * pixels) / 2, middle + (unit * pixels) / 2] as const;
  return [around(across.middle, width), around(up.middle, tall)] as const;
}

function arrows(
  { loadings, x, y }: Projection,
  colors: Tokens,
  width: number,
): (CustomSeriesOption | ScatterSeriesOption)[] {
  const reach = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const longest = Math.max(1e-9, ...loadings.map((arrow) => Math.hypot(arrow.x, arrow.y)));
  const scale = (0.8 * Math.min(reach(x) || 1, reach(y) || 1)) / longest;
  const tips = loadings.map((arrow) => [arrow.x * scale, arrow.y * scale]);
  return [
    {
      type: 'custom',
      silent: true,
      z: 8,
      data: tips,
      renderItem: (_params, api) => {
        const [fromX = 0, fromY = 0] = api.coord([0, 0]);
        const [toX = 0, toY = 0] = api.coord([api.value(0), api.value(1)]);
        const angle = Math.atan2(toY - fromY, toX - fromX);
        const wing = (turn: number) => [toX - 8 * Math.cos(angle + turn), toY - 8 * Math.sin(angle + turn)];
        if (Math.hypot(toX - fromX, toY - fromY) < 1) return null;
        return {
          type: 'group',
          children: [
            {
              type: 'line',
              shape: { x1: fromX, y1: fromY, x2: toX, y2: toY },
              style: { stroke: colors.ink, lineWidth: 1.25 },
            },
            { type: 'polygon', shape: { points: [[toX, toY], wing(0.42), wing(-0.42)] }, style: { fill: colors.ink } },
          ],
        };
      },
    },
    {
      type: 'scatter',
      silent: true,
      symbolSize: 1,
      z: 9,
      itemStyle: { opacity: 0 },
      // No label of an arrow leaves the plot.
      labelLayout: ({ labelRect }) => ({
        dx: Math.max(0, -labelRect.x) - Math.max(0, labelRect.x + labelRect.width - width),
        moveOverlap: 'shiftY',
      }),
      data: tips.map((value, index) => ({
        value,
        label: {
          ...haloLabel(colors),
          fontSize: 11,
          fontWeight: 500,
          fontFamily,
          show: true,
          position: labelSide(value[0] ?? 0, value[1] ?? 0),
          formatter: () => shortened(loadings[index]?.label ?? '', 140),
        },
      })),
    },
  ];
}

/** Customers on the first two principal components, with an arrow for each feature. */
export function projectionFigure(projection: Projection, context: FigureContext): Figure {
  const { formats } = context;
  const { points, x, y, ratio } = projection;
  const name = (segment: number) => segmentName(segment, context);
  const place = (index: number): [number, number] | null => {
    const [left, up] = [x[index], y[index]];
    return left === undefined || up === undefined ? null : [left, up];
  };

  const option = (drawing: Drawing): EChartsOption => {
    const { scheme, width } = drawing;
    const colors = tokens[scheme];
    const whole = drawing.height ?? height + pointLegendRoom(points, name);
    const plotUnder = (legendHeight: number) => {
      const plot = { width: width - 2 * margin, height: whole - legendHeight - 2 * margin };
      const [across, up] = equalScales(x, y, plot.width, plot.height);
      return { ...plot, across, up };
    };
    const { series: clouds, ...key } = pointSeries({ points, position: place, name, drawing, plotUnder });
    const { across, up } = plotUnder(key.height);
    const axis = { type: 'value' as const, show: false };
    return {
      ...chartBase(colors),
      legend: key.legend,
      grid: { left: margin, right: margin, top: margin + key.height, bottom: margin, outerBoundsMode: 'none' },
      tooltip: figureTooltip(colors, (dataIndex, seriesIndex) => {
        const index = pointAt(clouds, seriesIndex, dataIndex);
        if (index === null) return null;
        return {
          title: points.ids[index] ?? '',
          rows: [
            ['Segment', name(points.segments[index] ?? -1)],
            ['First component', formats.fixed(x[index] ?? null, 2)],
            ['Second component', formats.fixed(y[index] ?? null, 2)],
          ],
        };
      }),
      xAxis: { ...axis, min: across[0], max: across[1] },
      yAxis: { ...axis, min: up[0], max: up[1] },
      series: [...clouds, ...arrows(projection, colors, width)],
    };
  };

  const shares = [ratio[0], ratio[1]].filter((share) => share !== undefined).map((share) => formats.share(share));
  return {
    id: 'projection',
    title: finding(projection, context),
    subtitle: [
      `First two principal components${shares.length === 0 ? '' : `: ${shares.join(' and ')} of variance`}`,
      pointsNote(points, formats),
    ]
      .filter(Boolean)
      .join('; '),
    option: points.ids.length === 0 ? null : option,
    renderer: 'canvas',
    height: height + pointLegendRoom(points, name),
    table: {
      columns: [
        textColumn('customer', 'Customer'),
        textColumn('segment', 'Segment'),
        numberColumn('x', 'First component'),
        numberColumn('y', 'Second component'),
      ],
      rows: points.ids.map((id, index) => ({
        customer: cell(id),
        segment: cell(name(points.segments[index] ?? -1)),
        x: cell(x[index] ?? null, formats.fixed(x[index] ?? null, 3)),
        y: cell(y[index] ?? null, formats.fixed(y[index] ?? null, 3)),
      })),
    },
  };
}
