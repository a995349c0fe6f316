import { createFormats } from '@clientele/charts';
import { type Comparison, qualitySchema, umapRequestSchema } from '@clientele/contracts';
import { createText, en } from '@clientele/texts';
import { expect, it } from 'vitest';
import { comparisonFacts, comparisonVerdict } from './comparison-words.ts';
import { modelFact } from './model-fact.ts';
import { qualityLines } from './quality-lines.ts';
import { scoringWords } from './scoring-words.ts';
import { usualUmap } from './use-umap.ts';

const text = createText(en, 'en-GB');
const context = { formats: createFormats({ locale: 'en-GB', currency: null }), text };
const quality = qualitySchema.parse({
  inertia: null,
  silhouette: 0.3361,
  silhouetteExact: true,
  daviesBouldin: 1.014,
  calinskiHarabasz: 3330,
});

it('names the measures that a result has', () => {
  expect(qualityLines(quality, context).map(({ label }) => label)).toEqual([
    'Silhouette',
    'Davies–Bouldin',
    'Calinski–Harabasz',
  ]);
  const mixture = {
    ...quality,
    silhouetteExact: false,
    silhouetteBound: 0.0123,
    bic: -905.2,
    aic: -940,
    logLikelihood: 490,
  };
  expect(qualityLines(mixture, context).map(({ label, value }) => `${label} ${value}`)).toEqual([
    'Silhouette, approximate ± 0.01 0.336',
    'Davies–Bouldin 1.014',
    'Calinski–Harabasz 3,330',
    'BIC −905',
    'AIC −940',
    'Log likelihood 490',
  ]);
});

it('says what a method settled on by itself', () => {
  const found = { k: 3, centers: [], variance: 1, iterations: 2, converged: true };
  expect(modelFact({ ...found, method: 'kprototypes', modes: [], gamma: 0.4231 }, context)).toBe(
    'weight of categories 0.42',
  );
  expect(modelFact({ ...found, method: 'kmeans' }, context)).toBeNull();
});

it('says how a customer is placed where that is not plain', () => {
  const found = { k: 3, centers: [], variance: 1, iterations: 2, converged: true };
  const mixture = { ...found, covariance: 'full' as const, weights: [], means: [], covariances: [] };
  expect(scoringWords({ ...mixture, method: 'gmm' }, context)).toContain('with a probability');
  expect(scoringWords({ k: 3, method: 'dbscan', eps: 1, minSamples: 4, core: [], segments: [] }, context)).toContain(
    'no segment',
  );
  expect(scoringWords({ ...found, method: 'kmeans' }, context)).toBeNull();
});

const side = (name: string) => ({ id: name, name, method: null, segments: ['x', 'y'] });
const comparison: Comparison = {
  first: side('A'),
  second: side('B'),
  customers: 10,
  onlyFirst: 3,
  onlySecond: 0,
  table: [],
  adjustedRandIndex: 0.71,
  adjustedMutualInformation: 0.64,
  matches: [],
  matched: 0.83,
};

it('tells in words how much two segmentations have in common', () => {
  const verdict = (adjustedRandIndex: number | null) => comparisonVerdict({ ...comparison, adjustedRandIndex }, text);
  expect([1, 0.71, 0.4, 0.1, -0.02].map(verdict)).toEqual([
    'Nearly the same segments',
    'Much the same segments; some customers change places',
    'Partly the same: some segments agree, others are cut differently',
    'Little in common: they cut the customers differently',
    'No more in common than chance would give',
  ]);
  expect(verdict(null)).toBe('There is too little to compare');
  expect(comparisonVerdict({ ...comparison, customers: 0 }, text)).toBe('They share no customer');
  expect(comparisonFacts(comparison, context).map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'In matched segments: 83.0%',
    'Adjusted Rand index: 0.71',
    'Adjusted mutual information: 0.64',
    'Only in A: 3',
  ]);
});

it('begins UMAP with what the service would take', () => {
  expect(usualUmap).toEqual({ neighbours: 15, minDistance: 0.1, dimensions: 2, seed: 1 });
  expect(umapRequestSchema.shape.neighbours.unwrap().minValue).toBe(2);
  expect(umapRequestSchema.shape.minDistance.unwrap().maxValue).toBe(0.99);
});
