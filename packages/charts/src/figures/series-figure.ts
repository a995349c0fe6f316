import type { Series } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { amountText, isMoney, measureText, sideOf, stepName, strongestAlert } from '../findings/alert-words.ts';
import { moneyScale, withUnit } from '../format/money-scale.ts';
import { seriesLabels } from '../format/series-labels.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { categoryAxis, chartBase, chartGrid, haloLabel, valueAxis } from '../theme/chart-parts.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { type PlacedValue, usualBand } from '../theme/usual-band.ts';

/** What the labels of the values take beside the plot, about. */
const axisRoom = 50;
/** Above so many rings they are drawn smaller. */
const manyRings = 20;
const daysOfYear = 365;

type Step = Series['steps'][number];

function titleOf({ grain, measure, steps, alerts }: Series, context: FigureContext): string {
  const { formats, text } = context;
  const unusual = steps.filter(({ isUnusual }) => isUnusual);
  const all = formats.count(steps.filter(({ isFinished }) => isFinished).length);
  const strongest = strongestAlert(alerts);
  if (strongest !== undefined)
    return text('series.title', {
      n: unusual.length,
      all,
      grain,
      step: stepName(strongest.start, grain, context),
      amount: amountText(strongest.difference, measure, context),
      side: sideOf(strongest.difference),
    });
  if (steps.some(({ high }) => high !== null)) return text('series.titleNone', { all, grain });
  return text('series.plain', { name: text(`series.measure.${measure}`), grain });
}

/** A weekday that mostly has nothing: the rule expects nothing of it, and its zeros would hide the line. */
const restDays = ({ grain, period, steps }: Series): ReadonlySet<number> =>
  new Set(
    grain !== 'day' || period === null || steps.every(({ expected }) => expected === null)
      ? []
      : [...steps.keys()].filter((index) => {
          const step = steps[index];
          return step?.isFinished && step.expected === null && step.value === 0;
        }),
  );

function noteOf(series: Series, { text }: FigureContext): string | undefined {
  const { rule, steps, measure } = series;
  const empty = steps.filter(({ isUnusual, value }) => isUnusual && value === 0).length;
  const [first, last] = [steps[0], steps.at(-1)];
  const days = first && last ? (Date.parse(last.start) - Date.parse(first.start)) / 86_400_000 : 0;
  const isKnown = steps.some(({ expected }) => expected !== null);
  const notes = [
    ...(restDays(series).size > 0 ? [text('series.noteRest')] : []),
    ...(empty > 0 && measure !== 'averageOrderValue' ? [text('series.noteEmpty', { n: empty })] : []),
    ...(rule === 'seasonal' && isKnown && days < 2 * daysOfYear - 31 ? [text('series.noteYear')] : []),
  ];
  return notes.length === 0 ? undefined : notes.join(' ');
}

/** Where a single step without expectation stands between others (a day of rest), the drawing goes on as before it. */
function carried(steps: readonly Step[], of: (step: Step) => number | null): PlacedValue[] {
  const last = steps.findLastIndex((step) => of(step) !== null);
  let before: PlacedValue = '-';
  return steps.map((step, index) => {
    const own = of(step);
    if (own !== null) before = own;
    return step.isFinished && index <= last ? before : '-';
  });
}

