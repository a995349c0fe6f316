import type { FeatureUnit, NumberSummary } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { distributionFinding } from '../findings/distribution-finding.ts';
import { featureAxisText, featureText } from '../format/feature-text.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { chartBase, chartGrid, haloLabel, valueAxis } from '../theme/chart-parts.ts';
import { featureScale } from '../theme/feature-scale.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';

export interface HistogramInput {
  summary: NumberSummary;
  /** Left out: a plain number. */
  unit?: FeatureUnit;
}

/** Customers by value of one feature, in equal bins from the least to the greatest. */
export function histogramFigure({ summary, unit = 'number' }: HistogramInput, { formats }: FigureContext): Figure {
  const { histogram, min, max, median } = summary;
  const text = (value: number | null) => featureText(value, unit, formats);
  const low = min ?? 0;
  const high = max ?? low;
  const isPoint = high === low;
  const step = isPoint || histogram.length === 0 ? 1 : (high - low) / histogram.length;
  const bins = isPoint
    ? [{ from: low - 0.5, to: low + 0.5, customers: histogram.reduce((sum, count) => sum + count, 0) }]
    : histogram.map((customers, index) => ({ from: low + index * step, to: low + (index + 1) * step, customers }));
  const rangeText = (from: number, to: number) => (isPoint ? text(low) : `${text(from)} \u2013 ${text(to)}`);

  const option = ({ scheme }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const left = bins[0]?.from ?? 0;
    const right = bins.at(-1)?.to ?? 1;
    const ticks = isPoint
      ? [low]
      : featureScale([low, high], false).ticks.filter((tick) => tick >= left && tick <= right);
    const axis = valueAxis(colors);
    return {
      ...chartBase(colors),
      grid: chartGrid({ top: 22, right: 10 }),
      tooltip: figureTooltip(colors, (index) => {
        const bin = bins[index];
        if (bin === undefined) return null;
        return { title: rangeText(bin.from, bin.to), rows: [['Customers', formats.count(bin.customers)]] };
      }),
      xAxis: {
        ...axis,
        min: left,
        max: right,
        splitLine: { show: false },
        axisLine: { show: true, lineStyle: { color: colors.line } },
        axisTick: { show: false, customValues: ticks },
        axisLabel: {
          ...axis.axisLabel,
          customValues: ticks,
          formatter: (value: number) => featureAxisText(Number(value.toPrecision(12)), unit, formats),
        },
      },
      yAxis: {
        ...axis,
        splitNumber: 3,
        minInterval: 1,
        axisLabel: { ...axis.axisLabel, formatter: (value: number) => formats.count(value) },
      },
      series: [
        {
          type: 'custom',
          encode: { x: [0, 1], y: 2 },
          data: bins.map(({ from, to, customers }) => [from, to, customers]),
          renderItem: (_params, api) => {
            const [fromX = 0, base = 0] = api.coord([api.value(0), 0]);
            const [toX = 0, top = 0] = api.coord([api.value(1), api.value(2)]);
            const gap = toX - fromX > 4 ? 1 : 0;
            return {
              type: 'rect',
              shape: { x: fromX + gap / 2, y: top, width: Math.max(1, toX - fromX - gap), height: base - top },
              style: { fill: colors.measure },
            };
          },
          markLine:
            median === null || isPoint
              ? undefined
              : {
                  silent: true,
                  symbol: 'none',
                  lineStyle: { color: colors.ink2, width: 1.25, type: [3, 3] },
                  label: {
                    ...haloLabel(colors),
                    fontSize: 11,
                    fontWeight: 500,
                    align:
                      median < low + (high - low) * 0.25
                        ? 'left'
                        : median > low + (high - low) * 0.75
                          ? 'right'
                          : 'center',
                    formatter: () => `median ${text(median)}`,
                  },
                  data: [{ xAxis: median }],
                },
        },
      ],
    };
  };

  return {
    id: `histogram-${summary.feature.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    title: distributionFinding(summary, (value) => formats.fixed(value, 1)) ?? summary.label,
    subtitle: `Customers by value of ${summary.label}${summary.missing > 0 ? `; ${formats.count(summary.missing)} have none` : ''}`,
    option: summary.count === 0 || min === null ? null : option,
    renderer: 'svg',
    height: 180,
    table: {
      columns: [
        textColumn('range', summary.label),
        numberColumn('from', 'From'),
        numberColumn('to', 'To'),
        numberColumn('customers', 'Customers'),
      ],
      rows:
        summary.count === 0 || min === null
          ? []
          : bins.map(({ from, to, customers }) => ({
              range: cell(rangeText(from, to)),
              from: cell(isPoint ? low : from, text(isPoint ? low : from)),
              to: cell(isPoint ? low : to, text(isPoint ? low : to)),
              customers: cell(customers, formats.count(customers)),
            })),
    },
  };
}
