import type { OrderCount } from '@clientele/contracts';
import type { BarSeriesOption, EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { type OrderBin, orderBins } from '../findings/order-counts.ts';
import { topTail } from '../findings/top-tail.ts';
import { withUnit } from '../format/money-scale.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { categoryAxis, chartBase, fontFamily, valueAxis } from '../theme/chart-parts.ts';
import { inkLegend, inkLegendHeight } from '../theme/ink-legend.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';

/** Customers by their number of orders, and what they bring: two bars a step, each in shares of its whole. */
export function orderCountsFigure(counts: readonly OrderCount[], { formats, text }: FigureContext): Figure {
  const bins = orderBins(counts);
  const customers = bins.reduce((sum, bin) => sum + bin.customers, 0);
  const revenue = bins.reduce((sum, bin) => sum + bin.revenue, 0);
  const hasRevenue = revenue > 0 && bins.every((bin) => bin.revenue >= 0);
  const shareOf = (bin: OrderBin) => (customers > 0 ? bin.customers / customers : null);
  const moneyShare = (bin: OrderBin) => (hasRevenue ? bin.revenue / revenue : null);
  const names = [text('common.customers'), ...(hasRevenue ? [text('common.revenue')] : [])];
  const tail = topTail(bins);
  const once = bins[0];

  const option = ({ scheme, width }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const fills = [colors.measure2, colors.measure];
    const step = width / Math.max(1, bins.length);
    const series = names.map(
      (name, at): BarSeriesOption => ({
        type: 'bar',
        name,
        barWidth: '38%',
        barMaxWidth: 40,
        barGap: '6%',
        itemStyle: { color: fills[at] ?? colors.measure, borderRadius: 1 },
        label: {
          show: step >= 34,
          position: 'top',
          distance: 3,
          fontFamily,
          fontSize: step >= 60 ? 11 : 10,
          color: colors.ink2,
          formatter: ({ dataIndex }) => {
            const bin = bins[dataIndex];
            if (bin === undefined) return '';
            const share = (at === 0 ? shareOf(bin) : moneyShare(bin)) ?? 0;
            return step >= formats.share(1, 0).length * 15 ? formats.share(share, 0) : formats.count(share * 100);
          },
        },
        data: bins.map((bin) => (at === 0 ? shareOf(bin) : moneyShare(bin)) ?? 0),
      }),
    );
    return {
      ...chartBase(colors),
      color: fills,
      legend: inkLegend(names, scheme),
      grid: { left: 0, right: 0, top: inkLegendHeight + 12, bottom: 22, outerBoundsMode: 'none' },
      tooltip: figureTooltip(
        colors,
        (index) => {
          const bin = bins[index];
          if (bin === undefined) return null;
          return {
            title: text('order-counts.orders', { orders: bin.label, n: bin.label === '1' ? 1 : 2 }),
            rows: [
              [names[0] ?? '', `${formats.count(bin.customers)} (${formats.share(shareOf(bin))})`],
              ...(hasRevenue
                ? [[names[1] ?? '', `${formats.money(bin.revenue)} (${formats.share(moneyShare(bin))})`] as const]
                : []),
            ],
          };
        },
        'axis',
      ),
      xAxis: {
        ...categoryAxis(
          colors,
          bins.map(({ label }) => label),
        ),
        axisLabel: { ...categoryAxis(colors, []).axisLabel, interval: 0, hideOverlap: false },
      },
      yAxis: { ...valueAxis(colors), show: false, min: 0 },
      series,
    };
  };

  const tailBin = tail === null ? undefined : bins[tail.from];
  const title =
    tail !== null && tailBin !== undefined
      ? text('order-counts.title', {
          orders: formats.count(tailBin.from),
          customers: formats.share(tail.customers, 0),
          revenue: formats.share(tail.revenue, 0),
        })
      : once !== undefined && customers > 0 && once.customers > 0
        ? text('order-counts.titleOnce', { share: formats.share(once.customers / customers, 0) })
        : text('order-counts.name');
  return {
    id: 'order-counts',
    title,
    subtitle: text(hasRevenue ? 'order-counts.subtitle' : 'order-counts.subtitleCustomers'),
    option,
    renderer: 'svg',
    height: 210,
    table: {
      columns: [
        textColumn('orders', text('common.orders')),
        numberColumn('customers', text('common.customers')),
        numberColumn('customerShare', text('order-counts.customerShare')),
        numberColumn('revenue', withUnit(text('common.revenue'), formats.currencySign)),
        numberColumn('revenueShare', text('order-counts.revenueShare')),
      ],
      rows: bins.map((bin) => ({
        orders: cell(bin.label),
        customers: cell(bin.customers, formats.count(bin.customers)),
        customerShare: cell(shareOf(bin), formats.share(shareOf(bin))),
        revenue: cell(bin.revenue, formats.money(bin.revenue)),
        revenueShare: cell(moneyShare(bin), formats.share(moneyShare(bin))),
      })),
    },
  };
}

export const orderCounts = defineFigure({
  id: 'order-counts',
  name: 'order-counts.name',
  help: 'order-counts.help',
  screen: 'overview',
  kind: 'orders',
  needs: ['orderCounts'],
  make: (sources, setting) =>
    sources.orderCounts.some(({ customers }) => customers > 0) ? orderCountsFigure(sources.orderCounts, setting) : null,
});
