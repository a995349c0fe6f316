import type { Month } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { fromMedian, monthlyFinding } from '../findings/monthly-finding.ts';
import { isFinished, usualMonths } from '../findings/usual-months.ts';
import { monthLabels } from '../format/month-labels.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { categoryAxis, chartBase, chartGrid, haloLabel, hatch, valueAxis } from '../theme/chart-parts.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';

/** One measure of a month, and how it is written. */
export interface MonthlyMeasure {
  id: string;
  /** Stands as the title where no month is unusual. */
  title: string;
  /** Unit and scale. */
  subtitle: string;
  column: string;
  value(month: Month): number;
  /** In the table and the tooltip. */
  text(value: number): string;
  /** In the title and at the ring. */
  amount(value: number): string;
  axis(value: number): string;
  /** Whole numbers only. */
  isCount?: boolean;
}

/** What the labels of the values take beside the plot, about. */
const axisRoom = 50;

/** Bars by month: the usual range as a band, unusual months ringed, unfinished ones hatched. */
export function monthlyFigure(months: readonly Month[], measure: MonthlyMeasure, context: FigureContext): Figure {
  const { formats, text } = context;
  const usual = usualMonths(months, measure.value);
  const [lowest, highest] = [Math.min(0, ...months.map(measure.value)), Math.max(0, ...months.map(measure.value))];
  // A range as wide as the plot would only be a grey ground.
  const hasBand = usual !== null && (usual.low > lowest || usual.high < highest);
  const days = (month: Month) => formats.days(month.days);

  const option = (drawing: Drawing): EChartsOption => {
    const colors = tokens[drawing.scheme];
    const names = monthLabels(
      months.map(({ month }) => month),
      drawing.width - axisRoom,
      formats,
    );
    const isComplete = names.every((name) => name !== null);
    const labels = months.map((month, index) =>
      isComplete && !isFinished(month)
        ? `${formats.month(month.month, index === 0)}\n${days(month)}`
        : (names[index] ?? ''),
    );
    const unusual = new Set(usual?.unusual);
    const strongest = usual?.unusual[0];
    const fill = (index: number) => (unusual.size === 0 || unusual.has(index) ? colors.measure : colors.measure2);
    return {
      ...chartBase(colors),
      grid: chartGrid({ top: 16, right: 10 }),
      tooltip: figureTooltip(
        colors,
        (index) => {
          const month = months[index];
          if (month === undefined) return null;
          return {
            title: formats.month(month.month, true),
            rows: [
              [measure.column, measure.text(measure.value(month))],
              ...(usual !== null && isFinished(month)
                ? [[text('monthly.median'), measure.text(usual.median)] as const]
                : ([] as const)),
              ...(isFinished(month) ? ([] as const) : [[text('new-revenue.covered'), days(month)] as const]),
            ],
          };
        },
        'axis',
      ),
      xAxis: {
        ...categoryAxis(colors, labels),
        axisLabel: {
          ...categoryAxis(colors, []).axisLabel,
          lineHeight: 14,
          interval: isComplete ? 0 : (index) => names[index] !== null,
          hideOverlap: false,
        },
      },
      yAxis: {
        ...valueAxis(colors),
        ...(measure.isCount && { minInterval: 1 }),
        axisLabel: { ...valueAxis(colors).axisLabel, formatter: measure.axis },
      },
      series: [
        {
          type: 'bar',
          barWidth: '64%',
          barMaxWidth: 48,
          data: months.map((month, index) => ({
            value: measure.value(month),
            itemStyle: isFinished(month)
              ? { color: fill(index), borderRadius: 1 }
              : { color: colors.measure2, decal: hatch(colors.page) },
          })),
          markArea:
            usual === null || !hasBand
              ? undefined
              : {
                  silent: true,
                  itemStyle: { color: colors.ink, opacity: 0.07 },
                  data: [[{ yAxis: usual.low < 0 ? lowest : usual.low }, { yAxis: usual.high }]],
                },
          markLine:
            usual === null
              ? undefined
              : {
                  silent: true,
                  symbol: 'none',
                  label: { show: false },
                  lineStyle: { color: colors.ink2, width: 1, type: [3, 3] },
                  data: [{ yAxis: usual.median }],
                },
        },
        {
          type: 'scatter',
          silent: true,
          symbolSize: 8,
          z: 6,
          itemStyle: { color: colors.page, borderColor: colors.worse, borderWidth: 2, opacity: 1 },
          data: [...unusual].map((index) => {
            const month = months[index];
            const value = month === undefined ? 0 : measure.value(month);
            return {
              value: [index, value],
              label: {
                ...haloLabel(colors),
                show: index === strongest && usual !== null,
                color: colors.worse,
                fontSize: 11,
                position: index >= months.length / 2 ? ('left' as const) : ('right' as const),
                distance: 8,
                formatter: usual === null ? '' : () => fromMedian(value, usual, measure.amount, text),
              },
            };
          }),
        },
      ],
    };
  };

  return {
    id: measure.id,
    title: monthlyFinding(months, measure.value, usual, measure.amount, context) ?? measure.title,
    subtitle:
      usual === null
        ? measure.subtitle
        : text(hasBand ? 'monthly.band' : 'monthly.dashed', { measure: measure.subtitle }),
    option: months.length === 0 ? null : option,
    renderer: 'svg',
    height: 240,
    table: {
      columns: [
        textColumn('month', text('common.month')),
        numberColumn('value', measure.column),
        textColumn('note', text('new-revenue.columnNote')),
      ],
      rows: months.map((month, index) => {
        const note = !isFinished(month)
          ? text('new-revenue.unfinished', { days: days(month), all: month.daysInMonth })
          : usual?.unusual.includes(index)
            ? fromMedian(measure.value(month), usual, measure.amount, text)
            : '';
        return {
          month: cell(month.month, formats.month(month.month, true)),
          value: cell(measure.value(month), measure.text(measure.value(month))),
          note: cell(note),
        };
      }),
    },
  };
}
