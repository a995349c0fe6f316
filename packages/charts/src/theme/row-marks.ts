import type { CustomSeriesOption, CustomSeriesRenderItemReturn, EChartsOption } from 'echarts';
import type { Drawing } from '../figure.ts';
import {
  categoryAxis,
  chartBase,
  fontFamily,
  plainInRich,
  rowNameLabel,
  shortened,
  tickedAxis,
} from './chart-parts.ts';
import { segmentMark } from './segment-mark.ts';
import { tokens } from './tokens.ts';
import { figureTooltip, type TooltipContent } from './tooltip.ts';

export interface MarkRow {
  name: string;
  /** Draws a dot in the segment's colour before the name. */
  segment?: number;
  /** Written in quiet ink: all customers, say. */
  isQuiet?: boolean;
}

/** One drawn part of a row: a bar, a line, a dot. */
export type Mark = Extract<NonNullable<CustomSeriesRenderItemReturn>, { type: 'group' }>['children'][number];

export interface MarkPanel {
  /** Stands above, where there is more than one panel. */
  head?: string;
  /** Written at the right of each row. */
  texts: readonly string[];
  min: number;
  max: number;
  /** Values with a label below and a hairline. */
  axis?: { ticks: readonly number[]; written(value: number): string };
  /** A dashed line over all rows. */
  reference?: number | null;
  marks(row: number, at: (value: number) => number, y: number): Mark[];
}

export const markRowHeight = 26;
const headHeight = 32;
const axisHeight = 22;
const gap = 14;
const textPixels = 7;

/** Height for so many rows; heads stand above panels, an axis below. */
export const rowMarksHeight = (rows: number, { hasHeads = false, hasAxis = false } = {}): number =>
  Math.max(1, rows) * markRowHeight + (hasHeads ? headHeight : 2) + (hasAxis ? axisHeight : 2);

/** About, at 12 px; capitals, as product names are often written, take more. */
const nameLength = (name: string): number =>
  [...name].reduce((width, sign) => width + (/\p{Lu}/u.test(sign) ? 8.6 : 6.3), 0);

function fitted(name: string, pixels: number): string {
  const perSign = nameLength(name) / Math.max(1, name.length);
  return nameLength(name) <= pixels ? name : shortened(name, (pixels / perSign) * 6.1);
}

/** Named rows with marks along one or several scales beside each other, and each row's number at its right. */
export function rowMarks(
  rows: readonly MarkRow[],
  panels: readonly MarkPanel[],
  { scheme, width }: Drawing,
  describe: (row: number) => TooltipContent | null,
): EChartsOption {
  const colors = tokens[scheme];
  const hasDots = rows.some(({ segment }) => segment !== undefined);
  const longest = Math.max(0, ...rows.map(({ name }) => nameLength(name)));
  const dotWidth = hasDots ? 18 : 0;
  const share = panels.length > 1 ? 0.3 : 0.42;
  const nameWidth = rows.length === 0 ? 0 : Math.round(Math.min(width * share, longest + 12 + dotWidth));
  const top = panels.some(({ head }) => head !== undefined) ? headHeight : 2;
  const bottom = panels.some(({ axis }) => axis !== undefined) ? axisHeight : 2;
  const room = (width - nameWidth - gap * (panels.length - 1)) / Math.max(1, panels.length);
  const places = panels.map(({ texts }, at) => {
    const textWidth = Math.max(0, ...texts.map(({ length }) => length)) * textPixels + 10;
    const left = nameWidth + at * (room + gap);
    return { left, right: left + room, plot: Math.max(4, room - textWidth) };
  });
  const rich = Object.fromEntries([
    ...rows.map(({ segment }, index) => [
      `dot${index}`,
      { color: segmentMark(segment ?? -1, scheme).color, fontSize: 11, padding: [0, 6, 0, 0] },
    ]),
    ['quiet', { color: colors.ink3, fontSize: 12 }],
  ]);
  const label = (index: number): string => {
    const row = rows[index];
    if (row === undefined) return '';
    const name = plainInRich(fitted(row.name, nameWidth - dotWidth - 6));
    if (row.isQuiet) return `{quiet|${name.replaceAll('}', '\u2019')}}`;
    return row.segment === undefined ? name : `{dot${index}|\u25CF}${name}`;
  };
  const names = rows.map(({ name }) => name);
  const series = panels.map((panel, at): CustomSeriesOption => {
    const place = places[at];
    return {
      type: 'custom',
      xAxisIndex: at,
      yAxisIndex: at,
      encode: { x: 0, y: 1 },
      data: rows.map((_row, index) => [panel.min, index]),
      renderItem: ({ dataIndex }, api) => {
        const y = api.coord([panel.min, dataIndex])[1] ?? 0;
        const own = panel.marks(dataIndex, (value) => api.coord([value, dataIndex])[0] ?? 0, y);
        const text: Mark = {
          type: 'text',
          style: {
            text: panel.texts[dataIndex] ?? '',
            x: place?.right ?? 0,
            y,
            align: 'right',
            verticalAlign: 'middle',
            fill: rows[dataIndex]?.isQuiet ? colors.ink3 : colors.ink,
            font: `550 12px ${fontFamily}`,
          },
        };
        return { type: 'group', children: [...own, text] };
      },
      ...(panel.reference !== undefined &&
        panel.reference !== null && {
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: colors.ink2, width: 1, type: [3, 3] },
            data: [{ xAxis: panel.reference }],
          },
        }),
    };
  });
  return {
    ...chartBase(colors),
    title: panels.flatMap(({ head }, at) =>
      head === undefined
        ? []
        : [
            {
              text: plainInRich(head),
              left: places[at]?.left ?? 0,
              top: 0,
              padding: 0,
              textStyle: {
                fontFamily,
                fontSize: 11,
                lineHeight: 13,
                fontWeight: 450 as const,
                color: colors.ink2,
                width: room,
                overflow: 'break' as const,
              },
            },
          ],
    ),
    grid: places.map(({ left, plot }) => ({ left, width: plot, top, bottom, outerBoundsMode: 'none' as const })),
    tooltip: figureTooltip(colors, (index) => describe(index), 'axis'),
    xAxis: panels.map(({ min, max, axis }, gridIndex) => ({
      ...tickedAxis(colors, axis?.ticks ?? [], (value) => axis?.written(value) ?? ''),
      gridIndex,
      min,
      max,
      ...(axis === undefined && { show: false }),
      splitLine: { show: axis !== undefined, lineStyle: { color: colors.hairline, width: 1 } },
    })),
    yAxis: panels.map((_panel, gridIndex) => ({
      ...categoryAxis(colors, names),
      gridIndex,
      inverse: true,
      axisLine: { show: false },
      axisLabel: {
        show: gridIndex === 0,
        ...rowNameLabel(colors, nameWidth),
        color: colors.ink,
        rich,
        formatter: (_name: string, index: number) => label(index),
      },
    })),
    series,
  };
}

/** A bar from one value to another, at least a pixel wide. */
export function barMark(from: number, to: number, y: number, fill: string, height = 12): Mark {
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  return {
    type: 'rect',
    shape: { x: left, y: y - height / 2, width: Math.max(1, right - left), height, r: 2 },
    style: { fill },
  };
}
