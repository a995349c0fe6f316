import type { Evidence } from '@clientele/contracts';

const range = (feature: string, min: number | null, max: number | null) => ({
  kind: 'range' as const,
  feature,
  min,
  max,
});

/** Two segments: Champions, which come back, and Regulars, which do not. */
export const evidence: Evidence = {
  structure: {
    verdict: 'slices',
    groups: 1,
    sentence: 'No natural groups.',
    about: 'These are slices.',
    candidates: [2, 3, 4].map((k) => ({
      k,
      parted: 1,
      weakest: 0.6,
      silhouette: 0.43 - 0.03 * k,
      expected: 0.44 - 0.03 * k,
    })),
    references: (['box', 'gaussian', 'permuted'] as const).map((kind, at) => ({
      kind,
      sets: 5,
      silhouettes: [2, 3, 4].map((k) => 0.44 - 0.03 * k - 0.02 * at),
    })),
    gap: { k: 1, decided: true, candidates: [1, 2, 3, 4].map((k) => ({ k, gap: 0.5 - 0.02 * k, error: 0.01 })) },
    dip: { dip: 0.01, pValue: 0.61 },
    hopkins: { statistic: 0.81, expected: 0.83 },
    unparted: [{ segments: [0, 1], pValue: 0.6 }],
    neighbours: 1,
    outliers: 0,
    rows: 200,
    exact: true,
    warnings: [],
  },
  stability: {
    resamples: 50,
    rows: 200,
    exact: true,
    segments: [
      { segment: 0, jaccard: 0.93, plain: 0.94, grade: 'highly-stable', dissolved: 0, recovered: 50 },
      { segment: 1, jaccard: 0.55, plain: 0.6, grade: 'untrustworthy', dissolved: 20, recovered: 26 },
    ],
    seeds: { runs: 5, ari: 0.98, lowest: 0.95 },
    methods: [{ method: 'ward', k: 2, ari: 0.71, ami: 0.65 }],
  },
  segments: [
    {
      segment: 0,
      sentence: 'Highly stable.',
      rule: {
        boxes: [[range('recency', null, 45), range('frequency', 7, null)]],
        text: 'last order within 45 days and more than 6 orders',
        matched: 42,
        hits: 37,
        precision: 37 / 42,
        recall: 37 / 40,
      },
      confidence: 0.9,
      unsure: 0.02,
    },
    { segment: 1, sentence: 'Do not trust it.', rule: null, confidence: 0.7, unsure: 0.2 },
  ],
};
