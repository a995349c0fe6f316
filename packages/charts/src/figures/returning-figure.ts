import type { Kpis, OrderCount } from '@clientele/contracts';
import type { EChartsOption, SeriesOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { type OrderBin, orderBins } from '../findings/order-counts.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { categoryAxis, chartBase, fontFamily, valueAxis } from '../theme/chart-parts.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';

export interface ReturningInput {
  kpis: Kpis;
  /** Gives the share of revenue and the customers by number of orders. */
  orderCounts: readonly OrderCount[];
}

interface Part {
  id: 'customers' | 'orders' | 'revenue';
  name: string;
  returning: number;
  oneTime: number;
  text(value: number): string;
}

function parts(kpis: Kpis, bins: readonly OrderBin[], { formats, text }: FigureContext): Part[] {
  const { customers, orders, revenue, oneTimeCustomers } = kpis;
  const part = (id: Part['id'], returning: number, oneTime: number, write: Part['text']): Part => ({
    id,
    name: text(`common.${id}`),
    returning,
    oneTime,
    text: write,
  });
  const all: Part[] = [
    part('customers', customers - oneTimeCustomers, oneTimeCustomers, formats.count),
    part('orders', orders - oneTimeCustomers, oneTimeCustomers, formats.count),
  ];
  const single = bins[0]?.revenue ?? null;
  if (single !== null && revenue > 0 && single >= 0 && single <= revenue) {
    all.push(part('revenue', revenue - single, single, formats.money));
  }
  return all.filter(({ returning, oneTime }) => returning >= 0 && returning + oneTime > 0);
}

function finding(rows: readonly Part[], { formats, text }: FigureContext): string | null {
  const revenue = rows.find(({ id }) => id === 'revenue');
  const customers = rows.find(({ id }) => id === 'customers');
  if (customers === undefined) return null;
  const share = ({ returning, oneTime }: Part) => formats.share(returning / (returning + oneTime), 0);
  if (customers.returning === 0) return text('returning.titleNobody');
  return revenue === undefined
    ? text('returning.titleCustomers', { share: share(customers) })
    : text('returning.title', { share: share(revenue) });
}

/** Returning against one-time customers: shares of customers, of orders and of revenue; below them customers by number of orders. */
export function returningFigure(input: ReturningInput, context: FigureContext): Figure {
  const { formats, text } = context;
  const [cameBack, once] = [text('returning.returning'), text('returning.oneTime')];
  const bins = orderBins(input.orderCounts);
  const rows = parts(input.kpis, bins, context);
  const customers = rows[0];
  const nameWidth = Math.max(70, Math.max(0, ...rows.map(({ name }) => name.length)) * 6.6 + 10);
  const barsTop = 24;
  const barsHeight = rows.length * 24;

  const option = (drawing: Drawing): EChartsOption => {
    const colors = tokens[drawing.scheme];
    const stack = (part: 'returning' | 'oneTime', color: string): SeriesOption => ({
      type: 'bar',
      name: part === 'returning' ? cameBack : once,
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
        data: [cameBack, once],
        textStyle: { fontFamily, fontSize: 11, color: colors.ink2 },
        formatter: (name) =>
          customers === undefined
            ? name
            : `${name} ${formats.count(name === cameBack ? customers.returning : customers.oneTime)}`,
      },
      grid: [
        { left: nameWidth, right: 50, top: barsTop, height: barsHeight, outerBoundsMode: 'none' },
        ...(hasBins
          ? [{ left: 0, right: 0, top: barsTop + barsHeight + 44, bottom: 20, outerBoundsMode: 'none' as const }]
          : []),
      ],
      title: hasBins
        ? {
            text: text('returning.byOrders'),
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
              title: text('returning.bin', { n: bin.label === '1' ? 1 : 2, orders: bin.label }),
              rows: [[text('common.customers'), formats.count(bin.customers)]],
            };
          }
          const row = rows[index];
          if (row === undefined) return null;
          return {
            title: row.name,
            rows: [
              [cameBack, row.text(row.returning)],
              [once, row.text(row.oneTime)],
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
          axisLabel: { margin: nameWidth, align: 'left', fontFamily, fontSize: 12, color: colors.ink2 },
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
    title: finding(rows, context) ?? text('returning.name'),
    subtitle: text(rows.length > 2 ? 'returning.subtitle' : 'returning.subtitleOrders'),
    option: rows.length === 0 ? null : option,
    renderer: 'svg',
    height: bins.length > 0 ? 260 : barsTop + barsHeight + 8,
    table: {
      columns: [
        textColumn('measure', text('returning.measure')),
        numberColumn('returning', cameBack),
        numberColumn('oneTime', once),
        numberColumn('share', text('returning.share')),
      ],
      rows: [
        ...rows.map(({ name, returning, oneTime, text: write }) => ({
          measure: cell(name),
          returning: cell(returning, write(returning)),
          oneTime: cell(oneTime, write(oneTime)),
          share: cell(returning / (returning + oneTime), formats.share(returning / (returning + oneTime))),
        })),
        ...bins.map(({ label, customers: value }, index) => ({
          measure: cell(text('returning.binCustomers', { n: label === '1' ? 1 : 2, orders: label })),
          returning: index === 0 ? cell(null) : cell(value, formats.count(value)),
          oneTime: index === 0 ? cell(value, formats.count(value)) : cell(null),
          share: cell(null),
        })),
      ],
    },
  };
}

export const returning = defineFigure({
  id: 'returning',
  name: 'returning.name',
  help: 'returning.help',
  screen: 'overview',
  kind: 'orders',
  needs: ['kpis', 'orderCounts'],
  make: (sources, setting) => (sources.kpis.customers === 0 ? null : returningFigure(sources, setting)),
});
