import { createFormats } from '@clientele/charts';
import type { Prediction } from '@clientele/contracts';
import { createText, en } from '@clientele/texts';
import { describe, expect, it } from 'vitest';
import { confidenceText, runnerUpText } from './confidence-words.ts';
import { scoreTable } from './score-table.ts';
import { separatorsOf, signsAround } from './written-number.ts';

const text = createText(en, 'en-GB');
const formats = createFormats({ locale: 'en-GB', currency: 'GBP' });

const prediction = (distances: (number | null)[], confidences: number[]): Prediction => ({
  segment: 0,
  name: 'Champions',
  confidence: confidences[0] ?? 0,
  runnerUp: { segment: 1, name: 'Regulars', confidence: confidences[1] ?? 0 },
  scores: distances.map((distance, segment) => ({
    segment,
    name: '',
    distance,
    confidence: confidences[segment] ?? 0,
  })),
  notes: [],
  place: null,
});

describe('the runner-up', () => {
  it('is so far behind', () => {
    expect(runnerUpText(prediction([1.2, 1.41], [0.66, 0.34]), formats, text)).toBe(
      'Regulars is 0.21 behind, with 34%',
    );
    expect(runnerUpText(prediction([1, 1.004], [0.5, 0.5]), formats, text)).toBe(
      'Regulars is less than 0.01 behind, with 50%',
    );
  });

  it('has no distance where there are no centres, nor where the farther one won', () => {
    expect(runnerUpText(prediction([null, null], [0.8, 0.2]), formats, text)).toBe('Regulars comes next, with 20%');
    expect(runnerUpText(prediction([2, 1], [0.8, 0.2]), formats, text)).toBe('Regulars comes next, with 20%');
    expect(runnerUpText(prediction([null, null], [1, 0]), formats, text)).toBeNull();
  });

  it('is not told where there is none, or no first', () => {
    expect(runnerUpText({ ...prediction([1], [1]), runnerUp: null }, formats, text)).toBeNull();
    expect(runnerUpText({ ...prediction([1, 2], [1, 0]), segment: -1 }, formats, text)).toBeNull();
  });
});

it('is never wholly sure', () => {
  expect([1, 0.995, 0.93, 0.004, 0].map((share) => confidenceText(share, formats, text))).toEqual([
    'over 99%',
    'over 99%',
    '93%',
    'under 1%',
    'under 1%',
  ]);
});

it('sets the shares of a scored file beside those it was made with', () => {
  const segments = [
    { id: 0, share: 0.1 },
    { id: 1, share: 0.7 },
  ];
  const { rows } = scoreTable(
    {
      rows: 4,
      bySegment: [
        { segment: 0, name: 'Champions', customers: 3 },
        { segment: 1, name: '=Odd', customers: 0 },
        { segment: -1, name: 'No segment', customers: 1 },
      ],
    },
    { segments, unassigned: { size: 2, share: 0.2, revenue: null, revenueShare: null } } as never,
    formats,
    text,
  );
  expect(rows.map((row) => Object.values(row).map((cell) => cell.text))).toEqual([
    ['Champions', '3', '75.0%', '10.0%'],
    ['=Odd', '0', '0.0%', '70.0%'],
    ['No segment', '1', '25.0%', '20.0%'],
  ]);
});

it('knows how a locale writes numbers', () => {
  expect(separatorsOf('en-GB')).toEqual({ thousandSeparator: ',', decimalSeparator: '.' });
  expect(separatorsOf('de-DE')).toEqual({ thousandSeparator: '.', decimalSeparator: ',' });
  const german = createFormats({ locale: 'de-DE', currency: 'EUR' });
  expect(signsAround('money', formats, '')).toEqual({ prefix: '£' });
  expect(signsAround('money', german, '')).toEqual({ suffix: ' €' });
  expect(signsAround('money', createFormats({ locale: 'de-DE', currency: null }), '')).toEqual({});
  expect(signsAround('days', german, 'Tage')).toEqual({ suffix: ' Tage' });
});
