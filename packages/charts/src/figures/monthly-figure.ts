import type { Band, Month } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { isFinished } from '../findings/is-finished.ts';
import { distanceOf, fromExpected, monthlyFinding } from '../findings/monthly-finding.ts';
import { bandOf, type ExpectedMeasure, unusualMonths } from '../findings/unusual-months.ts';
import { monthLabels } from '../format/month-labels.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { categoryAxis, chartBase, chartGrid, haloLabel, hatch, valueAxis } from '../theme/chart-parts.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { usualBand } from '../theme/usual-band.ts';

/** One measure of a month, and how it is written. */
export interface MonthlyMeasure {
  id: string;
  /** Stands as the title where no month is unusual. */
  title: string;
  /** Unit and scale. */
  subtitle: string;
  column: string;
  of: ExpectedMeasure;
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

/**
 * Bars by month: the usual range as a band, unusual months ringed, unfinished ones hatched. A range that is the same for all months stands around the
 * median; otherwise it follows what was to be expected of each.
 */
export function monthlyFigure(months: readonly Month[], measure: MonthlyMeasure, context: FigureContext): Figure {
  const { formats, text } = context;
  const found = unusualMonths(months, measure.of);
  const flat = found?.flat ?? null;
  const values = months.map((month) => month[measure.of]);
  const bands = months.map((month) => bandOf(month, measure.of));
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  // A range as wide as the plot would only be a grey ground.
  const hasBand = bands.some((band) => band !== null && (band.low > lowest || band.high < highest));
  const isOwn = found !== null && flat === null;
  const days = (month: Month) => formats.days(month.days);
  const expectedRows = (band: Band | null): (readonly [string, string])[] => {
    if (band === null) return [];
    if (!isOwn) return [[text('monthly.median'), measure.text(band.expected)]];
    return [
      [text('monthly.expected'), measure.text(band.expected)],
      [text('monthly.range'), `${measure.text(band.low)} \u2013 ${measure.text(band.high)}`],
    ];
  };
  const ringed = (month: Month): string => {
    if (found === null || !isOwn)
      return found === null ? '' : fromExpected(month, measure.of, found, measure.amount, context);
    const distance = distanceOf(month, measure.of);
    return text('monthly.ringed', {
      distance: measure.amount(Math.abs(distance)),
      side: distance < 0 ? 'below' : 'above',
    });
  };

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
    const unusual = new Set(found?.unusual);
    const strongest = found?.unusual[0];
    const placed = (limit: 'low' | 'high' | 'expected') => bands.map((band) => band?.[limit] ?? '-');
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
              [measure.column, measure.text(month[measure.of])],
              ...expectedRows(bands[index] ?? null),
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
            value: month[measure.of],
            itemStyle: isFinished(month)
              ? { color: fill(index), borderRadius: 1 }
              : { color: colors.measure2, decal: hatch(colors.page) },
          })),
          markArea:
            flat === null || !hasBand
              ? undefined
              : {
                  silent: true,
                  itemStyle: { color: colors.ink, opacity: 0.07 },
                  data: [[{ yAxis: flat.low < 0 ? lowest : flat.low }, { yAxis: flat.high }]],
                },
          markLine:
            flat === null
              ? undefined
              : {
                  silent: true,
                  symbol: 'none',
                  label: { show: false },
                  lineStyle: { color: colors.ink2, width: 1, type: [3, 3] },
                  data: [{ yAxis: flat.expected }],
                },
        },
        ...(isOwn
          ? usualBand({ low: placed('low'), high: placed('high'), expected: placed('expected') }, colors, true).slice(
              hasBand ? 0 : -1,
            )
          : []),
        {
          type: 'scatter',
          silent: true,
          symbolSize: 8,
          z: 6,
          itemStyle: { color: colors.page, borderColor: colors.worse, borderWidth: 2, opacity: 1 },
          data: [...unusual].map((index) => {
            const month = months[index];
            return {
              value: [index, values[index] ?? 0],
              label: {
                ...haloLabel(colors),
                show: index === strongest,
                color: colors.worse,
                fontSize: 11,
                position: index >= months.length / 2 ? ('left' as const) : ('right' as const),
                distance: 8,
                formatter: () => (month === undefined ? '' : ringed(month)),
              },
            };
          }),
        },
      ],
    };
  };

  return {
    id: measure.id,
    title: monthlyFinding(months, measure.of, found, measure.amount, context) ?? measure.title,
    subtitle:
      found === null
        ? measure.subtitle
        : text(`monthly.${hasBand ? 'band' : 'dashed'}${isOwn ? 'Own' : ''}`, { measure: measure.subtitle }),
    option: months.length === 0 ? null : option,
    renderer: 'svg',
    height: 240,
    table: {
      columns: [
        textColumn('month', text('common.month')),
        numberColumn('value', measure.column),
        ...(found === null ? [] : [numberColumn('expected', text('monthly.expected'))]),
        textColumn('note', text('new-revenue.columnNote')),
      ],
      rows: months.map((month, index) => {
        const note = !isFinished(month)
          ? text('new-revenue.unfinished', { days: days(month), all: month.daysInMonth })
          : found?.unusual.includes(index)
            ? fromExpected(month, measure.of, found, measure.amount, context)
            : '';
        const expected = bands[index]?.expected ?? null;
        return {
          month: cell(month.month, formats.month(month.month, true)),
          value: cell(month[measure.of], measure.text(month[measure.of])),
          ...(found !== null && { expected: cell(expected, expected === null ? undefined : measure.text(expected)) }),
          note: cell(note),
        };
      }),
    },
  };
}
