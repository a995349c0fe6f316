import type { Month } from '@clientele/contracts';
import type { BarSeriesOption, EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { isFinished } from '../findings/is-finished.ts';
import { longMonth } from '../findings/monthly-finding.ts';
import { moneyScale, withUnit } from '../format/money-scale.ts';
import { monthLabels } from '../format/month-labels.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { categoryAxis, chartBase, chartGrid, hatch, valueAxis } from '../theme/chart-parts.ts';
import { inkLegend, inkLegendHeight } from '../theme/ink-legend.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';

/** What the labels of the values take beside the plot, about. */
const axisRoom = 50;
/** Finished months below which the last one says nothing: at first everybody is new to the data. */
const fewestMonths = 3;

type Part = 'returning' | 'new' | 'unknown';

const amountOf = (month: Month, part: Part): number => {
  if (part === 'new') return month.newRevenue;
  return part === 'unknown' ? month.unknownRevenue : month.revenue - month.newRevenue - month.unknownRevenue;
};

function titleOf(months: readonly Month[], { formats, text }: FigureContext): string {
  const finished = months.filter(isFinished);
  const last = finished.at(-1);
  if (last === undefined || finished.length < fewestMonths) return text('new-revenue.name');
  const known = last.revenue - last.unknownRevenue;
  const returning = amountOf(last, 'returning');
  if (known <= 0 || returning < 0 || last.newRevenue < 0) return text('new-revenue.name');
  const month = longMonth(last.month, formats);
  return returning >= last.newRevenue
    ? text('new-revenue.titleReturning', { share: formats.share(returning / known, 0), month })
    : text('new-revenue.titleNew', { share: formats.share(last.newRevenue / known, 0), month });
}

/** Revenue by month: of customers who had ordered before, of new ones, and of lines that name none. */
export function newRevenueFigure(months: readonly Month[], context: FigureContext): Figure {
  const { formats, text } = context;
  const hasUnknown = months.some(({ unknownRevenue }) => unknownRevenue !== 0);
  const parts: Part[] = ['returning', 'new', ...(hasUnknown ? (['unknown'] as const) : [])];
  const nameOf = (part: Part) => text(`new-revenue.${part}`);
  const share = (month: Month, part: Part): number | null => {
    const known = month.revenue - month.unknownRevenue;
    return part === 'unknown' || known <= 0 || amountOf(month, part) < 0 ? null : amountOf(month, part) / known;
  };
  const scale = moneyScale(Math.max(0, ...months.map(({ revenue }) => Math.abs(revenue))), formats);
  const covered = (month: Month) => text('new-revenue.days', { n: month.days });

  const option = ({ scheme, width }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const fills: Record<Part, string> = { returning: colors.measure, new: colors.measure2, unknown: colors.quiet };
    const labels = monthLabels(
      months.map(({ month }) => month),
      width - axisRoom,
      formats,
    );
    return {
      ...chartBase(colors),
      color: parts.map((part) => fills[part]),
      legend: inkLegend(parts.map(nameOf), scheme),
      grid: chartGrid({ top: inkLegendHeight + 4, right: 10 }),
      tooltip: figureTooltip(
        colors,
        (index) => {
          const month = months[index];
          if (month === undefined) return null;
          return {
            title: formats.month(month.month, true),
            rows: [
              ...parts.map((part) => {
                const amount = formats.money(amountOf(month, part));
                const own = share(month, part);
                return [nameOf(part), own === null ? amount : `${amount} (${formats.share(own, 0)})`] as const;
              }),
              [text('new-revenue.newCustomers'), formats.count(month.newCustomers)] as const,
              ...(isFinished(month) ? [] : [[text('new-revenue.covered'), covered(month)] as const]),
            ],
          };
        },
        'axis',
      ),
      xAxis: {
        ...categoryAxis(
          colors,
          labels.map((label) => label ?? ''),
        ),
        axisLabel: {
          ...categoryAxis(colors, []).axisLabel,
          lineHeight: 14,
          interval: (index) => (labels[index] ?? null) !== null,
          hideOverlap: false,
        },
      },
      yAxis: { ...valueAxis(colors), axisLabel: { ...valueAxis(colors).axisLabel, formatter: scale.label } },
      series: parts.map(
        (part): BarSeriesOption => ({
          type: 'bar',
          name: nameOf(part),
          stack: 'all',
          barWidth: '64%',
          barMaxWidth: 48,
          itemStyle: { color: fills[part], borderColor: colors.page, borderWidth: 0.5 },
          data: months.map((month) => ({
            value: amountOf(month, part),
            itemStyle: isFinished(month) ? { borderRadius: 1 } : { decal: hatch(colors.page) },
          })),
        }),
      ),
    };
  };

  const unfinished = months.some((month) => !isFinished(month));
  return {
    id: 'new-revenue',
    title: titleOf(months, context),
    subtitle: `${withUnit(text('new-revenue.subtitle'), scale.unit)}${unfinished ? `; ${text('new-revenue.hatched')}` : ''}`,
    note: text('new-revenue.note'),
    option,
    renderer: 'svg',
    height: 240,
    table: {
      columns: [
        textColumn('month', text('common.month')),
        ...parts.map((part) => numberColumn(part, withUnit(nameOf(part), formats.currencySign))),
        numberColumn('share', text('new-revenue.columnShare')),
        numberColumn('newCustomers', text('new-revenue.newCustomers')),
        textColumn('note', text('new-revenue.columnNote')),
      ],
      rows: months.map((month) => ({
        month: cell(month.month, formats.month(month.month, true)),
        ...Object.fromEntries(
          parts.map((part) => [part, cell(amountOf(month, part), formats.money(amountOf(month, part)))]),
        ),
        share: cell(share(month, 'returning'), formats.share(share(month, 'returning'))),
        newCustomers: cell(month.newCustomers, formats.count(month.newCustomers)),
        note: cell(
          isFinished(month) ? '' : text('new-revenue.unfinished', { days: covered(month), all: month.daysInMonth }),
        ),
      })),
    },
  };
}

export const newRevenue = defineFigure({
  id: 'new-revenue',
  name: 'new-revenue.name',
  help: 'new-revenue.help',
  screen: 'overview',
  kind: 'orders',
  needs: ['months'],
  make: ({ months }, setting) => (months.length === 0 ? null : newRevenueFigure(months, setting)),
});
