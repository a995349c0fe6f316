import type { EChartsOption } from 'echarts';
import type { Drawing } from '../figure.ts';
import { categoryAxis, chartBase, fontFamily, plainInRich, rowNameLabel, shortened, valueAxis } from './chart-parts.ts';
import { segmentMark } from './segment-mark.ts';
import { tokens } from './tokens.ts';
import { figureTooltip, type TooltipContent } from './tooltip.ts';

export interface BarRow {
  name: string;
  value: number;
  /** Written at the right edge. */
  text: string;
  isEmphasised: boolean;
  /** Draws a dot in the segment's colour before the name. */
  segment?: number;
}

const rowHeight = 26;

/** Height for so many rows. */
export const rowBarsHeight = (rows: number): number => Math.max(1, rows) * rowHeight + 4;

/** Horizontal bars in one colour of ink: names at the left, numbers at the right, no axis. Zero is the base. */
export function rowBars(
  rows: readonly BarRow[],
  { scheme, width }: Drawing,
  describe: (index: number) => TooltipContent | null,
): EChartsOption {
  const colors = tokens[scheme];
  const longest = Math.max(0, ...rows.map(({ name }) => name.length));
  const nameWidth = Math.round(Math.min(width * 0.4, longest * 6.9 + (rows[0]?.segment === undefined ? 10 : 28)));
  const textWidth = Math.max(0, ...rows.map(({ text }) => text.length)) * 7 + 8;
  const names = rows.map(({ name }) => name);
  const rich = Object.fromEntries(
    rows.map(({ segment }, index) => [
      `dot${index}`,
      { color: segmentMark(segment ?? -1, scheme).color, fontSize: 11, padding: [0, 6, 0, 0] },
    ]),
  );
  return {
    ...chartBase(colors),
    grid: { left: nameWidth, right: textWidth, top: 0, bottom: 4, outerBoundsMode: 'none' },
    tooltip: figureTooltip(colors, describe, 'axis'),
    xAxis: {
      ...valueAxis(colors),
      show: false,
      min: Math.min(0, ...rows.map(({ value }) => value)),
      max: Math.max(0, ...rows.map(({ value }) => value)) || 1,
    },
    yAxis: [
      {
        ...categoryAxis(colors, names),
        inverse: true,
        axisLine: { show: false },
        axisLabel: {
          ...rowNameLabel(colors, nameWidth),
          rich,
          formatter: (_name: string, index: number) => {
            const row = rows[index];
            if (row === undefined) return '';
            if (row.segment === undefined) return plainInRich(shortened(row.name, nameWidth - 6));
            return `{dot${index}|\u25CF}${plainInRich(shortened(row.name, nameWidth - 22))}`;
          },
        },
      },
      {
        ...categoryAxis(
          colors,
          rows.map(({ text }) => text),
        ),
        inverse: true,
        position: 'right',
        axisLine: { show: false },
        axisLabel: {
          interval: 0,
          margin: textWidth,
          align: 'right',
          fontFamily,
          fontSize: 12,
          fontWeight: 550,
          color: colors.ink,
          formatter: (_text: string, index: number) => rows[index]?.text ?? '',
        },
      },
    ],
    series: [
      {
        type: 'bar',
        barWidth: '54%',
        barMinHeight: 1,
        data: rows.map(({ value, isEmphasised }) => ({
          value,
          itemStyle: { color: isEmphasised ? colors.measure : colors.measure2, borderRadius: 2 },
        })),
      },
    ],
  };
}
