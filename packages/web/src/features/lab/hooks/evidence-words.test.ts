import { createFormats } from '@clientele/charts';
import { createText, en } from '@clientele/texts';
import { expect, it } from 'vitest';
import { agreementTable } from './agreement-table.ts';
import { verdictFacts } from './verdict-facts.ts';

const context = { formats: createFormats({ locale: 'en-GB', currency: 'GBP' }), text: createText(en, 'en-GB') };
const structure = {
  candidates: [{ k: 4, parted: 1, weakest: 0.5, silhouette: 0.3362, expected: 0.3411 }],
  gap: { k: 1, decided: true, candidates: [] },
  dip: { dip: 0.01, pValue: 0.61 },
  hopkins: { statistic: 0.812, expected: 0.831 },
};
const facts = (part: object = {}, k = 4) =>
  verdictFacts({ ...structure, ...part }, k, context).map(({ label, value, note }) => `${label}: ${value}, ${note}`);

it('tells each figure behind the verdict and what it says', () => {
  expect(facts()).toEqual([
    'Silhouette at k = 4: 0.336, 0.341 without groups',
    'Gap statistic: k = 1, one group',
    'Dip test, p: 0.61, distances have one peak',
    'Hopkins: 0.81, 0.83 where spread evenly',
  ]);
});

it('says so where a figure decides nothing, and keeps small p-values', () => {
  expect(facts({ gap: { k: 8, decided: false, candidates: [] }, dip: { dip: 0.1, pValue: 0 } }, 9)).toEqual([
    'Gap statistic: k = 8, still rising, undecided',
    'Dip test, p: <0.001, distances have several peaks',
    'Hopkins: 0.81, 0.83 where spread evenly',
  ]);
  expect(facts({ dip: { dip: 0.1, pValue: 0.049 } })[2]).toBe('Dip test, p: 0.049, distances have several peaks');
});

it('leaves out what could not be measured', () => {
  expect(facts({ dip: null, hopkins: null, candidates: [] })).toEqual(['Gap statistic: k = 1, one group']);
});

it('sets other seeds and other methods beside the segmentation', () => {
  const methods = [{ method: 'ward' as const, k: 4, ari: 0.7123, ami: 0.6 }];
  const read = (seeds: { runs: number; ari: number; lowest: number } | null) =>
    agreementTable({ seeds, methods }, context).rows.map((row) => Object.values(row).map(({ text }) => text));
  expect(read({ runs: 5, ari: 0.98, lowest: 0.951 })).toEqual([
    ['5 runs with other seeds, least 0.95', '0.98', '–'],
    ['Hierarchical, Ward, k = 4', '0.71', '0.60'],
  ]);
  expect(read(null)).toHaveLength(1);
});
