import type { WeekHours } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { busiestDay, busiestHours } from '../findings/busiest-hours.ts';
import { withUnit } from '../format/money-scale.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { hourText, weekday } from '../format/weekday.ts';
import { heatGrid, heatNameWidth } from '../theme/heat-grid.ts';
import { rampColor } from '../theme/ramp-color.ts';
import { rowBars, rowBarsHeight } from '../theme/row-bars.ts';
import { textOn } from '../theme/segment-mark.ts';
import { tokens } from '../theme/tokens.ts';

const rowHeight = 28;
const headHeight = 22;
const days = [0, 1, 2, 3, 4, 5, 6];
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const roomOfHour = 20;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function dayTitle(byDay: readonly number[], { formats, text }: FigureContext): string {
  const day = busiestDay(byDay);
  if (day === null) return text('week-hours.nameDays');
  const share = formats.share((byDay[day] ?? 0) / sum(byDay), 0);
  return text('week-hours.titleDay', { day: weekday(day, formats, 'long'), share });
}

function hourTitle(data: WeekHours, byDay: readonly number[], context: FigureContext): string {
  const { formats, text } = context;
  const span = busiestHours(hours.map((hour) => sum(data.orders.map((row) => row[hour] ?? 0))));
  if (span === null) return busiestDay(byDay) === null ? text('week-hours.name') : dayTitle(byDay, context);
  const values = { share: formats.share(span.share, 0), from: hourText(span.from), to: hourText(span.to) };
  const day = busiestDay(byDay);
  return day === null
    ? text('week-hours.title', values)
    : text('week-hours.titleWithDay', { ...values, day: weekday(day, formats, 'long') });
}

/** Orders by weekday: all there is where the data hold no hours. */
function weekdaysFigure(data: WeekHours, context: FigureContext): Figure {
  const { formats, text } = context;
  const rows = days.map((day) => ({
    name: weekday(day, formats, 'long'),
    orders: sum(data.orders[day] ?? []),
    revenue: sum(data.revenue[day] ?? []),
  }));
  const total = sum(rows.map(({ orders }) => orders));
  const most = Math.max(...rows.map(({ orders }) => orders));
  return {
    id: 'week-hours',
    title: dayTitle(
      rows.map(({ orders }) => orders),
      context,
    ),
    subtitle: text('week-hours.subtitleDays'),
    option: (drawing: Drawing): EChartsOption =>
      rowBars(
        rows.map(({ name, orders }) => ({
          name,
          value: orders,
          text: formats.share(orders / total),
          isEmphasised: orders === most,
        })),
        drawing,
        (index) => {
          const row = rows[index];
          if (row === undefined) return null;
          return {
            title: row.name,
            rows: [
              [text('common.orders'), formats.count(row.orders)],
              [text('common.revenue'), formats.money(row.revenue)],
            ],
          };
        },
      ),
    renderer: 'svg',
    height: rowBarsHeight(rows.length),
    table: {
      columns: [
        textColumn('day', text('week-hours.columnDay')),
        numberColumn('orders', text('common.orders')),
        numberColumn('revenue', withUnit(text('common.revenue'), formats.currencySign)),
      ],
      rows: rows.map(({ name, orders, revenue }) => ({
        day: cell(name),
        orders: cell(orders, formats.count(orders)),
        revenue: cell(revenue, formats.money(revenue)),
      })),
    },
  };
}

/** When orders are placed: weekdays by hours, or weekdays alone. Hours at both ends in which nobody ever ordered are not drawn. */
export function weekHoursFigure(data: WeekHours, context: FigureContext): Figure {
  if (!data.hasHours) return weekdaysFigure(data, context);
  const { formats, text } = context;
  const at = (day: number, hour: number) => data.orders[day]?.[hour] ?? 0;
  const byDay = days.map((day) => sum(data.orders[day] ?? []));
  const used = hours.filter((hour) => days.some((day) => at(day, hour) > 0));
  const drawn = hours.filter((hour) => hour >= (used[0] ?? 0) && hour <= (used.at(-1) ?? 23));
  const most = Math.max(1, ...data.orders.flat());

  const option = (drawing: Drawing): EChartsOption => {
    const colors = tokens[drawing.scheme];
    const names = days.map((day) => weekday(day, formats));
    const nameWidth = heatNameWidth(names, drawing.width);
    const step = Math.ceil((roomOfHour * drawn.length) / (drawing.width - nameWidth));
    return heatGrid(
      {
        rows: names,
        columns: drawn.map((hour, index) => (index % step === 0 ? String(hour) : null)),
        cells: days.flatMap((day) =>
          drawn.map((hour, x) => {
            const orders = at(day, hour);
            const fill = orders === 0 ? colors.subtle : rampColor(orders / most, drawing.scheme);
            const written = orders === 0 ? '\u2013' : formats.count(orders);
            const ink = orders === 0 ? colors.ink3 : textOn(fill);
            return { x, y: day, fill, text: written, short: '', ink };
          }),
        ),
        nameWidth,
        headHeight,
        describe(index) {
          const day = Math.floor(index / drawn.length);
          const hour = drawn[index % drawn.length];
          if (hour === undefined) return null;
          return {
            title: `${weekday(day, formats, 'long')}, ${hourText(hour)}\u2013${hourText((hour + 1) % 24)}`,
            rows: [
              [text('common.orders'), formats.count(at(day, hour))],
              [text('common.revenue'), formats.money(data.revenue[day]?.[hour] ?? 0)],
            ],
          };
        },
      },
      drawing,
    );
  };

  return {
    id: 'week-hours',
    title: hourTitle(data, byDay, context),
    subtitle: text('week-hours.subtitle'),
    option,
    renderer: 'svg',
    height: headHeight + days.length * rowHeight,
    table: {
      columns: [
        textColumn('day', text('week-hours.columnDay')),
        ...hours.map((hour) => numberColumn(`h${hour}`, hourText(hour))),
        numberColumn('total', text('week-hours.columnTotal')),
      ],
      rows: days.map((day) => ({
        day: cell(weekday(day, formats, 'long')),
        ...Object.fromEntries(hours.map((hour) => [`h${hour}`, cell(at(day, hour), formats.count(at(day, hour)))])),
        total: cell(byDay[day] ?? 0, formats.count(byDay[day] ?? 0)),
      })),
    },
  };
}

export const weekHours = defineFigure({
  id: 'week-hours',
  name: 'week-hours.name',
  help: 'week-hours.help',
  screen: 'overview',
  kind: 'orders',
  needs: ['weekHours'],
  make: (sources, setting) =>
    sum(sources.weekHours.orders.flat()) === 0 ? null : weekHoursFigure(sources.weekHours, setting),
});
