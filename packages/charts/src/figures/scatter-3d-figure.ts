import type { Points } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import { type FeatureLabel, labelInText, namedFeature } from '../feature-label.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { featureAxisText, featureText } from '../format/feature-text.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { fontFamily, shortened } from '../theme/chart-parts.ts';
import { type FeatureScale, featureScale } from '../theme/feature-scale.ts';
import { niceTicks } from '../theme/nice-ticks.ts';
import { pointGroups } from '../theme/point-series.ts';
import { spaceOption } from '../theme/space-option.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { pointsNote } from './point-parts.ts';
import { segmentName } from './segment-name.ts';

export interface Scatter3dInput {
  points: Points;
  /** Three features: across, deep, up. */
  features: readonly [FeatureLabel, FeatureLabel, FeatureLabel];
  /** Forces or forbids logarithmic axes; left out, the skewness decides for each. */
  log?: boolean;
}

/** Whole powers of ten on a logarithmic axis, round numbers on a linear one; at least two. */
function spaceTicks({ isLog, low, high }: FeatureScale): number[] {
  if (high <= low) return [low - 1, low, low + 1];
  if (!isLog) return niceTicks(low, high, 4, true);
  const first = Math.floor(low + 1e-9);
  return Array.from({ length: Math.max(2, Math.ceil(high - 1e-9) - first + 1) }, (_, index) => first + index);
}

/** Three features of each customer in space, coloured by segment. Its option needs echarts-gl. */
export function scatter3dFigure({ points, features, log }: Scatter3dInput, context: FigureContext): Figure {
  const { formats, text } = context;
  const name = (segment: number) => segmentName(segment, context);
  const dimensions = features.map((feature) => {
    const values = points.features[feature.id] ?? [];
    return { feature: namedFeature(feature, context), values, scale: featureScale(values, log) };
  });
  const groups = pointGroups(points).map(({ segment, indexes }) => ({
    segment,
    indexes: indexes.filter((index) => dimensions.every(({ values }) => (values[index] ?? null) !== null)),
  }));
  const logarithmic = dimensions.filter(({ scale }) => scale.isLog).map(({ feature }) => labelInText(feature, context));
  const keys = ['x', 'y', 'z'] as const;

  const option = (drawing: Drawing): EChartsOption => {
    const colors = tokens[drawing.scheme];
    const axis = (index: 0 | 1 | 2) => {
      const { feature, scale } = dimensions[index]!;
      const ticks = spaceTicks(scale);
      return {
        type: 'value',
        name: shortened(feature.label, 150),
        min: ticks[0],
        max: ticks.at(-1),
        interval: (ticks[1] ?? 1) - (ticks[0] ?? 0),
        nameTextStyle: { fontFamily, fontSize: 11, color: colors.ink2 },
        axisLabel: {
          textStyle: { fontFamily, fontSize: 10, color: colors.ink3 },
          formatter: (position: number) => {
            const value = scale.isLog ? 10 ** position - (scale.position(0) === 0 ? 1 : 0) : position;
            return featureAxisText(Number(value.toPrecision(2)), feature.unit, formats);
          },
        },
        axisLine: { lineStyle: { color: colors.line } },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: colors.hairline } },
        axisPointer: { show: false },
      };
    };
    return spaceOption(
      {
        points,
        groups,
        name,
        position: (index) => dimensions.map(({ values, scale }) => scale.position(values[index] ?? 0)),
        axes: [axis(0), axis(1), axis(2)],
        tooltip: figureTooltip(colors, (dataIndex, seriesIndex) => {
          const index = groups[seriesIndex]?.indexes[dataIndex];
          if (index === undefined) return null;
          return {
            title: points.ids[index] ?? '',
            rows: [
              [text('common.segment'), name(points.segments[index] ?? -1)],
              ...dimensions.map(
                ({ feature, values }) =>
                  [feature.label, featureText(values[index] ?? null, feature.unit, formats)] as const,
              ),
            ],
          };
        }),
      },
      drawing,
    );
  };

  return {
    id: 'scatter-3d',
    title: dimensions
      .map(({ feature }, index) => (index === 0 ? feature.label : labelInText(feature, context)))
      .join(', '),
    subtitle: [
      text('scatter-3d.subtitle'),
      logarithmic.length === 0
        ? ''
        : logarithmic.length === 3
          ? text('scatter.logs')
          : text('scatter-3d.log', { features: logarithmic.join(', ') }),
      pointsNote(points, context),
    ]
      .filter(Boolean)
      .join('; '),
    option: points.ids.length === 0 ? null : option,
    renderer: 'gl',
    height: 400,
    table: {
      columns: [
        textColumn('customer', text('common.customer')),
        textColumn('segment', text('common.segment')),
        ...dimensions.map(({ feature }, index) => numberColumn(keys[index] ?? 'x', feature.label)),
      ],
      rows: points.ids.map((id, row) => ({
        customer: cell(id),
        segment: cell(name(points.segments[row] ?? -1)),
        ...Object.fromEntries(
          dimensions.map(({ feature, values }, index) => [
            keys[index] ?? 'x',
            cell(values[row] ?? null, featureText(values[row] ?? null, feature.unit, formats)),
          ]),
        ),
      })),
    },
  };
}

/** `choices.x`, `y` and `z` are across, deep and up; without them the first three features that the points carry. */
export const scatter3d = defineFigure({
  id: 'scatter-3d',
  name: 'scatter-3d.name',
  help: 'scatter-3d.help',
  screen: 'lab',
  needs: ['segmentProjection'],
  make({ segmentProjection: { points } }, setting) {
    const carried = setting.dataset.features.filter(({ id }) => points.features[id] !== undefined);
    const { x, y, z, log } = setting.choices;
    const find = (id: string | undefined, at: number) => carried.find((feature) => feature.id === id) ?? carried[at];
    const [across, deep, up] = [find(x, 0), find(y, 1), find(z, 2)];
    if (across === undefined || deep === undefined || up === undefined || points.ids.length === 0) return null;
    return scatter3dFigure({ points, features: [across, deep, up], ...(log !== undefined && { log }) }, setting);
  },
});
