import type { Density, Projection } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import { labelOfAny } from '../feature-label.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { mapFinding } from '../findings/map-finding.ts';
import { etaSquared } from '../findings/separation.ts';
import { inWords } from '../format/in-words.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { chartBase } from '../theme/chart-parts.ts';
import { densityOf, densitySeries } from '../theme/density-cells.ts';
import { type Lasso, lassoSeries } from '../theme/lasso-mark.ts';
import { arrowLabels, arrowSeries, longestArrows } from '../theme/loading-arrows.ts';
import { type MarkedPlace, markBox, markSeries } from '../theme/marked-place.ts';
import { type PointPlot, pointLegendRoom, pointSeries } from '../theme/point-series.ts';
import { pointsOver } from '../theme/points-over.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { greyNote, pointAt, pointsNote } from './point-parts.ts';
import { segmentName } from './segment-name.ts';

const separates = 0.5;
const height = 360;
const margin = 12;
/** More customers would lie upon each other: a density then. */
const mostPoints = 5000;

function finding(projection: Projection, context: FigureContext): string {
  const { formats, text } = context;
  const { kind, x, y, points, ratio } = projection;
  if (kind === 'umap') return mapFinding(projection, context);
  const shown = (ratio[0] ?? 0) + (ratio[1] ?? 0);
  const clusters = new Set(points.segments.filter((segment) => segment >= 0)).size;
  const between = [etaSquared(x, points.segments), etaSquared(y, points.segments)];
  const telling = between.flatMap((eta, axis) => ((eta ?? 0) >= separates ? [axis] : []));
  if (points.ids.length > 0 && telling.length > 0) {
    const segments = inWords(clusters, context);
    if (telling.length === 2) return text('projection.title', { segments });
    return text(telling[0] === 0 ? 'projection.titleFirst' : 'projection.titleSecond', { segments });
  }
  return shown > 0
    ? text('projection.titleVariance', { share: formats.share(shown, 0) })
    : text('projection.titlePlain');
}

type Place = readonly [number, number];

/** The two ranges, the shorter widened so that a unit is as long across as up. */
function equalScales({ kind, x, y }: Projection, further: readonly Place[], width: number, tall: number) {
  const range = (values: readonly number[], others: readonly number[]) => {
    // Components begin at zero, where the arrows do; the place of a map means nothing.
    const start = kind === 'umap' ? (values[0] ?? others[0] ?? 0) : 0;
    const low = [values, others].reduce((least, list) => list.reduce((a, b) => Math.min(a, b), least), start);
    const high = [values, others].reduce((most, list) => list.reduce((a, b) => Math.max(a, b), most), start);
    return { middle: (low + high) / 2, span: Math.max(high - low, 1e-9) };
  };
  const across = range(
    x,
    further.map(([left]) => left),
  );
  const up = range(
    y,
    further.map(([, above]) => above),
  );
  const unit = Math.max(across.span / Math.max(1, width), up.span / tall);
  const around = (middle: number, pixels: number) =>
    [middle - (unit * pixels) / 2, middle + (unit * pixels) / 2] as const;
  return [around(across.middle, width), around(up.middle, tall)] as const;
}

/** As the service counted it, or counted here where all are points. */
const densityBeneath = (projection: Projection): Density | null =>
  projection.density ?? (projection.points.ids.length > mostPoints ? densityOf(projection) : null);

/** What the plot must hold beside the points: the corners of the density, and what is marked. */
function furtherPlaces(density: Density | null, mark: MarkedPlace | null): Place[] {
  const places: Place[] = mark === null ? [] : [[mark.x, mark.y]];
  if (density !== null) places.push([density.left, density.bottom], [density.right, density.top]);
  return places;
}

/**
 * Customers on the first two principal components, with an arrow for each feature; or on the map of UMAP, whose axes have no meaning. Many
 * are shades of how many, with few points over them. A place that is marked has a ring and its label, a lasso its line.
 */
export function projectionFigure(
  given: Projection,
  context: FigureContext,
  mark: MarkedPlace | null = null,
  lasso: Lasso | null = null,
): Figure {
  const { formats, text } = context;
  const ids = Object.keys(given.points.features);
  const projection = {
    ...given,
    loadings: given.loadings.map((arrow) => ({ ...arrow, label: labelOfAny(arrow.label, ids, context) })),
  };
  const { points, x, y, ratio } = projection;
  const density = points.total > mostPoints ? densityBeneath(projection) : null;
  const over = density === null ? null : new Set(pointsOver(projection, density));
  const further = furtherPlaces(density, mark);
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
      const [across, up] = equalScales(projection, further, plot.width, plot.height);
      return { ...plot, across, up };
    };
    const obstacles = (under: PointPlot) => [
      ...(mark === null ? [] : [markBox(mark, under)]),
      ...arrowLabels(arrows, under).map(({ box }) => box),
    ];
    const { series: clouds, ...key } = pointSeries({
      ...{ points, position: place, name, drawing, plotUnder, obstacles },
      ...(over !== null && { isDrawn: (index: number) => over.has(index) }),
    });
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
            [text('common.segment'), name(points.segments[index] ?? -1)],
            ...(isMap
              ? []
              : ([
                  [text('projection.first'), formats.fixed(x[index] ?? null, 2)],
                  [text('projection.second'), formats.fixed(y[index] ?? null, 2)],
                ] as const)),
          ],
        };
      }),
      xAxis: { ...axis, min: plot.across[0], max: plot.across[1] },
      yAxis: { ...axis, min: plot.up[0], max: plot.up[1] },
      series: [
        ...clouds,
        ...(density === null ? [] : [densitySeries(density, drawing)]),
        ...arrowSeries(arrows, arrowLabels(arrows, plot), colors),
        ...(mark === null ? [] : markSeries(mark, plot, colors)),
        ...(lasso === null || lasso.length < 3 ? [] : [lassoSeries(lasso, colors)]),
      ],
    };
  };

  const [first, second] = [ratio[0], ratio[1]]
    .filter((share) => share !== undefined)
    .map((share) => formats.share(share));
  const components =
    first === undefined
      ? text('projection.subtitle')
      : second === undefined
        ? text('projection.subtitleShare', { first })
        : text('projection.subtitleShares', { first, second });
  return {
    id: isMap ? 'umap' : 'projection',
    title: finding(projection, context),
    subtitle: [
      isMap ? text('umap.subtitle') : components,
      left > 0
        ? text('projection.arrows', { shown: inWords(arrows.length, context), all: projection.loadings.length })
        : '',
      ...(density === null
        ? [pointsNote(points, context)]
        : [text('points.density', { total: formats.count(points.total) }), greyNote(density, context)]),
    ]
      .filter(Boolean)
      .join('; '),
    option: points.ids.length === 0 ? null : option,
    renderer: 'canvas',
    height: height + pointLegendRoom(points, name),
    table: {
      columns: [
        textColumn('customer', text('common.customer')),
        textColumn('segment', text('common.segment')),
        numberColumn('x', text(isMap ? 'umap.across' : 'projection.first')),
        numberColumn('y', text(isMap ? 'umap.up' : 'projection.second')),
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

/** `choices.lasso` is what was drawn around customers. */
export const projection = defineFigure({
  id: 'projection',
  name: 'projection.name',
  help: 'projection.help',
  screen: 'lab',
  needs: ['segmentProjection'],
  make: ({ segmentProjection }, setting) =>
    segmentProjection.points.ids.length === 0
      ? null
      : projectionFigure(segmentProjection, setting, null, setting.choices.lasso ?? null),
});
