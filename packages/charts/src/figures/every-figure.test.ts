import type { CategoryCount, Comparison, DendrogramTop, KChoice, Quality, TopCustomer } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { context, drawSvg, tooltipOf, withoutCurrency } from '../../testing/draw.ts';
import * as given from '../../testing/fixtures.ts';
import type { Figure, FigureContext } from '../figure.ts';
import { againstBaseFigure } from './against-base-figure.ts';
import { categoryBreakdownFigure } from './category-breakdown-figure.ts';
import { categoryFigure } from './category-figure.ts';
import { comparisonFigure } from './comparison-figure.ts';
import { countriesFigure } from './countries-figure.ts';
import { countryBreakdownFigure } from './country-breakdown-figure.ts';
import { customerOrdersFigure } from './customer-orders-figure.ts';
import { dendrogramFigure } from './dendrogram-figure.ts';
import { featureScatterFigure } from './feature-scatter-figure.ts';
import { ledgerFigure } from './ledger-figure.ts';
import { monthlyCustomersFigure } from './monthly-customers-figure.ts';
import { monthlyRevenueFigure } from './monthly-revenue-figure.ts';
import { profileHeatmapFigure } from './profile-heatmap-figure.ts';
import { projectionFigure } from './projection-figure.ts';
import { qualityOverKFigure } from './quality-over-k-figure.ts';
import { qualityTableFigure } from './quality-table-figure.ts';
import { returningFigure } from './returning-figure.ts';
import { scatter3dFigure } from './scatter-3d-figure.ts';
import { segmentDistancesFigure } from './segment-distances-figure.ts';
import { segmentSharesFigure } from './segment-shares-figure.ts';
import { silhouetteFigure } from './silhouette-figure.ts';
import { topCustomersFigure } from './top-customers-figure.ts';

const hostile = '<img src=x onerror=alert(1)> {dot0|x} "&" and a name that goes on and on and on and on';
const features = [given.recency, given.frequency, given.monetary] as const;
const { recency: x, monetary: y } = given;
const noLedger = {
  ...given.ledger,
  read: { rows: 0, customers: 0, orders: 0, revenue: 0 },
  entries: [],
  off: [],
  kept: { rows: 0, customers: 0, orders: 0, revenue: 0 },
};
const country = (name: string, bySegment: number[]) => ({
  country: name,
  customers: bySegment.reduce((sum, part) => sum + part, 0),
  bySegment,
});
const category = (value: string): CategoryCount => ({
  feature: hostile,
  values: [
    { value, customers: 5 },
    { value: '', customers: 3 },
  ],
});
const top = (id: string, revenue: number): TopCustomer => ({ id, country: null, orders: 1, revenue, segment: 0 });
const badPoints = { ...given.pointsOf(1, 1), ids: [hostile] };

const mixtures: KChoice = {
  ...given.choice,
  candidates: given.choice.candidates.map((candidate, at) =>
    at === 1 ? candidate : { ...candidate, bic: -900 + at * 70 },
  ),
};
const map = { ...given.projectionOf(given.pointsOf(4)), kind: 'umap' as const, ratio: [], loadings: [] };

/** Five groups of 10 to 50 customers, in two segments. */
const tree: DendrogramTop = {
  leaves: [10, 20, 30, 40, 50].map((size, at) => ({ size, segment: at < 2 ? 0 : 1 })),
  merges: [
    { left: 0, right: 1, height: 1 },
    { left: 2, right: 3, height: 1.5 },
    { left: 6, right: 4, height: 3 },
    { left: 5, right: 7, height: 9 },
  ],
  cut: { below: 3, above: 9 },
};
const quality: Pick<Quality, 'silhouette' | 'silhouetteExact' | 'silhouetteBound' | 'silhouettes'> = {
  silhouette: 0.336,
  silhouetteExact: true,
  silhouetteBound: 0,
  silhouettes: [
    { segment: 0, mean: 0.4, negative: 0.1, values: [0.7, 0.5, 0.2, -0.1] },
    { segment: 1, mean: 0.25, negative: 0, values: [0.3, 0.2] },
  ],
};
const sizes = [
  { id: 0, size: 40 },
  { id: 1, size: 160 },
];
const sides = (names: string[]) => ({ id: names.join(), name: 'RFM, k-means', method: null, segments: names });
const comparison: Comparison = {
  first: sides(['Champions', 'Dormant']),
  second: sides(['Loyal', 'Lost', 'New']),
  customers: 100,
  onlyFirst: 3,
  onlySecond: 0,
  table: [
    [40, 1, 0, 0],
    [2, 30, 20, 7],
    [0, 0, 0, 0],
  ],
  adjustedRandIndex: 0.7123,
  adjustedMutualInformation: 0.6,
  matches: [
    { first: 0, second: 0, customers: 40, jaccard: 0.93 },
    { first: 1, second: 1, customers: 30, jaccard: 0.5 },
  ],
  matched: 0.7,
};
const eleven = Array.from({ length: 11 }, () => hostile);

