import type { SegmentStatistics } from '@clientele/contracts';
import type { EChartsOption, LineSeriesOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { FeatureLabel } from '../feature-label.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { medianRatio, tellingRatio } from '../findings/median-ratio.ts';
import { featureText } from '../format/feature-text.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { categoryAxis, chartBase, fontFamily, plainInRich, shortened, tickedAxis } from '../theme/chart-parts.ts';
import { endLabelPlaces } from '../theme/end-labels.ts';
import { uprightHeadHeight } from '../theme/heat-grid.ts';
import { segmentMark } from '../theme/segment-mark.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { labelledFeature } from './chosen-feature.ts';
import { segmentName } from './segment-name.ts';

/** Times the median of all customers at which the scale ends at the latest; medians beyond stand at its edge. */
const widest = 8;
const ratios = [1, 1.5, 2, 3, 4, 8];
const plotHeight = 180;
const lowHeight = 36;
const axisWidth = 36;
const labelStep = 15;

export interface ParallelInput {
  statistics: readonly SegmentStatistics[];
  /** In this order. */
  features: readonly FeatureLabel[];
}

/** One line a segment over all features: its median against the median of all customers, on one log scale. Null below two features with a ratio. */
export function parallelFigure({ statistics, features }: ParallelInput, context: FigureContext): Figure | null {
  const { formats, text } = context;
  const all = statistics.find(({ segment }) => segment === null);
  const segments = statistics.flatMap((entry) =>
    entry.segment === null ? [] : [{ entry, id: entry.segment, name: segmentName(entry.segment, context) }],
  );
  const isDrawn = ({ id }: FeatureLabel) => segments.every(({ entry }) => medianRatio(entry, all, id) !== null);
  const drawn = features.filter(isDrawn);
  const left = features.filter((feature) => !isDrawn(feature));
  if (segments.length === 0 || drawn.length < 2) return null;
  const medianOf = (entry: SegmentStatistics | undefined, id: string) =>
    entry?.features.find(({ feature }) => feature === id)?.median ?? null;
  const rounded = (ratio: number) => formats.number(Number(ratio.toPrecision(2)));
  const times = (ratio: number) => (ratio >= 1 ? `\u00D7${rounded(ratio)}` : `\u00F7${rounded(1 / ratio)}`);
  const sizes = segments.flatMap(({ entry }) =>
    drawn.map(({ id }) => {
      const ratio = medianRatio(entry, all, id) ?? 1;
      return ratio === 0 ? widest : Math.max(ratio, 1 / ratio);
    }),
  );
  const end = ratios.find((ratio) => ratio > 1 && ratio >= Math.max(...sizes)) ?? widest;
  const isClamped =
    Math.max(...sizes) > widest ||
    segments.some(({ entry }) => drawn.some(({ id }) => medianRatio(entry, all, id) === 0));
  const position = (ratio: number) => Math.max(-1, Math.min(1, Math.log(ratio) / Math.log(end)));

  const uprightHeight = uprightHeadHeight(drawn.map(({ label }) => label));
  const figureHeight = plotHeight + 10 + Math.max(lowHeight, uprightHeight);
  const option = ({ scheme, width, height = figureHeight }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const longest = Math.max(...segments.map(({ name }) => name.length));
    const nameWidth = Math.min(width * 0.26, longest * 6.8 + 28);
    const step = (width - axisWidth - nameWidth) / drawn.length;
    const isUpright = step < 74;
    const bottom = isUpright ? uprightHeight : lowHeight;
    const [top, plot] = [10, height - 10 - bottom];
    const yOf = (place: number) => ((1 - place) / 2) * plot;
    const steps = [1 / end, ...(end >= 3 ? [1 / Math.sqrt(end)] : []), 1, ...(end >= 3 ? [Math.sqrt(end)] : []), end];
    const written = steps.map((ratio) => ({ at: position(ratio), label: times(ratio) }));
    const last = drawn.at(-1);
    const places = segments.map(({ entry }) => position(medianRatio(entry, all, last?.id ?? '') ?? 1));
    const labelTops = endLabelPlaces(places.map(yOf), labelStep, plot);
    const lines = segments.map(({ entry, id, name }, index): LineSeriesOption => {
      const mark = segmentMark(id, scheme);
      return {
        type: 'line',
        name,
        symbol: mark.shape,
        symbolSize: 7,
        showAllSymbol: true,
        lineStyle: { color: mark.color, width: 2, type: mark.isTinted ? [4, 3] : 'solid' },
        itemStyle: { color: mark.color },
        endLabel: {
          show: true,
          fontFamily,
          fontSize: 11,
          fontWeight: 550,
          color: colors.ink,
          distance: 8,
          offset: [0, (labelTops[index] ?? 0) - yOf(places[index] ?? 0)],
          formatter: () => `{dot|\u25CF}${plainInRich(shortened(name, nameWidth - 24))}`,
          rich: { dot: { color: mark.color, fontSize: 10, padding: [0, 4, 0, 0] } },
        },
        data: drawn.map((feature) => position(medianRatio(entry, all, feature.id) ?? 1)),
        ...(index === 0 && {
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: colors.ink2, width: 1, type: [3, 3] },
            data: [{ yAxis: 0 }],
          },
        }),
      };
    });
    return {
      ...chartBase(colors),
      grid: { left: axisWidth, right: nameWidth, top, bottom, outerBoundsMode: 'none' },
      tooltip: figureTooltip(
        colors,
        (index) => {
          const feature = drawn[index];
          if (feature === undefined) return null;
          const say = (value: number | null) => featureText(value, feature.unit, formats);
          return {
            title: feature.label,
            rows: [
              ...segments.map(({ entry, name }) => {
                const ratio = medianRatio(entry, all, feature.id);
                const median = say(medianOf(entry, feature.id));
                return [name, ratio === null || ratio === 0 ? median : `${median} (${times(ratio)})`] as const;
              }),
              [text('common.allCustomers'), say(medianOf(all, feature.id))],
            ],
          };
        },
        'axis',
      ),
      xAxis: {
        ...categoryAxis(
          colors,
          drawn.map(({ label }) => label),
        ),
        axisLine: { show: false },
        splitLine: { show: false },
        axisLabel: {
          interval: 0,
          fontFamily,
          fontSize: 11,
          lineHeight: 13,
          color: colors.ink2,
          rotate: isUpright ? 90 : 0,
          width: isUpright ? uprightHeight - 8 : step - 6,
          overflow: isUpright ? 'truncate' : 'break',
          ellipsis: '\u2026',
          formatter: (_label: string, index: number) =>
            plainInRich(shortened(drawn[index]?.label ?? '', isUpright ? uprightHeight + 4 : step * 1.8)),
        },
      },
      yAxis: {
        ...tickedAxis(
          colors,
          written.map(({ at }) => at),
          (value) => written.find(({ at }) => Math.abs(at - value) < 1e-6)?.label ?? '',
        ),
        min: -1,
        max: 1,
        splitLine: { show: false },
      },
      series: lines,
    };
  };

  const say = (entry: SegmentStatistics | undefined, { id, unit }: FeatureLabel) =>
    featureText(medianOf(entry, id), unit, formats);
  const found = tellingRatio(
    statistics,
    drawn.map(({ id }) => id),
  );
  const foundFeature = drawn.find(({ id }) => id === found?.feature);
  return {
    id: 'parallel-coordinates',
    title:
      found === null || foundFeature === undefined
        ? text('parallel-coordinates.name')
        : text('parallel-coordinates.title', {
            feature: foundFeature.label,
            segment: segmentName(found.segment, context),
            own: say(segments.find(({ id }) => id === found.segment)?.entry, foundFeature),
            all: say(all, foundFeature),
          }),
    subtitle: text('parallel-coordinates.subtitle', { low: times(1 / end), high: times(end) }),
    ...((left.length > 0 || isClamped) && {
      note: [
        ...(isClamped ? [text('parallel-coordinates.clamped')] : []),
        ...(left.length > 0
          ? [text('parallel-coordinates.left', { features: left.map(({ label }) => label).join(', ') })]
          : []),
      ].join(' '),
    }),
    option,
    renderer: 'svg',
    height: figureHeight,
    table: {
      columns: [
        textColumn('segment', text('common.segment')),
        ...features.map(({ id, label }) => numberColumn(`feature:${id}`, label)),
      ],
      rows: [
        ...segments.map(({ entry, name }) => ({ entry, name })),
        ...(all === undefined ? [] : [{ entry: all, name: text('common.allCustomers') }]),
      ].map(({ entry, name }) => ({
        segment: cell(name),
        ...Object.fromEntries(
          features.map(({ id, unit }) => [
            `feature:${id}`,
            cell(medianOf(entry, id), featureText(medianOf(entry, id), unit, formats)),
          ]),
        ),
      })),
    },
  };
}

export const parallelCoordinates = defineFigure({
  id: 'parallel-coordinates',
  name: 'parallel-coordinates.name',
  help: 'parallel-coordinates.help',
  screen: 'segments',
  needs: ['segmentStatistics'],
  make({ segmentStatistics: statistics }, setting) {
    const present = statistics.find(({ segment }) => segment === null)?.features ?? [];
    const features = present.map(({ feature, label }) => labelledFeature(feature, label, setting));
    return parallelFigure({ statistics, features }, setting);
  },
});
