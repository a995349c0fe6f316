import type { Projection } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { mapFinding } from '../findings/map-finding.ts';
import { etaSquared } from '../findings/separation.ts';
import { capitalised, numberWord } from '../format/number-word.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { chartBase } from '../theme/chart-parts.ts';
import { arrowLabels, arrowSeries, longestArrows } from '../theme/loading-arrows.ts';
import { type PointPlot, pointLegendRoom, pointSeries } from '../theme/point-series.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { pointAt, pointsNote } from './point-parts.ts';
import { segmentName } from './segment-name.ts';

const separates = 0.5;
const height = 360;
const margin = 12;

function finding(projection: Projection, { formats }: FigureContext): string {
  const { kind, x, y, points, ratio } = projection;
  if (kind === 'umap') return mapFinding(projection, (share) => formats.share(share, 0));
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

/** The two ranges, the shorter widened so that a unit is as long across as up. */
function equalScales({ kind, x, y }: Projection, width: number, tall: number) {
  const range = (values: readonly number[]) => {
    // Components begin at zero, where the arrows do; the place of a map means nothing.
    const start = kind === 'umap' ? (values[0] ?? 0) : 0;
    const low = values.reduce((least, value) => Math.min(least, value), start);
    const high = values.reduce((most, value) => Math.max(most, value), start);
    return { middle: (low + high) / 2, span: Math.max(high - low, 1e-9) };
  };
  const [across, up] = [range(x), range(y)];
  const unit = Math.max(across.span / Math.max(1, width), up.span / tall);
  const around = (middle: number, pixels: number) =>
    [middle - (unit * pixels) / 2, middle + (unit * pixels) / 2] as const;
  return [around(across.middle, width), around(up.middle, tall)] as const;
}

/** Customers on the first two principal components, with an arrow for each feature; or on the map of UMAP, whose axes have no meaning. */
export function projectionFigure(projection: Projection, context: FigureContext): Figure {
  const { formats } = context;
  const { points, x, y, ratio } = projection;
  const isMap = projection.kind === 'umap';
  const arrows = longestArrows(projection);
  const left = projection.loadings.length - arrows.length;
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
      const [across, up] = equalScales(projection, plot.width, plot.height);
      return { ...plot, across, up };
    };
    const obstacles = (under: PointPlot) => arrowLabels(arrows, under).map(({ box }) => box);
    const { series: clouds, ...key } = pointSeries({ points, position: place, name, drawing, plotUnder, obstacles });
    const plot = plotUnder(key.height);
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
            ...(isMap
              ? []
              : ([
                  ['First component', formats.fixed(x[index] ?? null, 2)],
                  ['Second component', formats.fixed(y[index] ?? null, 2)],
                ] as const)),
          ],
        };
      }),
      xAxis: { ...axis, min: plot.across[0], max: plot.across[1] },
      yAxis: { ...axis, min: plot.up[0], max: plot.up[1] },
      series: [...clouds, ...arrowSeries(arrows, arrowLabels(arrows, plot), colors)],
    };
  };

  const shares = [ratio[0], ratio[1]].filter((share) => share !== undefined).map((share) => formats.share(share));
  const components = `First two principal components${shares.length === 0 ? '' : `: ${shares.join(' and ')} of variance`}`;
  return {
    id: isMap ? 'umap' : 'projection',
    title: finding(projection, context),
    subtitle: [
      isMap ? 'UMAP: like customers near each other; distances between far groups mean little' : components,
      left > 0 ? `the ${numberWord(arrows.length, formats.count)} longest arrows of ${projection.loadings.length}` : '',
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
        numberColumn('x', isMap ? 'Across' : 'First component'),
        numberColumn('y', isMap ? 'Up' : 'Second component'),
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