type Draw = (context: FigureContext) => Figure;
const typical: Record<string, Draw> = {
  monthlyRevenue: (c) => monthlyRevenueFigure(given.months, c),
  monthlyCustomers: (c) => monthlyCustomersFigure(given.months, c),
  returning: (c) => returningFigure({ kpis: given.kpis, orderCounts: given.orderCounts }, c),
  topCustomers: (c) => topCustomersFigure({ customers: [top('a', 10), top('b', 5)], revenue: 100 }, c),
  countries: (c) => countriesFigure(given.countries, c),
  scatter: (c) => featureScatterFigure({ points: given.pointsOf(4), x, y, size: given.frequency }, c),
  scatterMany: (c) => featureScatterFigure({ points: given.pointsOf(11), x, y }, c),
  inertia: (c) => qualityOverKFigure({ choice: given.choice, measure: 'inertia' }, c),
  silhouette: (c) => qualityOverKFigure({ choice: given.choice, measure: 'silhouette' }, c),
  qualityTable: (c) => qualityTableFigure({ choice: given.choice }, c),
  bic: (c) => qualityOverKFigure({ choice: mixtures, measure: 'bic' }, c),
  qualityTableOfMixtures: (c) => qualityTableFigure({ choice: mixtures }, c),
  map: (c) => projectionFigure(map, c),
  dendrogram: (c) => dendrogramFigure({ dendrogram: tree, linkage: 'ward' }, c),
  silhouettes: (c) => silhouetteFigure({ quality, segments: sizes }, c),
  comparison: (c) => comparisonFigure(comparison, c),
  projection: (c) => projectionFigure(given.projectionOf(given.pointsOf(4)), c),
  scatter3d: (c) => scatter3dFigure({ points: given.pointsOf(4), features }, c),
  ledger: (c) => ledgerFigure({ ledger: given.ledger }, c),
  'ledger of nothing': (c) => ledgerFigure({ ledger: noLedger }, c),
  shares: (c) =>
    segmentSharesFigure(
      [0, 1, 2].map((id) => ({ id, customers: 10 + id, revenue: 90 / (id + 1) })),
      c,
    ),
  heatmap: (c) =>
    profileHeatmapFigure(
      {
        statistics: given.statisticsOf(
          [
            [0, 12, 13.7, 8035],
            [1, 70, 4, -3],
            [null, 93, 4.3, 2054],
          ],
          features,
        ),
        features,
      },
      c,
    ),
  countryBreakdown: (c) => countryBreakdownFigure([country('France', [5, 3, 2]), country('Spain', [1, 1, 1])], c),
  categoryBreakdown: (c) =>
    categoryBreakdownFigure(
      { category: { feature: 'plan', values: [{ value: 'gold', customers: 3, bySegment: [1, 2] }] } },
      c,
    ),
  orders: (c) => customerOrdersFigure({ customer: given.customer, asOf: '2011-12-10T12:50:00' }, c),
  against: (c) => againstBaseFigure({ customer: given.customer, features }, c),
  distances: (c) => segmentDistancesFigure(given.prediction, c),
  category: (c) => categoryFigure({ category: category('gold'), label: 'Plan' }, c),
};

