import type { EChartsOption } from 'echarts';
import type { Drawing } from '../figure.ts';
import { categoryAxis, chartBase, fontFamily, hatch, rowNameLabel, shortened, valueAxis } from './chart-parts.ts';
import { legendHeight, segmentLegend } from './segment-legend.ts';
import { segmentMark, textOn } from './segment-mark.ts';
import { tokens } from './tokens.ts';
import { figureTooltip, type TooltipContent } from './tooltip.ts';

export interface StackRow {
  name: string;
  /** Stands behind the name, and is never cut. */
  note?: string;
  /** Share of each segment, 0 to 1, in segment order. */
  shares: readonly number[];
}

const rowHeight = 34;

/** Height for so many rows, with room for the names of the segments. */
export const segmentStacksHeight = (rows: number, segments: readonly string[]): number =>
  legendHeight(segments, 340) + 8 + Math.max(1, rows) * rowHeight;

/** One bar a row, full width, cut into the segments; shares in per cent written inside where they fit. */
export function segmentStacks(
  rows: readonly StackRow[],
  segments: readonly { id: number; name: string }[],
  { scheme, width }: Drawing,
  describe: (row: number) => TooltipContent | null,
  percent: (share: number) => string,
): EChartsOption {
  const colors = tokens[scheme];
  const names = segments.map(({ name }) => name);
  const longest = Math.max(0, ...rows.map(({ name, note = '' }) => name.length + note.length + 1));
  const nameWidth = Math.round(Math.min(width * 0.38, longest * 6.4 + 12));
  const barWidth = Math.max(1, width - nameWidth);
  return {
    ...chartBase(colors),
    legend: segmentLegend(segments, scheme),
    grid: {
      left: nameWidth,
      right: 0,
      top: legendHeight(names, width) + 4,
      bottom: 0,
      outerBoundsMode: 'none',
    },
    tooltip: figureTooltip(colors, describe, 'axis'),
    xAxis: { ...valueAxis(colors), show: false, min: 0, max: 1 },
    yAxis: {
      ...categoryAxis(
        colors,
        rows.map(({ name }) => name),
      ),
      inverse: true,
      axisLine: { show: false },
      axisLabel: {
        ...rowNameLabel(colors, nameWidth),
        formatter: (_name: string, index: number) => {
          const { name = '', note = '' } = rows[index] ?? {};
          return `${shortened(name, nameWidth - 8 - note.length * 6.4)} ${note}`.trimEnd();
        },
      },
    },
    series: segments.map(({ id, name }, at) => {
      const mark = segmentMark(id, scheme);
      return {
        type: 'bar' as const,
        name,
        stack: 'segments',
        barWidth: '64%',
        itemStyle: {
          color: mark.color,
          borderColor: colors.page,
          borderWidth: 1,
          borderRadius: 2,
          ...(mark.isTinted ? { decal: hatch(colors.page) } : {}),
        },
        label: {
          show: true,
          fontFamily,
          fontSize: 11,
          fontWeight: 540,
          color: textOn(mark.color),
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const share = rows[dataIndex]?.shares[at] ?? 0;
            return share * barWidth < 22 ? '' : percent(share);
          },
        },
        data: rows.map(({ shares }) => shares[at] ?? 0),
      };
    }),
  };
}
