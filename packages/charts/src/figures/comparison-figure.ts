import type { Comparison } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { categoryAxis, chartBase, fontFamily, plainInRich, rowNameLabel, shortened } from '../theme/chart-parts.ts';
import { heatCells } from '../theme/heat-cells.ts';
import { segmentMark, textOn } from '../theme/segment-mark.ts';
import { type Scheme, tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';

interface Side {
  /** Segment id; -1 is no segment. */
  id: number;
  name: string;
  /** Place in the table. */
  at: number;
}

/** About the width of a letter of a column's name. */
const letterWidth = 6.2;
/** Words longer than this are cut rather than stood upright. */
const mostLetters = 14;
const uprightHeight = 116;
const rowHeight = 44;

function sidesOf(names: readonly string[], totals: readonly number[], { text }: FigureContext): Side[] {
  const known = names.map((name, id) => ({ id, name, at: id }));
  return (totals[names.length] ?? 0) > 0
    ? [...known, { id: -1, name: text('common.noSegment'), at: names.length }]
    : known;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function title({ customers, matched, adjustedRandIndex }: Comparison, { formats, text }: FigureContext): string {
  if (customers === 0) return text('comparison.titleNobody');
  const share = formats.share(matched, 0);
  return adjustedRandIndex === null
    ? text('comparison.title', { share })
    : text('comparison.titleIndex', { share, index: formats.fixed(adjustedRandIndex, 2) });
}

/** Two segmentations of the same customers: who is where in each, shaded by the share of the row, matched segments ringed. */
export function comparisonFigure(comparison: Comparison, context: FigureContext): Figure {
  const { formats, text } = context;
  const { first, second, table, matches } = comparison;
  const width = table[0]?.length ?? 0;
  const columnTotals = Array.from({ length: width }, (_, column) => sum(table.map((row) => row[column] ?? 0)));
  const rows = sidesOf(
    first.segments,
    table.map((row) => sum(row)),
    context,
  );
  const columns = sidesOf(second.segments, columnTotals, context);
  const countAt = (row: Side, column: Side) => table[row.at]?.[column.at] ?? 0;
  const totalOf = (row: Side) => sum(table[row.at] ?? []);
  const shareAt = (row: Side, column: Side) => (totalOf(row) > 0 ? countAt(row, column) / totalOf(row) : 0);
  const matchAt = (row: Side, column: Side) =>
    matches.find((pair) => pair.first === row.id && pair.second === column.id);
  const cells = rows.flatMap((row, y) => columns.map((column, x) => ({ row, column, x, y })));
  const height = uprightHeight + rowHeight * Math.max(1, rows.length);

  const option = ({ scheme, width: wide }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const longest = Math.max(12, ...rows.map(({ name }) => name.length));
    const nameWidth = Math.round(Math.min(wide * 0.34, longest * 6.6 + 26));
    const columnWidth = (wide - nameWidth) / Math.max(1, columns.length);
    const longestWord = Math.max(0, ...columns.flatMap(({ name }) => name.split(/\s/).map(({ length }) => length)));
    const isUpright = columnWidth < Math.min(longestWord, mostLetters) * letterWidth + 8;
    return {
      ...chartBase(colors),
      grid: { left: nameWidth, right: 2, top: isUpright ? uprightHeight : 56, bottom: 2, outerBoundsMode: 'none' },
      tooltip: figureTooltip(colors, (index) => {
        const found = cells[index];
        if (found === undefined) return null;
        const { row, column } = found;
        const pair = matchAt(row, column);
        return {
          title: text('comparison.cell', { first: row.name, second: column.name }),
          rows: [
            [text('comparison.both'), formats.count(countAt(row, column))],
            [text('comparison.of', { name: row.name }), formats.share(shareAt(row, column))],
            [
              text('comparison.of', { name: column.name }),
              formats.share(countAt(row, column) / Math.max(1, columnTotals[column.at] ?? 0)),
            ],
            ...(pair === undefined ? [] : [[text('comparison.matched'), formats.share(pair.jaccard)] as const]),
          ],
        };
      }),
      xAxis: {
        ...categoryAxis(
          colors,
          columns.map(({ name }) => name),
        ),
        position: 'top',
        axisLine: { show: false },
        axisLabel: {
          interval: 0,
          fontFamily,
          fontSize: 11,
          lineHeight: 14,
          color: colors.ink2,
          rotate: isUpright ? 90 : 0,
          width: isUpright ? uprightHeight - 8 : columnWidth - 6,
          overflow: isUpright ? 'none' : 'break',
          rich: dots(columns, scheme),
          formatter: (_name: string, index: number) => {
            const { name = '' } = columns[index] ?? {};
            const dot = `{dot${index}|\u25CF}`;
            return isUpright
              ? `${dot}${plainInRich(shortened(name, uprightHeight - 26))}`
              : `${dot}\n${plainInRich(shortened(name, columnWidth * 2 - 16))}`;
          },
        },
      },
      yAxis: {
        ...categoryAxis(
          colors,
          rows.map(({ name }) => name),
        ),
        inverse: true,
        axisLine: { show: false },
        axisLabel: {
          ...rowNameLabel(colors, nameWidth),
          color: colors.ink,
          rich: dots(rows, scheme),
          formatter: (_name: string, index: number) =>
            `{dot${index}|\u25CF}${plainInRich(shortened(rows[index]?.name ?? '', nameWidth - 26))}`,
        },
      },
      series: [
        heatCells(
          cells.map(({ row, column, x, y }) => {
            const count = countAt(row, column);
            const share = shareAt(row, column);
            const step = Math.min(colors.ramp.length - 1, Math.floor(share * colors.ramp.length));
            const fill = count === 0 ? null : (colors.ramp[step] ?? null);
            return {
              x,
              y,
              fill,
              text: count === 0 ? '\u2013' : formats.count(count),
              short: count === 0 ? '\u2013' : formats.share(share, 0),
              note: count === 0 ? undefined : share < 0.01 ? `<${formats.share(0.01, 0)}` : formats.share(share, 0),
              ink: fill === null ? colors.ink3 : textOn(fill),
              ring: matchAt(row, column) === undefined ? undefined : colors.ink,
            };
          }),
        ),
      ],
    };
  };

  return {
    id: 'comparison',
    title: title(comparison, context),
    subtitle: text('comparison.subtitle', { first: first.name, second: second.name }),
    option: comparison.customers === 0 || rows.length === 0 || columns.length === 0 ? null : option,
    renderer: 'svg',
    height,
    table: {
      columns: [
        textColumn('segment', first.name),
        numberColumn('customers', text('common.customers')),
        ...columns.map(({ at, name }) => numberColumn(`column${at}`, name)),
      ],
      rows:
        comparison.customers === 0
          ? []
          : rows.map((row) => ({
              segment: cell(row.name),
              customers: cell(totalOf(row), formats.count(totalOf(row))),
              ...Object.fromEntries(
                columns.map((column) => [
                  `column${column.at}`,
                  cell(
                    countAt(row, column),
                    `${formats.count(countAt(row, column))} (${formats.share(shareAt(row, column))})`,
                  ),
                ]),
              ),
            })),
    },
  };
}

const dots = (sides: readonly Side[], scheme: Scheme) =>
  Object.fromEntries(
    sides.map(({ id }, index) => [
      `dot${index}`,
      { color: segmentMark(id, scheme).color, fontSize: 11, padding: [0, 6, 0, 0] },
    ]),
  );

export const comparison = defineFigure({
  id: 'comparison',
  name: 'comparison.name',
  help: 'comparison.help',
  screen: 'lab',
  needs: ['comparison'],
  make: (sources, setting) => comparisonFigure(sources.comparison, setting),
});
