import type { KArgument, KChoice } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { context } from '../../testing/draw.ts';
import * as given from '../../testing/fixtures.ts';
import { namedMark, qualityTable, qualityTableFigure } from './quality-table-figure.ts';

const vote = (measure: KArgument['votes'][number]['measure'], k: number | null) => ({ measure, k, says: '' });
const votes = [
  vote('silhouette', 2),
  vote('gap', 3),
  vote('stability', 3),
  vote('predictionStrength', null),
  vote('revenueApart', 4),
];

/** Online Retail as the pipeline argues it, its candidates out of order; the last has no prediction strength. */
const argued: KChoice = {
  ...given.choice,
  candidates: given.choice.candidates
    .map((candidate, at) => ({
      ...candidate,
      gap: 1.6 + at / 10,
      gapError: 0.0114,
      jaccard: 0.9 - at / 10,
      jaccardLowest: 0.85 - at / 10,
      revenueApart: 0.65 + at / 20,
      ...(at < 3 && { predictionStrength: 0.96 - at / 10 }),
    }))
    .reverse(),
  argument: { votes, disagreement: 'They differ.', fewer: null, more: null },
};

const column = (figure: ReturnType<typeof qualityTableFigure>, key: string) =>
  figure.table.rows.map((row) => row[key]?.text);

describe('the table of measures over k', () => {
  it('has the quick measures only where no evidence was asked for', () => {
    const { table, subtitle } = qualityTableFigure({ choice: given.choice }, context);
    expect(table.columns.map(({ key }) => key)).toEqual([
      'k',
      'inertia',
      'silhouette',
      'daviesBouldin',
      'calinskiHarabasz',
      'smallest',
    ]);
    expect(subtitle).not.toContain('named');
    expect(table.rows.flatMap((row) => Object.values(row)).some(({ text }) => text.includes(namedMark))).toBe(false);
  });

  it('has all measures by k, the named ones and the recommended k marked, with the same numbers behind', () => {
    const figure = qualityTableFigure({ choice: argued }, context);
    expect(figure.table.columns.map(({ label }) => label).slice(5)).toEqual([
      'Gap',
      'Prediction',
      'Stability',
      'Least stable',
      'Smallest',
      'Revenue apart',
    ]);
    expect(column(figure, 'k')).toEqual(['2', '3', '→\u20094', '5']);
    expect(column(figure, 'silhouette')).toEqual([`${namedMark}0.433`, '0.337', '0.336', '0.316']);
    expect(column(figure, 'gap')[1]).toBe(`${namedMark}1.70\u2009±\u20090.01`);
    expect(column(figure, 'jaccardLowest')).toEqual(['0.85', `${namedMark}0.75`, '0.65', '0.55']);
    expect(column(figure, 'jaccard').some((text) => text?.includes(namedMark))).toBe(false);
    expect(column(figure, 'revenueApart')).toEqual(['65%', '70%', `${namedMark}75%`, '80%']);
    expect(column(figure, 'predictionStrength')).toEqual(['0.96', '0.86', '0.76', '\u2013']);
    expect(figure.table.rows[0]?.silhouette?.value).toBe(0.43294);
    expect(figure.table.rows[3]?.predictionStrength?.value).toBeNull();
    expect(figure.subtitle).toContain('named by the measure itself');
  });

  it('keeps the room of measures that are on their way', () => {
    const awaiting = qualityTableFigure({ choice: given.choice, isAwaiting: true }, context);
    const there = qualityTableFigure({ choice: argued }, context);
    expect(awaiting.table.columns).toEqual(there.table.columns);
    expect(column(awaiting, 'gap')).toEqual(['', '', '', '']);
  });

  it('is in the registry, for whoever has a choice', () => {
    const setting = { ...context, choices: {}, dataset: { name: '', kind: 'orders' as const, features: [] } };
    expect(qualityTable.make({ kChoice: argued }, setting)?.table.rows).toHaveLength(4);
    expect(qualityTable.make({ kChoice: { ...argued, candidates: [] } }, setting)).toBeNull();
  });
});
