import type { Kpis, Points } from '@clientele/contracts';
import type { EChartsOption, SeriesOption } from 'echarts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { type OrderCounts, orderCounts } from '../findings/order-counts.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { categoryAxis, chartBase, fontFamily, valueAxis } from '../theme/chart-parts.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';

export interface ReturningInput {
  kpis: Kpis;
  /** Customers with `frequency` and `monetary`: gives the share of revenue and the customers by number of orders, where none was left out. */
  points?: Points;
}

interface Part {
  name: string;
  returning: number;
  oneTime: number;
  text(value: number): string;
}

function parts(kpis: Kpis, counts: OrderCounts | null, { formats }: FigureContext): Part[] {
  const { customers, orders, revenue, oneTimeCustomers } = kpis;
  const all: Part[] = [
    { name: 'Customers', returning: customers - oneTimeCustomers, oneTime: oneTimeCustomers, text: formats.count },
    { name: 'Orders', returning: orders - oneTimeCustomers, oneTime: oneTimeCustomers, text: formats.count },
  ];
  const single = counts?.oneTimeRevenue ?? null;
  if (single !== null && revenue > 0 && single >= 0 && single <= revenue) {
    all.push({ name: 'Revenue', returning: revenue - single, oneTime: single, text: formats.money });
  }
  return all.filter(({ returning, oneTime }) => returning >= 0 && returning + oneTime > 0);
}

function finding(rows: readonly Part[], { formats }: FigureContext): string | null {
  const revenue = rows.find(({ name }) => name === 'Revenue');
  const customers = rows.find(({ name }) => name === 'Customers');
  if (customers === undefined) return null;
  const share = ({ returning, oneTime }: Part) => formats.share(returning / (returning + oneTime), 0);
  if (customers.returning === 0) return 'Nobody has ordered twice';
  return revenue === undefined
    ? `${share(customers)} of customers came back`
    : `Repeat buyers bring ${share(revenue)} of revenue`;
}

