import type { FigureSources } from '../src/define-figure.ts';
import { evidence } from './evidence-fixture.ts';
import * as given from './fixtures.ts';
import * as views from './view-fixtures.ts';

const points = given.pointsOf(4);
const step = (day: number) => ({
  start: `2011-12-${String(day).padStart(2, '0')}`,
  value: day === 9 ? 184_349 : 30_000 + 100 * day,
  expected: 31_000,
  low: 12_000,
  high: 60_000,
  isFinished: day < 10,
  isUnusual: day === 9,
});
const silhouettes = [
  { segment: 0, mean: 0.4, negative: 0.1, values: [0.7, 0.5, 0.2, -0.1] },
  { segment: 1, mean: 0.25, negative: 0, values: [0.3, 0.2] },
];

/** Something for every figure of the registry to say; a figure with a source of its own adds it here. */
export const everySource = {
  kpis: { ...given.kpis, revenue: 100_000 },
  orderCounts: given.orderCounts,
  months: views.months,
  countries: given.countries,
  points: { ...points, total: 9000 },
  topCustomers: [
    { id: '14646', country: 'Netherlands', orders: 74, revenue: 28_000, segment: 0 },
    { id: '18102', country: 'United Kingdom', orders: 60, revenue: 25_000, segment: 1 },
  ],
  categories: [
    {
      feature: 'Gender',
      values: [
        { value: 'Female', customers: 56 },
        { value: '', customers: 44 },
      ],
    },
  ],
  numbers: [views.revenueSummary],
  correlations: views.correlations,
  countryMonths: views.countryMonths,
  weekHours: views.weekHours,
  cohorts: {
    cohorts: [
      { month: '2011-01', customers: 40, active: [40, 12, 9] },
      { month: '2011-02', customers: 30, active: [30, 8, null] },
      { month: '2011-03', customers: 20, active: [20, null, null] },
    ],
    isLastWhole: true,
  },
  series: {
    grain: 'day',
    measure: 'revenue',
    rule: 'seasonal',
    period: 7,
    steps: Array.from({ length: 10 }, (_, index) => step(index + 1)),
    alerts: [
      {
        start: '2011-12-09',
        value: 184_349,
        expected: 43_755,
        difference: 140_594,
        money: 140_594,
        score: 9.3,
        drivers: [{ kind: 'customer', name: '16446', value: 168_470, usual: 0, share: 1.198 }],
      },
    ],
  },
  segmentStatistics: views.segmentStatistics,
  segmentProducts: views.segmentProducts,
  segmentBaskets: views.segmentBaskets,
  segmentCountries: [
    { country: 'France', customers: 100, bySegment: [60, 40] },
    { country: 'United Kingdom', customers: 1000, bySegment: [100, 880] },
  ],
  segmentCategories: [
    {
      feature: 'Gender',
      values: [
        { value: 'Female', customers: 100, bySegment: [60, 40] },
        { value: '', customers: 1000, bySegment: [100, 880] },
      ],
    },
  ],
  segmentProjection: given.projectionOf(points),
  segmentation: {
    model: {
      method: 'ward',
      dendrogram: {
        leaves: [10, 20, 30, 40, 50].map((size, at) => ({ size, segment: at < 2 ? 0 : 1 })),
        merges: [
          { left: 0, right: 1, height: 1 },
          { left: 2, right: 3, height: 1.5 },
          { left: 6, right: 4, height: 3 },
          { left: 5, right: 7, height: 9 },
        ],
        cut: { below: 3, above: 9 },
      },
    },
    evidence,
    quality: { silhouette: 0.336, silhouetteExact: false, silhouetteBound: 0.01, silhouettes },
    segments: [
      { id: 0, size: 40 },
      { id: 1, size: 160 },
    ],
  },
  kChoice: { ...given.choice, silhouetteExact: false },
  comparison: {
    first: { id: 'a', name: 'RFM, k-means', method: null, segments: ['Champions', 'Dormant'] },
    second: { id: 'b', name: 'RFM, Ward', method: null, segments: ['Loyal', 'Lost'] },
    customers: 100,
    onlyFirst: 3,
    onlySecond: 0,
    table: [
      [40, 1, 0],
      [2, 50, 7],
      [0, 0, 0],
    ],
    adjustedRandIndex: 0.7123,
    adjustedMutualInformation: 0.6,
    matches: [{ first: 0, second: 0, customers: 40, jaccard: 0.93 }],
    matched: 0.9,
  },
  umap: { ...given.projectionOf(points), kind: 'umap', ratio: [], loadings: [] },
  customer: given.customer,
  prediction: { ...given.prediction, place: { x: 1, y: 0.5 } },
  similar: [{ id: '14911', segment: 1, distance: 0.4, features: { recency: 12, frequency: 7, monetary: 4100 } }],
} as unknown as FigureSources;
