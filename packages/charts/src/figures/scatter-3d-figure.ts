import type { Points } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import type { FeatureLabel } from '../feature-label.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { featureAxisText, featureText } from '../format/feature-text.ts';
import { labelInText } from '../format/label-in-text.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { chartBase, fontFamily, shortened } from '../theme/chart-parts.ts';
import { type FeatureScale, featureScale } from '../theme/feature-scale.ts';
import { niceTicks } from '../theme/nice-ticks.ts';
import { pointGroups } from '../theme/point-series.ts';
import { segmentLegend } from '../theme/segment-legend.ts';
import { segmentMark } from '../theme/segment-mark.ts';
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
  const { formats } = context;
  const name = (segment: number) => segmentName(segment, context);
  const dimensions = features.map((feature) => {
    const values = points.features[feature.id] ?? [];
    return { feature, values, scale: featureScale(values, log) };
  });
  const groups = pointGroups(points).map(({ segment, indexes }) => ({
    segment,
    indexes: indexes.filter((index) => dimensions.every(({ values }) => (values[index] ?? null) !== null)),
  }));
  const logarithmic = dimensions.filter(({ scale }) => scale.isLog).map(({ feature }) => labelInText(feature));
  const keys = ['x', 'y', 'z'] as const;

  const option = ({ scheme, width }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const isNamed = groups.some(({ segment }) => segment >= 0);
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
    const series = groups.map(({ segment, indexes }) => {
      const mark = segmentMark(segment, scheme);
      return {
        type: 'scatter3D',
        name: name(segment),
        symbol: mark.shape,
        symbolSize: points.ids.length > 1500 ? 4 : 6,
        itemStyle: { color: isNamed ? mark.color : colors.measure, opacity: 0.6 },
        emphasis: { label: { show: false } },
        data: indexes.map((index) => dimensions.map(({ values, scale }) => scale.position(values[index] ?? 0))),
      };
    });
    const space: Record<string, unknown> = {
      ...chartBase(colors),
      legend: isNamed
        ? segmentLegend(
            groups.map(({ segment }) => ({ id: segment, name: name(segment) })),
            scheme,
          )
        : undefined,
      tooltip: figureTooltip(colors, (dataIndex, seriesIndex) => {
        const index = groups[seriesIndex]?.indexes[dataIndex];
        if (index === undefined) return null;
        return {
          title: points.ids[index] ?? '',
          rows: [
            ['Segment', name(points.segments[index] ?? -1)],
            ...dimensions.map(
              ({ feature, values }) =>
                [feature.label, featureText(values[index] ?? null, feature.unit, formats)] as const,
            ),
          ],
        };
      }),
      grid3D: {
        boxWidth: 100,
        boxDepth: 100,
        boxHeight: 70,
        top: 16,
        environment: 'none',
        light: { main: { intensity: 1, shadow: false }, ambient: { intensity: 0.4 } },
        viewControl: { distance: width < 420 ? 270 : 250, alpha: 18, beta: 32, autoRotate: false },
      },
      xAxis3D: axis(0),
      yAxis3D: axis(1),
      zAxis3D: axis(2),
      series,
    };
    return space;
  };

  return {
    id: 'scatter-3d',
    title: dimensions.map(({ feature }, index) => (index === 0 ? feature.label : labelInText(feature))).join(', '),
    subtitle: [
      'Each customer in three features; drag to turn',
      logarithmic.length === 0 ? '' : logarithmic.length === 3 ? 'log scales' : `log scale: ${logarithmic.join(', ')}`,
      pointsNote(points, formats),
    ]
      .filter(Boolean)
      .join('; '),
    option: points.ids.length === 0 ? null : option,
    renderer: 'gl',
    height: 400,
    table: {
      columns: [
        textColumn('customer', 'Customer'),
        textColumn('segment', 'Segment'),
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
