import type { KChoice } from '@clientele/contracts';
import { defineFigure } from '../define-figure.ts';
import type { Figure, FigureContext } from '../figure.ts';
import { cell, numberColumn } from '../format/table-parts.ts';
import { measureOf, measuresOf, type QualityMeasure, qualityMeasures } from './quality-measures.ts';

const order: readonly QualityMeasure[] = ['bic', 'inertia', 'silhouette', 'daviesBouldin', 'calinskiHarabasz'];

/** Every measure of quality for every k, as a table. */
export function qualityTableFigure({ choice }: { choice: KChoice }, { formats, text }: FigureContext): Figure {
  const candidates = [...choice.candidates].sort((left, right) => left.k - right.k);
  const known = measuresOf(candidates);
  const measures = order.filter((measure) => known.includes(measure));
  return {
    id: 'quality-table',
    title: text('quality-over-k.name'),
    subtitle: [
      text('quality-table.subtitle', { customers: formats.count(choice.customers) }),
      ...(choice.silhouetteExact ? [] : [text('quality-table.approximate')]),
    ].join('; '),
    option: null,
    renderer: 'svg',
    height: 32 + 22 * Math.max(1, candidates.length),
    table: {
      columns: [
        numberColumn('k', 'k'),
        ...measures.map((measure) => numberColumn(measure, text(qualityMeasures[measure].short))),
        numberColumn('smallest', text('quality-table.smallest')),
      ],
      rows: candidates.map((candidate) => ({
        k: cell(candidate.k),
        ...Object.fromEntries(
          measures.map((measure) => [
            measure,
            cell(
              candidate[measure] ?? null,
              Number.isFinite(measureOf(candidate, measure))
                ? qualityMeasures[measure].text(measureOf(candidate, measure), formats)
                : '\u2013',
            ),
          ]),
        ),
        smallest: cell(candidate.smallest, formats.count(candidate.smallest)),
      })),
    },
  };
}

export const qualityTable = defineFigure({
  id: 'quality-table',
  name: 'quality-table.name',
  help: 'quality-table.help',
  screen: 'lab',
  needs: ['kChoice'],
  make: ({ kChoice: choice }, setting) =>
    choice.candidates.length === 0 ? null : qualityTableFigure({ choice }, setting),
});
