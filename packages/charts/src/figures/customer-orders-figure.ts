import type { CustomerDetail } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { asOfDay } from '../findings/as-of-day.ts';
import { nextOrder } from '../findings/next-order.ts';
import { ordersFinding } from '../findings/orders-finding.ts';
import { moneyScale, withUnit } from '../format/money-scale.ts';
import { monthTicks } from '../format/month-ticks.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { chartBase, chartGrid, haloLabel, valueAxis } from '../theme/chart-parts.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';

export interface CustomerOrdersInput {
  customer: CustomerDetail;
  /** The dataset's as-of time: the axis ends there, and lateness counts to it. */
  asOf: string | null;
}

const dayMs = 86_400_000;
const atTime = (iso: string): number =>
  Date.parse(iso.length <= 10 ? `${iso}T00:00:00Z` : `${iso.replace(' ', 'T').replace(/Z$/, '')}Z`);

/** One stem an order by date; the date the next order was due is dashed where the gaps before it say one. */
export function customerOrdersFigure({ customer, asOf }: CustomerOrdersInput, context: FigureContext): Figure {
  const { formats, text } = context;
  const { orders } = customer;
  const next = nextOrder(orders, asOf);
  const scale = moneyScale(Math.max(0, ...orders.map(({ amount }) => Math.abs(amount))), formats);
  const times = orders.map(({ time }) => atTime(time));
  const dueTime = next === null ? null : atTime(next.due);
  const isLate = (next?.lateDays ?? null) !== null;
  const edges = [...times, ...(asOf === null ? [] : [atTime(asOf)]), ...(dueTime === null ? [] : [dueTime])];
  const from = edges.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  const to = edges.reduce((most, time) => Math.max(most, time), Number.NEGATIVE_INFINITY);
  const pad = Math.max((to - from) * 0.03, 3 * dayMs);

  const option = ({ scheme, width }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const ticks = monthTicks(from - pad, to + pad, Math.max(2, Math.floor(width / 64)));
    const dueRight = dueTime !== null && dueTime > from + (to - from) * 0.8;
    return {
      ...chartBase(colors),
      grid: chartGrid({ top: dueTime === null ? 12 : 22, right: 8 }),
      tooltip: figureTooltip(colors, (index) => {
        const order = orders[index];
        if (order === undefined) return null;
        return {
          title: text('customer-orders.order', { order: order.order }),
          rows: [
            [text('customer-orders.date'), formats.date(order.time)],
            [text('rows.column.amount'), formats.moneyExact(order.amount)],
            [text('customer-orders.lines'), formats.count(order.lines)],
            [text('customer-orders.items'), formats.number(order.items)],
          ],
        };
      }),
      xAxis: {
        ...valueAxis(colors),
        min: from - pad,
        max: to + pad,
        splitLine: { show: false },
        axisLine: { show: true, lineStyle: { color: colors.line } },
        axisTick: { show: false, customValues: ticks },
        axisLabel: {
          ...valueAxis(colors).axisLabel,
          customValues: ticks,
          formatter: (time: number) => {
            const month = new Date(time).toISOString().slice(0, 7);
            const withYear = month.endsWith('-01') || ticks[0] === time;
            return formats.month(month, withYear);
          },
        },
      },
      yAxis: {
        ...valueAxis(colors),
        splitNumber: 3,
        axisLabel: { ...valueAxis(colors).axisLabel, formatter: scale.label },
      },
      series: [
        {
          type: 'custom',
          encode: { x: 0, y: 1 },
          data: orders.map(({ amount }, index) => [times[index] ?? from, amount]),
          renderItem: (_params, api) => {
            const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
            const [, base = 0] = api.coord([api.value(0), 0]);
            return {
              type: 'group',
              children: [
                {
                  type: 'line',
                  shape: { x1: x, y1: base, x2: x, y2: y },
                  style: { stroke: colors.measure, lineWidth: 2 },
                },
                {
                  type: 'circle',
                  shape: { cx: x, cy: y, r: 4 },
                  style: { fill: colors.measure, stroke: colors.page, lineWidth: 1.5 },
                },
              ],
            };
          },
          markLine:
            next === null || dueTime === null
              ? undefined
              : {
                  silent: true,
                  symbol: 'none',
                  lineStyle: { color: isLate ? colors.worse : colors.ink2, width: 1.5, type: [3, 3] },
                  label: {
                    ...haloLabel(colors),
                    fontSize: 11,
                    color: isLate ? colors.worse : colors.ink2,
                    align: dueRight ? 'right' : 'center',
                    formatter: () => text('customer-orders.due', { date: formats.date(next.due) }),
                  },
                  data: [{ xAxis: dueTime }],
                },
        },
      ],
    };
  };

  return {
    id: 'customer-orders',
    title: ordersFinding(orders, next, context) ?? text('common.orders'),
    subtitle: text('customer-orders.subtitle', {
      measure: withUnit(text('customer-orders.measure'), scale.unit),
      due: next === null ? 'none' : isLate ? 'late' : 'open',
    }),
    option: orders.length === 0 ? null : option,
    renderer: 'svg',
    height: 190,
    table: {
      columns: [
        textColumn('order', text('rows.column.order')),
        textColumn('time', text('rows.column.time')),
        numberColumn('amount', withUnit(text('rows.column.amount'), formats.currencySign)),
        numberColumn('items', text('customer-orders.items')),
        numberColumn('lines', text('customer-orders.lines')),
      ],
      rows: orders.map(({ order, time, amount, items, lines }) => ({
        order: cell(order),
        time: cell(time, formats.time(time)),
        amount: cell(amount, formats.moneyExact(amount)),
        items: cell(items, formats.number(items)),
        lines: cell(lines, formats.count(lines)),
      })),
    },
  };
}

export const customerOrders = defineFigure({
  id: 'customer-orders',
  name: 'customer-orders.name',
  help: 'customer-orders.help',
  screen: 'customers',
  kind: 'orders',
  needs: ['customer'],
  make: ({ customer }, setting) =>
    customer.orders.length === 0 ? null : customerOrdersFigure({ customer, asOf: asOfDay(customer) }, setting),
});