const awkward: Record<string, Draw> = {
  'one month': (c) => monthlyRevenueFigure(given.months.slice(0, 1), c),
  'all months zero': (c) =>
    monthlyRevenueFigure(given.withUsual(given.months.map((month) => ({ ...month, revenue: 0 }))), c),
  'negative months': (c) =>
    monthlyRevenueFigure(
      given.withUsual(given.months.map((month, at) => ({ ...month, revenue: at % 2 === 0 ? -5 : 3 + at }))),
      c,
    ),
  'months with a range of their own': (c) => monthlyRevenueFigure(given.seasonalMonths, c),
  'sixty months': (c) =>
    monthlyRevenueFigure(
      Array.from({ length: 60 }, (_, at) =>
        given.monthOf(`${2010 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`, at),
      ),
      c,
    ),
  'hostile country': (c) => countriesFigure([{ name: hostile, customers: 1, orders: 1, revenue: 5 }], c),
  'negative country': (c) =>
    countriesFigure(
      [
        { name: 'A', customers: 1, orders: 1, revenue: -5 },
        { name: 'B', customers: 1, orders: 1, revenue: 2 },
      ],
      c,
    ),
  'one point': (c) => featureScatterFigure({ points: badPoints, x: { ...x, label: hostile }, y }, c),
  'points without a segment': (c) =>
    featureScatterFigure(
      { points: { ...given.pointsOf(2), segments: given.pointsOf(2).segments.map(() => -1) }, x, y },
      c,
    ),
  'missing feature': (c) => featureScatterFigure({ points: given.pointsOf(2), x: { ...x, id: 'nothing' }, y }, c),
  'breakdown with customers in no segment': (c) =>
    countryBreakdownFigure([{ country: 'Malta', customers: 9, bySegment: [1, 2] }], c),
  'one point projected': (c) =>
    projectionFigure({ ...given.projectionOf(badPoints), loadings: [{ label: hostile, x: 0, y: 0 }] }, c),
  'one point on a map': (c) => projectionFigure({ ...map, x: [1], y: [1], points: badPoints }, c),
  'dendrogram of one height': (c) =>
    dendrogramFigure(
      {
        dendrogram: {
          leaves: Array.from({ length: 200 }, () => ({ size: 1234567, segment: -1 })),
          merges: [{ left: 0, right: 1, height: 0 }],
          cut: { below: 0, above: null },
        },
        linkage: 'single',
      },
      { ...c, segmentNames: [hostile] },
    ),
  'hostile silhouettes': (c) =>
    silhouetteFigure(
      {
        quality: {
          silhouette: null,
          silhouetteExact: false,
          silhouetteBound: 1e-4,
          silhouettes: Array.from({ length: 12 }, (_, segment) => ({ segment, mean: -1, negative: 1, values: [-1] })),
        },
        segments: [],
      },
      { ...c, segmentNames: [hostile] },
    ),
  'hostile comparison': (c) =>
    comparisonFigure(
      {
        ...comparison,
        first: sides(eleven),
        second: sides(eleven),
        table: Array.from({ length: 12 }, () => Array.from({ length: 12 }, (_, at) => at * 1000)),
        adjustedRandIndex: null,
        matches: [],
      },
      c,
    ),
  'one candidate': (c) =>
    qualityOverKFigure(
      {
        choice: { ...given.choice, candidates: given.choice.candidates.slice(0, 1) },
        measure: 'silhouette',
        picked: 9,
      },
      c,
    ),
  'quality not finite': (c) =>
    qualityOverKFigure(
      {
        choice: {
          ...given.choice,
          candidates: given.choice.candidates.map((entry) => ({ ...entry, daviesBouldin: Number.NaN })),
        },
        measure: 'daviesBouldin',
      },
      c,
    ),
  'eleven segments': (c) =>
    segmentSharesFigure(
      Array.from({ length: 11 }, (_, id) => ({ id, customers: id, revenue: null })),
      { ...c, segmentNames: [hostile] },
    ),
  'heatmap of eleven': (c) =>
    profileHeatmapFigure(
      {
        statistics: given.statisticsOf(
          [...Array.from({ length: 11 }, (_, id) => [id, 0, null, -1] as const), [null, 0, 0, 0] as const],
          features,
        ),
        features,
      },
      { ...c, segmentNames: [hostile] },
    ),
  'hostile breakdown': (c) => countryBreakdownFigure([country(hostile, [0, 0]), country('B', [30, 0])], c),
  'one order': (c) =>
    customerOrdersFigure(
      { customer: { ...given.customer, orders: [{ ...given.customer.orders[0]!, order: hostile }] }, asOf: null },
      c,
    ),
  'refund order': (c) =>
    customerOrdersFigure(
      {
        customer: { ...given.customer, orders: given.customer.orders.map((entry) => ({ ...entry, amount: -1 })) },
        asOf: null,
      },
      c,
    ),
  'against nothing known': (c) =>
    againstBaseFigure(
      {
        customer: {
          ...given.customer,
          segment: null,
          against: given.customer.against.map((row) => ({
            ...row,
            label: hostile,
            value: null,
            rank: null,
            p05: -4,
            p25: 0,
            median: 0,
            p75: 0,
            p95: 0,
          })),
        },
        features,
      },
      c,
    ),
  'confidence only': (c) =>
    segmentDistancesFigure(
      {
        ...given.prediction,
        runnerUp: null,
        confidence: 1,
        scores: [{ segment: 0, name: hostile, distance: null, confidence: 1 }],
      },
      c,
    ),
  'hostile category': (c) => categoryFigure({ category: category(hostile) }, c),
};

