import type { SegmentStatistics } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import { type FeatureLabel, namedFeature } from '../feature-label.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { profileFinding, timesMean } from '../findings/profile-finding.ts';
import { featureAxisText, featureText } from '../format/feature-text.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { aroundColor } from '../theme/around-color.ts';
import { categoryAxis, chartBase, fontFamily, plainInRich, rowNameLabel, shortened } from '../theme/chart-parts.ts';
import { heatCells } from '../theme/heat-cells.ts';
import { segmentMark, textOn } from '../theme/segment-mark.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { segmentName } from './segment-name.ts';

export interface ProfileHeatmapInput {
  /** One entry a segment, and the one for all customers with segment null. */
  statistics: readonly SegmentStatistics[];
  /** Columns in this order; features without a statistic are left out. */
  features: readonly FeatureLabel[];
}

/** Below this width the features are the rows, where no more segments stand beside each other; otherwise their names stand upright. */
const narrow = 520;
const mostAcross = 5;
const uprightHeight = 116;

/** Mean of each feature in each segment; colour: how many times the mean of all customers, on a log scale clamped at a quarter and four times. */
export function profileHeatmapFigure({ statistics, features }: ProfileHeatmapInput, context: FigureContext): Figure {
  const { formats, text } = context;
  const all = statistics.find(({ segment }) => segment === null);
  const segments = statistics.flatMap((entry) => (entry.segment === null ? [] : [{ ...entry, id: entry.segment }]));
  const columns = features
    .filter(({ id }) => statistics.some((entry) => entry.features.some(({ feature }) => feature === id)))
    .map((feature) => namedFeature(feature, context));
  const meanOf = (entry: SegmentStatistics | undefined, id: string) =>
    entry?.features.find(({ feature }) => feature === id)?.mean ?? null;
  // Days are named in the column's head, and cells are narrow.
  const short = (value: number | null, { unit }: FeatureLabel) =>
    value === null
      ? '\u2013'
      : unit === 'money'
        ? formats.money(value)
        : unit === 'share'
          ? formats.share(value, 0)
          : formats.number(roundTo(value));
  const names = segments.map(({ id }) => segmentName(id, context));

  const option = ({ scheme, width }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const transposed = width < narrow && columns.length > 3 && segments.length <= mostAcross;
    const isUpright = !transposed && width < narrow && columns.length > 3;
    const across = transposed ? segments.length : columns.length;
    const rowNames = transposed ? columns.map(({ label }) => label) : names;
    const nameWidth = Math.round(
      Math.min(width * 0.34, Math.max(...rowNames.map(({ length }) => length), 12) * 6.6 + 22),
    );
    const cellWidth = (width - nameWidth) / Math.max(1, across + (transposed ? 1 : 0));
    const rich = Object.fromEntries(
      segments.map(({ id }) => [
        `dot${id}`,
        { color: segmentMark(id, scheme).color, fontSize: 11, padding: [0, 6, 0, 0] },
      ]),
    );
    const segmentLabel = (index: number, pixels: number) => {
      const segment = segments[index];
      return segment === undefined
        ? text('common.all')
        : `{dot${segment.id}|\u25CF}${plainInRich(shortened(names[index] ?? '', pixels))}`;
    };
    const segmentHead = (index: number, pixels: number) => {
      const segment = segments[index];
      const head = plainInRich(shortened(names[index] ?? text('common.all'), pixels * 1.15));
      return segment === undefined ? `{small|${head}}` : `{dot${segment.id}|\u25CF}\n{small|${head}}`;
    };
    const cells = [...segments, ...(all === undefined ? [] : [all])].flatMap((entry, segment) =>
      columns.map((feature, column) => {
        const value = meanOf(entry, feature.id);
        const isAll = entry.segment === null;
        const fill = isAll ? null : aroundColor(timesMean(value, meanOf(all, feature.id)), scheme);
        return {
          x: transposed ? segment : column,
          y: transposed ? column : segment,
          fill,
          text: short(value, feature),
          short: value === null ? '\u2013' : featureAxisText(roundTo(value), feature.unit, formats),
          ink: fill === null ? colors.ink3 : textOn(fill),
          segment,
          column,
        };
      }),
    );
    const columnLabels = transposed
      ? [...names, ...(all === undefined ? [] : [text('common.all')])]
      : columns.map(({ label }) => label);
    const rowLabels = transposed
      ? columns.map(({ label }) => label)
      : [...names, ...(all === undefined ? [] : [text('common.allCustomers')])];
    return {
      ...chartBase(colors),
      grid: {
        left: nameWidth,
        right: 0,
        top: transposed ? 32 : isUpright ? uprightHeight : 36,
        bottom: 0,
        outerBoundsMode: 'none',
      },
      tooltip: figureTooltip(colors, (index) => {
        const at = cells[index];
        const feature = at === undefined ? undefined : columns[at.column];
        if (at === undefined || feature === undefined) return null;
        const value = meanOf(segments[at.segment] ?? all, feature.id);
        const times = timesMean(value, meanOf(all, feature.id));
        return {
          title: `${feature.label}, ${names[at.segment] ?? text('profile.allInText')}`,
          rows: [
            [text('profile.mean'), featureText(value, feature.unit, formats)],
            [text('common.allCustomers'), featureText(meanOf(all, feature.id), feature.unit, formats)],
            ...(times === null ? [] : [[text('profile.times'), formats.number(times)] as const]),
          ],
        };
      }),
      xAxis: {
        ...categoryAxis(colors, columnLabels),
        position: 'top',
        axisLine: { show: false },
        axisLabel: {
          interval: 0,
          fontFamily,
          fontSize: 11,
          lineHeight: 13,
          color: colors.ink2,
          width: isUpright ? uprightHeight - 8 : cellWidth - 4,
          overflow: transposed ? 'none' : 'break',
          rotate: isUpright ? 90 : 0,
          rich: { ...rich, small: { color: colors.ink2, fontSize: 10 } },
          formatter: (label: string, index: number) =>
            transposed
              ? segmentHead(index, cellWidth)
              : plainInRich(shortened(label, isUpright ? uprightHeight - 8 : cellWidth * 2 - 10)),
        },
      },
      yAxis: {
        ...categoryAxis(colors, rowLabels),
        inverse: true,
        axisLine: { show: false },
        axisLabel: {
          ...rowNameLabel(colors, nameWidth),
          color: colors.ink,
          rich: { ...rich, quiet: { color: colors.ink3, fontSize: 12 } },
          formatter: (label: string, index: number) =>
            transposed
              ? plainInRich(shortened(label, nameWidth - 8))
              : index < segments.length
                ? segmentLabel(index, nameWidth - 24)
                : `{quiet|${label}}`,
        },
      },
      series: [heatCells(cells)],
    };
  };

  return {
    id: 'profile-heatmap',
    title: profileFinding(statistics, columns, (id) => segmentName(id, context), context) ?? text('profile.name'),
    subtitle: text('profile.subtitle'),
    option: segments.length === 0 || columns.length === 0 ? null : option,
    renderer: 'svg',
    height: 40 + 46 * (segments.length + 1),
    table: {
      columns: [
        textColumn('segment', text('common.segment')),
        numberColumn('customers', text('common.customers')),
        ...columns.map(({ id, label }) => numberColumn(`feature:${id}`, label)),
      ],
      rows: [...segments, ...(all === undefined ? [] : [all])].map((entry) => ({
        segment: cell(entry.segment === null ? text('common.allCustomers') : segmentName(entry.segment, context)),
        customers: cell(entry.customers, formats.count(entry.customers)),
        ...Object.fromEntries(
          columns.map((feature) => {
            const value = meanOf(entry, feature.id);
            return [`feature:${feature.id}`, cell(value, featureText(value, feature.unit, formats))];
          }),
        ),
      })),
    },
  };
}

const roundTo = (value: number): number => (Math.abs(value) >= 20 ? Math.round(value) : Number(value.toPrecision(2)));

export const profile = defineFigure({
  id: 'profile',
  name: 'profile.name',
  help: 'profile.help',
  screen: 'segments',
  needs: ['segmentStatistics'],
  make: ({ segmentStatistics: statistics }, setting) =>
    statistics.some((entry) => entry.features.length > 0)
      ? profileHeatmapFigure({ statistics, features: setting.dataset.features }, setting)
      : null,
});
