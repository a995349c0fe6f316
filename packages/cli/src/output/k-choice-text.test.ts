import type { KChoice } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { argumentText, kTable } from './k-choice-text.ts';

const candidate = (k: number) => ({
  k,
  inertia: 100 / k,
  silhouette: 0.5 / k,
  daviesBouldin: 1,
  calinskiHarabasz: 1234.56,
  smallest: 1000,
  converged: true,
});
const choice: KChoice = {
  candidates: [candidate(2), candidate(3)],
  argument: null,
  recommended: { k: 3, why: 'k = 3: it is.' },
  customers: 4000,
  silhouetteExact: true,
  warnings: [],
};
const argument = {
  votes: [
    { measure: 'silhouette' as const, k: 2, says: 'Highest there.' },
    { measure: 'stability' as const, k: null, says: 'Never.' },
  ],
  disagreement: 'They differ.',
  fewer: { k: 2, sentence: 'With 2 segments A and B are one.', parts: [] },
  more: null,
};

describe('quality over k at the prompt', () => {
  it('has the quick measures, and an arrow at the recommended k', () => {
    expect(kTable(choice).split('\n')).toEqual([
      '  k  Inertia  Silhouette  Davies-Bouldin  Calinski-Harabasz  Smallest',
      '───  ───────  ──────────  ──────────────  ─────────────────  ────────',
      '  2   50.000      0.2500          1.0000             1234.6     1,000',
      '→ 3   33.333      0.1667          1.0000             1234.6     1,000',
    ]);
  });

  it('has what evidence adds, a star where a measure names k, and a dash where it has nothing', () => {
    const [first, second] = choice.candidates;
    const candidates = [
      { ...first!, gap: 1.5, gapError: 0.0123, jaccard: 0.9, jaccardLowest: 0.8, revenueApart: 0.654 },
      { ...second!, predictionStrength: 0.5 },
    ];
    const [head = '', , two = '', three = ''] = kTable({ ...choice, candidates, argument }).split('\n');
    expect(head.split(/ {2,}/).slice(6)).toEqual([
      'Gap',
      'Prediction',
      'Stability',
      'Least stable',
      'Smallest',
      'Revenue apart',
    ]);
    expect(two).toContain('* 0.2500');
    expect(two.split(/ {2,}/).slice(-6)).toEqual(['1.500 ± 0.012', '–', '0.90', '0.80', '1,000', '65.4%']);
    expect(three.split(/ {2,}/).slice(-6)).toEqual(['–', '0.50', '–', '–', '1,000', '–']);
  });

  it('says the argument: who names what, why they differ, and what hangs on one less', () => {
    const said = argumentText(argument);
    expect(said).toMatch(/Silhouette +2 {2}Highest there\./);
    expect(said).toMatch(/Stability +– {2}Never\./);
    expect(said).toContain('They differ.\n\nOne less: With 2 segments A and B are one.');
    expect(said).not.toContain('One more');
  });
});
