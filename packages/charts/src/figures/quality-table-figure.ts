import type { KChoice } from '@clientele/contracts';
import type { Figure, FigureContext } from '../figure.ts';
import { cell, numberColumn } from '../format/table-parts.ts';
import { measureOf, measuresOf, type QualityMeasure, qualityMeasures } from './quality-measures.ts';

const order: readonly QualityMeasure[] = ['bic', 'inertia', 'silhouette', 'daviesBouldin', 'calinskiHarabasz'];

/** Every measure of quality for every k, as a table. */
export function qualityTableFigure({ choice }: { choice: KChoice }, { formats }: FigureContext): Figure {
  const candidates = [...choice.candidates].sort((left, right) => left.k - right.k);
  const known = measuresOf(candidates);
  const measures = order.filter((measure) => known.includes(measure));
  return {
    id: 'quality-table',
    title: 'Quality over k',
    subtitle: `${formats.count(choice.customers)} customers; smallest: size of the smallest segment${choice.silhouetteExact ? '' : '; silhouette approximate'}`,
    option: null,
    renderer: 'svg',
    height: 32 + 22 * Math.max(1, candidates.length),
    table: {
      columns: [
        numberColumn('k', 'k'),
        ...measures.map((measure) => numberColumn(measure, qualityMeasures[measure].short)),
        numberColumn('smallest', 'Smallest'),
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