const empty: Record<string, Draw> = {
  months: (c) => monthlyRevenueFigure([], c),
  returning: (c) =>
    returningFigure(
      { kpis: { ...given.kpis, customers: 0, orders: 0, oneTimeCustomers: 0, revenue: 0 }, orderCounts: [] },
      c,
    ),
  topCustomers: (c) => topCustomersFigure({ customers: [], revenue: 0 }, c),
  countries: (c) => countriesFigure([], c),
  scatter: (c) => featureScatterFigure({ points: given.emptyPoints, x, y }, c),
  quality: (c) => qualityOverKFigure({ choice: { ...given.choice, candidates: [] }, measure: 'inertia' }, c),
  qualityTable: (c) => qualityTableFigure({ choice: { ...given.choice, candidates: [] } }, c),
  projection: (c) => projectionFigure({ ...given.projectionOf(given.emptyPoints), ratio: [], loadings: [] }, c),
  map: (c) => projectionFigure({ ...map, x: [], y: [], points: given.emptyPoints }, c),
  dendrogram: (c) =>
    dendrogramFigure({ dendrogram: { leaves: [], merges: [], cut: { below: 0, above: null } }, linkage: 'ward' }, c),
  silhouettes: (c) =>
    silhouetteFigure({ quality: { ...quality, silhouette: null, silhouettes: [] }, segments: sizes }, c),
  comparison: (c) => comparisonFigure({ ...comparison, customers: 0, matches: [], matched: 0 }, c),
  scatter3d: (c) => scatter3dFigure({ points: given.emptyPoints, features }, c),
  shares: (c) => segmentSharesFigure([], c),
  heatmap: (c) => profileHeatmapFigure({ statistics: [], features }, c),
  countryBreakdown: (c) => countryBreakdownFigure([], c),
  categoryBreakdown: (c) => categoryBreakdownFigure({ category: { feature: 'plan', values: [] } }, c),
  orders: (c) => customerOrdersFigure({ customer: { ...given.customer, orders: [] }, asOf: null }, c),
  against: (c) => againstBaseFigure({ customer: { ...given.customer, against: [] }, features }, c),
  distances: (c) => segmentDistancesFigure({ ...given.prediction, scores: [] }, c),
  category: (c) => categoryFigure({ category: { feature: 'plan', values: [] } }, c),
};

function check(figure: Figure): void {
  const keys = figure.table.columns.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const row of figure.table.rows) for (const key of keys) expect(row[key], key).toBeDefined();
  expect(figure.id).toMatch(/^[a-z0-9-]+$/);
  expect(`${figure.title} ${figure.subtitle}`).not.toMatch(/NaN|undefined|Infinity|null/);
  expect(figure.height).toBeGreaterThan(0);
  if (figure.renderer === 'gl') return;
  for (const drawing of [
    { scheme: 'dark', width: 340 },
    { scheme: 'light', width: 860 },
  ] as const) {
    const svg = drawSvg(figure, drawing);
    if (figure.option !== null) expect(svg).toMatch(/^<svg[\s\S]*<\/svg>$/);
    expect(svg).not.toMatch(/NaN|<img|undefined/);
  }
}

describe.each(Object.entries({ ...typical, ...awkward }))('%s', (_name, draw) => {
  it('draws, narrow and wide, dark and light', () => check(draw(context)));
  it('names no currency where there is none', () => {
    const { title, subtitle, table } = draw(withoutCurrency);
    expect(JSON.stringify([title, subtitle, table])).not.toContain('£');
  });
});

describe.each(Object.entries(empty))('%s of nothing', (_name, draw) => {
  it('has no rows and nothing to draw', () => {
    const figure = draw(context);
    expect(figure.table.rows).toEqual([]);
    expect(figure.option).toBeNull();
    check(figure);
  });
});

describe('tooltips', () => {
  const named = [
    'hostile country',
    'one point',
    'one point projected',
    'hostile breakdown',
    'one order',
    'against nothing known',
    'confidence only',
    'hostile category',
    'hostile silhouettes',
    'hostile comparison',
  ];
  it.each(named)('escape the names of %s', (name) => {
    const text = tooltipOf(awkward[name]!(context), 0);
    expect(text).toContain('&lt;img');
    expect(text).not.toContain('<img');
  });
  it.each(Object.keys(typical).filter((name) => typical[name]!(context).option !== null))(
    'of %s say something',
    (name) => {
      expect(tooltipOf(typical[name]!(context), 0)).toMatch(/<div/);
    },
  );
});

it('gives space its series, axes and names for WebGL', () => {
  const option = typical.scatter3d!(context).option?.({ scheme: 'dark', width: 600 });
  expect(option).toMatchObject({
    xAxis3D: { name: 'Days since last order' },
    zAxis3D: { name: 'Revenue' },
    grid3D: {},
  });
  expect(option?.series).toHaveLength(4);
});