/** Returning against one-time customers: shares of customers, of orders and, with points, of revenue; below them customers by number of orders. */
export function returningFigure(input: ReturningInput, context: FigureContext): Figure {
  const { formats } = context;
  const counts = orderCounts(input.kpis, input.points);
  const rows = parts(input.kpis, counts, context);
  const customers = rows[0];
  const bins = counts?.bins ?? [];
  const barsTop = 24;
  const barsHeight = rows.length * 24;

  const option = (drawing: Drawing): EChartsOption => {
    const colors = tokens[drawing.scheme];
    const stack = (part: 'returning' | 'oneTime', color: string): SeriesOption => ({
      type: 'bar',
      name: part === 'returning' ? 'Returning' : 'One-time',
      stack: 'all',
      barWidth: 12,
      itemStyle: { color, borderColor: colors.page, borderWidth: 1, borderRadius: 2 },
      data: rows.map((row) => row[part] / (row.returning + row.oneTime)),
    });
    const distribution: SeriesOption = {
      type: 'bar',
      xAxisIndex: 1,
      yAxisIndex: 2,
      barWidth: '62%',
      label: {
        show: true,
        position: 'top',
        distance: 3,
        fontFamily,
        fontSize: 11,
        color: colors.ink2,
        formatter: ({ dataIndex }) => formats.count(bins[dataIndex]?.customers ?? 0),
      },
      data: bins.map(({ customers: value }, index) => ({
        value,
        itemStyle: { color: index === 0 ? colors.measure2 : colors.measure, borderRadius: 1 },
      })),
    };
    const quietAxis = { ...valueAxis(colors), show: false, splitLine: { show: false } };
    const rowAxis = (labels: readonly string[]) => ({
      ...categoryAxis(colors, labels),
      inverse: true,
      axisLine: { show: false },
    });
    const hasBins = bins.length > 0;
    return {
      ...chartBase(colors),
      legend: {
        left: 0,
        top: 0,
        padding: 0,
        itemWidth: 8,
        itemHeight: 8,
        icon: 'circle',
        selectedMode: false,
        data: ['Returning', 'One-time'],
        textStyle: { fontFamily, fontSize: 11, color: colors.ink2 },
        formatter: (name) =>
          customers === undefined
            ? name
            : `${name} ${formats.count(name === 'Returning' ? customers.returning : customers.oneTime)}`,
      },
      grid: [
        { left: 70, right: 50, top: barsTop, height: barsHeight, outerBoundsMode: 'none' },
        ...(hasBins
          ? [{ left: 0, right: 0, top: barsTop + barsHeight + 44, bottom: 20, outerBoundsMode: 'none' as const }]
          : []),
      ],
      title: hasBins
        ? {
            text: 'Customers by number of orders',
            left: 0,
            top: barsTop + barsHeight + 10,
            padding: 0,
            textStyle: { fontFamily, fontSize: 12, fontWeight: 450, color: colors.ink2 },
          }
        : undefined,
      tooltip: figureTooltip(
        colors,
        (index, series) => {
          const bin = bins[index];
          if (series === 2) {
            if (bin === undefined) return null;
            return {
              title: bin.label === '1' ? '1 order' : `${bin.label} orders`,
              rows: [['Customers', formats.count(bin.customers)]],
            };
          }
          const row = rows[index];
          if (row === undefined) return null;
          return {
            title: row.name,
            rows: [
              ['Returning', row.text(row.returning)],
              ['One-time', row.text(row.oneTime)],
            ],
          };
        },
        'item',
      ),
      xAxis: [
        { ...quietAxis, min: 0, max: 1 },
        ...(hasBins
          ? [
              {
                ...categoryAxis(
                  colors,
                  bins.map(({ label }) => label),
                ),
                gridIndex: 1,
                axisLabel: { ...categoryAxis(colors, []).axisLabel, interval: 0, hideOverlap: false },
              },
            ]
          : []),
      ],
      yAxis: [
        {
          ...rowAxis(rows.map(({ name }) => name)),
          axisLabel: { margin: 70, align: 'left', fontFamily, fontSize: 12, color: colors.ink2 },
        },
        {
          ...rowAxis(rows.map(({ returning, oneTime }) => formats.share(returning / (returning + oneTime)))),
          position: 'right',
          axisLabel: {
            margin: 46,
            align: 'right',
            fontFamily,
            fontSize: 12,
            fontWeight: 550,
            color: colors.ink,
            interval: 0,
          },
        },
        ...(hasBins ? [{ ...quietAxis, gridIndex: 1, min: 0 }] : []),
      ],
      series: [
        stack('returning', colors.measure),
        stack('oneTime', colors.measure2),
        ...(hasBins ? [distribution] : []),
      ],
    };
  };

  return {
    id: 'returning',
    title: finding(rows, context) ?? 'Returning and one-time customers',
    subtitle: rows.length > 2 ? 'Share of customers, orders and revenue' : 'Share of customers and orders',
    option: rows.length === 0 ? null : option,
    renderer: 'svg',
    height: bins.length > 0 ? 260 : barsTop + barsHeight + 8,
    table: {
      columns: [
        textColumn('measure', 'Measure'),
        numberColumn('returning', 'Returning'),
        numberColumn('oneTime', 'One-time'),
        numberColumn('share', 'Returning, share'),
      ],
      rows: [
        ...rows.map(({ name, returning, oneTime, text }) => ({
          measure: cell(name),
          returning: cell(returning, text(returning)),
          oneTime: cell(oneTime, text(oneTime)),
          share: cell(returning / (returning + oneTime), formats.share(returning / (returning + oneTime))),
        })),
        ...bins.map(({ label, customers: value }, index) => ({
          measure: cell(label === '1' ? 'Customers with 1 order' : `Customers with ${label} orders`),
          returning: index === 0 ? cell(null) : cell(value, formats.count(value)),
          oneTime: index === 0 ? cell(value, formats.count(value)) : cell(null),
          share: cell(null),
        })),
      ],
    },
  };
}
