import type { EChartsOption } from 'echarts';
import type { Drawing } from '../figure.ts';
import { categoryAxis, chartBase, fontFamily, plainInRich, rowNameLabel, shortened } from './chart-parts.ts';
import { type HeatCell, heatCells } from './heat-cells.ts';
import { tokens } from './tokens.ts';
import { figureTooltip, type TooltipContent } from './tooltip.ts';

export interface HeatGridInput {
  rows: readonly string[];
  /** Null: no label above this column. */
  columns: readonly (string | null)[];
  cells: readonly HeatCell[];
  /** In pixels. */
  nameWidth: number;
  headHeight: number;
  /** Names above the columns stand upright. */
  isUpright?: boolean;
  describe(cell: number): TooltipContent | null;
}

/** Width of a sign at 12 px, and at 11 px with the air at both ends. */
const perSign = 5.9;
const longestHead = 128;
/** Below this width names stand close to the cells, so that these hold three digits for each of thirteen months. */
const roomy = 380;

/** Width of the names of rows: as the longest needs, at most such a part of the drawing. */
export const heatNameWidth = (rows: readonly string[], width: number, most = 0.32): number =>
  Math.round(
    Math.min(width * most, Math.max(3, ...rows.map(({ length }) => length)) * perSign + (width < roomy ? 6 : 10)),
  );

/** Height that names standing upright above columns need. */
export const uprightHeadHeight = (names: readonly string[]): number =>
  Math.round(Math.min(longestHead, Math.max(4, ...names.map(({ length }) => length)) * perSign + 10));

/** Cells with row names at the left and column names above. */
export function heatGrid(input: HeatGridInput, { scheme }: Drawing): EChartsOption {
  const colors = tokens[scheme];
  const { rows, columns, nameWidth, headHeight, isUpright = false } = input;
  return {
    ...chartBase(colors),
    grid: { left: nameWidth, right: 0, top: headHeight, bottom: 0, outerBoundsMode: 'none' },
    tooltip: figureTooltip(colors, (index) => input.describe(index)),
    xAxis: {
      ...categoryAxis(
        colors,
        columns.map((name) => name ?? ''),
      ),
      position: 'top',
      axisLine: { show: false },
      axisLabel: {
        interval: (index: number) => (columns[index] ?? null) !== null,
        fontFamily,
        fontSize: 11,
        lineHeight: 13,
        margin: 6,
        color: colors.ink2,
        rotate: isUpright ? 90 : 0,
        ...(isUpright && { width: headHeight - 8, overflow: 'truncate' as const, ellipsis: '\u2026' }),
        formatter: (_name: string, index: number) => {
          const name = columns[index] ?? '';
          return plainInRich(isUpright ? shortened(name, headHeight + 4) : name);
        },
      },
    },
    yAxis: {
      ...categoryAxis(colors, rows),
      inverse: true,
      axisLine: { show: false },
      axisLabel: {
        ...rowNameLabel(colors, nameWidth),
        formatter: (_name: string, index: number) => plainInRich(shortened(rows[index] ?? '', nameWidth)),
      },
    },
    series: [heatCells(input.cells)],
  };
}
