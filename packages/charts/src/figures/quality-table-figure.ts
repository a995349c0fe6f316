import type { Candidate, KArgument, KChoice } from '@clientele/contracts';
import type { TextKey } from '@clientele/texts';
import { defineFigure } from '../define-figure.ts';
import type { Figure, FigureContext } from '../figure.ts';
import type { Formats } from '../format/create-formats.ts';
import { cell, numberColumn } from '../format/table-parts.ts';
import { measureOf, measuresOf, type QualityMeasure, qualityMeasures } from './quality-measures.ts';

type Measure = KArgument['votes'][number]['measure'];

export interface QualityTableInput {
  choice: KChoice;
  /** True while the slow measures are on their way: their columns are there and empty. */
  isAwaiting?: boolean;
}

/** A column of a measure: what it shows of a candidate, and whose k is marked in it. */
interface MeasureColumn {
  key: string;
  label: TextKey;
  measure: Measure | null;
  value(candidate: Candidate): number | undefined;
  text(value: number, formats: Formats, candidate: Candidate): string;
}

/** Before a cell: the k that this measure names by itself. */
export const namedMark = '\u2022\u2009';
const recommendedMark = '\u2192\u2009';

const order: readonly QualityMeasure[] = ['bic', 'inertia', 'silhouette', 'daviesBouldin', 'calinskiHarabasz'];

const two = (value: number, formats: Formats) => formats.fixed(value, 2);

/** The slow measures, which not every choice has, and the smallest segment. */
const beside: readonly MeasureColumn[] = [
  {
    key: 'gap',
    label: 'quality-table.gap',
    measure: 'gap',
    value: ({ gap }) => gap,
    text: (value, formats, { gapError }) =>
      gapError === undefined ? two(value, formats) : `${two(value, formats)}\u2009±\u2009${two(gapError, formats)}`,
  },
  {
    key: 'predictionStrength',
    label: 'quality-table.predictionStrength',
    measure: 'predictionStrength',
    value: (candidate) => candidate.predictionStrength,
    text: two,
  },
  { key: 'jaccard', label: 'quality-table.jaccard', measure: null, value: ({ jaccard }) => jaccard, text: two },
  {
    key: 'jaccardLowest',
    label: 'quality-table.jaccardLowest',
    measure: 'stability',
    value: ({ jaccardLowest }) => jaccardLowest,
    text: two,
  },
  {
    key: 'smallest',
    label: 'quality-table.smallest',
    measure: 'smallest',
    value: ({ smallest }) => smallest,
    text: (value, formats) => formats.count(value),
  },
  {
    key: 'revenueApart',
    label: 'quality-table.revenueApart',
    measure: 'revenueApart',
    value: (candidate) => candidate.revenueApart,
    text: (value, formats) => formats.share(value, 0),
  },
];

const quick = (measure: QualityMeasure): MeasureColumn => ({
  key: measure,
  label: qualityMeasures[measure].short,
  measure,
  value: (candidate) => measureOf(candidate, measure),
  text: (value, formats) => qualityMeasures[measure].text(value, formats),
});

/** Every measure of quality for every k, as a table: the recommended k and the one that each measure names are marked. */
export function qualityTableFigure(
  { choice, isAwaiting = false }: QualityTableInput,
  { formats, text }: FigureContext,
): Figure {
  const candidates = [...choice.candidates].sort((left, right) => left.k - right.k);
  const known = measuresOf(candidates);
  const votes = choice.argument?.votes ?? [];
  const columns = [
    ...order.filter((measure) => known.includes(measure)).map(quick),
    ...beside.filter(({ value }) => isAwaiting || candidates.some((candidate) => Number.isFinite(value(candidate)))),
  ];
  const written = (candidate: Candidate, { value, text: write, measure }: MeasureColumn) => {
    const number = value(candidate);
    if (number === undefined && isAwaiting) return cell(null, '');
    if (number === undefined || !Number.isFinite(number)) return cell(null);
    const isNamed = votes.some((vote) => vote.measure === measure && vote.k === candidate.k);
    return cell(number, `${isNamed ? namedMark : ''}${write(number, formats, candidate)}`);
  };
  return {
    id: 'quality-table',
    title: text('quality-over-k.name'),
    subtitle: [
      text(choice.argument === null ? 'quality-table.subtitle' : 'quality-table.subtitleNamed', {
        customers: formats.count(choice.customers),
      }),
      ...(choice.silhouetteExact ? [] : [text('quality-table.approximate')]),
    ].join('; '),
    option: null,
    renderer: 'svg',
    height: 32 + 22 * Math.max(1, candidates.length),
    table: {
      columns: [numberColumn('k', 'k'), ...columns.map(({ key, label }) => numberColumn(key, text(label)))],
      rows: candidates.map((candidate) => ({
        k: cell(candidate.k, `${candidate.k === choice.recommended.k ? recommendedMark : ''}${candidate.k}`),
        ...Object.fromEntries(columns.map((column) => [column.key, written(candidate, column)])),
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
