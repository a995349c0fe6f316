import type { KChoice } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { cell, numberColumn } from '../format/table-parts.ts';
import { categoryAxis, chartBase, chartGrid, haloLabel, tickedAxis } from '../theme/chart-parts.ts';
import { niceTicks, tickDigits } from '../theme/nice-ticks.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { bestByMeasure, measureOf, measuresOf, type QualityMeasure, qualityMeasures } from './quality-measures.ts';

export interface QualityOverKInput {
  choice: KChoice;
  measure: QualityMeasure;
  /** The k in use; left out, the recommended one. */
  picked?: number;
}

/** One measure of quality over k, the picked k ringed. */
export function qualityOverKFigure(
  { choice, measure, picked }: QualityOverKInput,
  { formats, text: say }: FigureContext,
): Figure {
  const { text } = qualityMeasures[measure];
  const label = say(qualityMeasures[measure].label);
  const meaning = say(qualityMeasures[measure].meaning);
  const candidates = [...choice.candidates].sort((left, right) => left.k - right.k);
  const k = picked ?? choice.recommended.k;
  const at = candidates.findIndex((candidate) => candidate.k === k);
  const chosen = candidates[at];
  const best = bestByMeasure(candidates, measure);
  const written = (value: number) => (Number.isFinite(value) ? text(value, formats) : '\u2013');

  const values = candidates.map((candidate) => measureOf(candidate, measure));

  const option = ({ scheme }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const known = values.filter(Number.isFinite);
    const low = measure === 'inertia' ? 0 : Math.min(...known);
    const high = Math.max(...known);
    const ticks = high > low ? niceTicks(low, high, 3, true) : niceTicks(low - 0.5, low + 0.5, 2, true);
    return {
      ...chartBase(colors),
      grid: chartGrid({ top: 16, right: 10 }),
      tooltip: figureTooltip(
        colors,
        (index) => {
          const candidate = candidates[index];
          if (candidate === undefined) return null;
          return { title: `k = ${candidate.k}`, rows: [[label, written(measureOf(candidate, measure))]] };
        },
        'axis',
      ),
      xAxis: {
        ...categoryAxis(
          colors,
          candidates.map((candidate) => String(candidate.k)),
        ),
        boundaryGap: true,
      },
      yAxis: {
        ...tickedAxis(colors, ticks, (value) => formats.fixed(value, tickDigits(ticks))),
        min: ticks[0],
        max: ticks.at(-1),
      },
      series: [
        {
          type: 'line',
          lineStyle: { width: 1.75, color: colors.measure },
          itemStyle: { color: colors.measure },
          symbol: 'circle',
          symbolSize: 5,
          showAllSymbol: true,
          data: values.map((value) => (Number.isFinite(value) ? value : '-')),
          markLine:
            chosen === undefined
              ? undefined
              : {
                  silent: true,
                  symbol: 'none',
                  label: { show: false },
                  lineStyle: { color: colors.ink2, width: 1.25, type: [3, 3] },
                  data: [{ xAxis: at }],
                },
        },
        {
          type: 'scatter',
          silent: true,
          symbolSize: 10,
          z: 6,
          itemStyle: { color: colors.page, borderColor: colors.ink, borderWidth: 2.5, opacity: 1 },
          label: {
            ...haloLabel(colors),
            show: true,
            position: at > candidates.length - 3 ? 'left' : 'right',
            distance: 7,
            offset: [0, -9],
            formatter: () => (chosen === undefined ? '' : written(measureOf(chosen, measure))),
          },
          data:
            chosen === undefined || !Number.isFinite(measureOf(chosen, measure))
              ? []
              : [[at, measureOf(chosen, measure)]],
        },
      ],
    };
  };

  return {
    id: `quality-${measure.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    title:
      chosen === undefined || best === null
        ? label
        : best === chosen.k
          ? say('quality-over-k.titleBest', { measure: label, k: chosen.k })
          : say('quality-over-k.title', {
              measure: label,
              value: written(measureOf(chosen, measure)),
              k: chosen.k,
              best,
            }),
    subtitle:
      measure === 'silhouette' && !choice.silhouetteExact ? say('quality-over-k.approximate', { meaning }) : meaning,
    option: values.some(Number.isFinite) ? option : null,
    renderer: 'svg',
    height: 200,
    table: {
      columns: [numberColumn('k', 'k'), numberColumn('value', label)],
      rows: candidates.map((candidate) => ({
        k: cell(candidate.k),
        value: cell(candidate[measure] ?? null, written(measureOf(candidate, measure))),
      })),
    },
  };
}

/** `choices.measure` says which measure (silhouette without one), `choices.k` which k is in use. */
export const qualityOverK = defineFigure({
  id: 'quality-over-k',
  name: 'quality-over-k.name',
  help: 'quality-over-k.help',
  screen: 'lab',
  needs: ['kChoice'],
  make({ kChoice: choice }, setting) {
    const offered = measuresOf(choice.candidates);
    const measure = offered.find((each) => each === setting.choices.measure) ?? 'silhouette';
    const { k } = setting.choices;
    return choice.candidates.length === 0
      ? null
      : qualityOverKFigure({ choice, measure, ...(k !== undefined && { picked: k }) }, setting);
  },
});