/** A measure over time with what was to be expected, the usual range as a band, unusual steps ringed and unfinished ones dashed. */
export function seriesFigure(series: Series, context: FigureContext): Figure {
  const { grain, measure, steps, alerts } = series;
  const { formats, text } = context;
  const name = text(`series.measure.${measure}`);
  const written = (value: number | null) => measureText(value, measure, context);
  const scale = moneyScale(Math.max(0, ...steps.map(({ value }) => Math.abs(value))), formats);
  const strongest = strongestAlert(alerts);
  const rest = restDays(series);
  const isUnfinished = (index: number) => steps[index]?.isFinished === false;
  const hasBand = steps.some(({ high }) => high !== null);
  const hasUnfinished = steps.some(({ isFinished }) => !isFinished);
  const range = ({ low, high }: Step) =>
    low === null || high === null ? null : `${written(low)} \u2013 ${written(high)}`;

  const option = ({ scheme, width }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const labels = seriesLabels(
      steps.map(({ start }) => start),
      width - axisRoom,
      formats,
    );
    const rings = [...steps.keys()].filter((index) => steps[index]?.isUnusual);
    const line = { type: 'line', symbol: 'none', silent: true, connectNulls: false } as const;
    return {
      ...chartBase(colors),
      grid: chartGrid({ top: 20, right: 10 }),
      tooltip: {
        ...figureTooltip(
          colors,
          (index) => {
            const step = steps[index];
            if (step === undefined) return null;
            const usual = range(step);
            return {
              title: grain === 'month' ? stepName(step.start, grain, context) : formats.date(step.start),
              rows: [
                [name, written(step.value)],
                ...(step.expected === null ? [] : [[text('series.column.expected'), written(step.expected)] as const]),
                ...(usual === null ? [] : [[text('series.range'), usual] as const]),
                ...(step.isFinished ? [] : [[text('series.unfinished'), ''] as const]),
              ],
            };
          },
          'axis',
        ),
        axisPointer: { type: 'line', lineStyle: { color: colors.line, width: 1 } },
      },
      xAxis: {
        ...categoryAxis(
          colors,
          labels.map((label) => label ?? ''),
        ),
        boundaryGap: steps.length < 40,
        axisLabel: {
          ...categoryAxis(colors, []).axisLabel,
          lineHeight: 14,
          interval: (index) => (labels[index] ?? null) !== null,
          hideOverlap: true,
        },
      },
      yAxis: {
        ...valueAxis(colors),
        ...(isMoney(measure) ? {} : { minInterval: 1 }),
        axisLabel: { ...valueAxis(colors).axisLabel, formatter: isMoney(measure) ? scale.label : formats.count },
      },
      series: [
        {
          ...line,
          z: 4,
          connectNulls: rest.size > 0,
          lineStyle: { width: steps.length > width / 3 ? 1.25 : 1.75, color: colors.measure },
          itemStyle: { color: colors.measure },
          data: steps.map(({ value, isFinished }, index) => (isFinished && !rest.has(index) ? value : '-')),
        },
        {
          ...line,
          z: 3,
          lineStyle: { width: 1.5, color: colors.measure2, type: [3, 3] },
          // From the last finished step on, so that it hangs together.
          data: steps.map(({ value }, index) =>
            isUnfinished(index) || isUnfinished(index - 1) || isUnfinished(index + 1) ? value : '-',
          ),
        },
        ...(hasBand
          ? usualBand(
              {
                low: carried(steps, (step) => step.low),
                high: carried(steps, (step) => step.high),
                expected: carried(steps, (step) => step.expected),
              },
              colors,
            )
          : []),
        {
          type: 'scatter',
          silent: true,
          symbolSize: rings.length > manyRings ? 6 : 8,
          z: 6,
          itemStyle: { color: colors.page, borderColor: colors.worse, borderWidth: 2, opacity: 1 },
          data: rings.map((index) => ({
            value: [index, steps[index]?.value ?? 0],
            label: {
              ...haloLabel(colors),
              show: strongest !== undefined && steps[index]?.start === strongest.start,
              color: colors.worse,
              fontSize: 11,
              position: index >= steps.length / 2 ? ('left' as const) : ('right' as const),
              distance: 8,
              offset: [0, -8],
              formatter:
                strongest === undefined
                  ? ''
                  : () =>
                      text('series.label', {
                        amount: amountText(strongest.difference, measure, context),
                        side: sideOf(strongest.difference),
                      }),
            },
          })),
        },
      ],
    };
  };

  const note = noteOf(series, context);
  return {
    id: 'series',
    title: titleOf(series, context),
    subtitle: [
      text('series.subtitle', { name, unit: isMoney(measure) && scale.unit !== '' ? `, ${scale.unit}` : '', grain }),
      ...(hasBand ? [text('series.subtitleBand', { period: String(series.period ?? 'none') })] : []),
      ...(hasUnfinished ? [text('series.subtitleUnfinished')] : []),
    ].join('; '),
    option: steps.length === 0 ? null : option,
    renderer: 'svg',
    height: 260,
    ...(note !== undefined && { note }),
    table: {
      columns: [
        textColumn('start', text('series.column.start', { grain })),
        numberColumn('value', withUnit(name, isMoney(measure) ? formats.currencySign : '')),
        numberColumn('expected', text('series.column.expected')),
        numberColumn('low', text('series.column.low')),
        numberColumn('high', text('series.column.high')),
        textColumn('note', text('series.column.note')),
      ],
      rows: steps.map((step) => ({
        start: cell(step.start, grain === 'month' ? stepName(step.start, grain, context) : formats.date(step.start)),
        value: cell(step.value, written(step.value)),
        expected: cell(step.expected, written(step.expected)),
        low: cell(step.low, written(step.low)),
        high: cell(step.high, written(step.high)),
        note: cell(step.isUnusual ? text('series.unusual') : step.isFinished ? '' : text('series.unfinished')),
      })),
    },
  };
}

export const seriesOverTime = defineFigure({
  id: 'series',
  name: 'series.name',
  help: 'series.help',
  screen: 'insights',
  kind: 'orders',
  needs: ['series'],
  make: ({ series }, setting) => (series.steps.length === 0 ? null : seriesFigure(series, setting)),
});
