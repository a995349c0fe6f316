import type {
  Band,
  CountryTotals,
  CustomerDetail,
  KChoice,
  Kpis,
  Ledger,
  Month,
  NumberSummary,
  OrderCount,
  Points,
  Prediction,
  Projection,
  SegmentStatistics,
} from '@clientele/contracts';
import type { FeatureLabel } from '../src/feature-label.ts';
import type { FindingsViews } from '../src/findings/finding.ts';
import { isFinished } from '../src/findings/is-finished.ts';
import { median } from '../src/findings/median.ts';

/** Online Retail (UCI) by month, rounded to pounds; November and February as published, the others from the same file. */
const retail: [string, number][] = [
  ['2010-12', 572714],
  ['2011-01', 569445],
  ['2011-02', 447137],
  ['2011-03', 595501],
  ['2011-04', 469200],
  ['2011-05', 678595],
  ['2011-06', 661214],
  ['2011-07', 600091],
  ['2011-08', 645344],
  ['2011-09', 952838],
  ['2011-10', 1039319],
  ['2011-11', 1161817],
  ['2011-12', 518193],
];

export const daysIn = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();

export const monthOf = (month: string, revenue: number, days = daysIn(month)): Month => ({
  month,
  revenue,
  orders: 10,
  customers: 8,
  newCustomers: 3,
  newRevenue: revenue / 4,
  unknownRevenue: 0,
  days,
  daysInMonth: daysIn(month),
  usual: { revenue: null, customers: null },
});

/** One band for all finished months, as fewer than 24 have it: median less and plus three scaled MAD; null below six or without spread. */
function bandOfAll(months: readonly Month[], measure: keyof Month['usual']): Band | null {
  const values = months.filter(isFinished).map((month) => month[measure]);
  const expected = median(values);
  if (expected === null || values.length < 6) return null;
  const spread = 1.4826 * (median(values.map((value) => Math.abs(value - expected))) ?? 0);
  return spread === 0 ? null : { expected, low: expected - 3 * spread, high: expected + 3 * spread };
}

/** The months with what was to be expected of each. */
export function withUsual(months: readonly Month[]): Month[] {
  const [revenue, customers] = [bandOfAll(months, 'revenue'), bandOfAll(months, 'customers')];
  return months.map((month) => ({
    ...month,
    usual: isFinished(month) ? { revenue, customers } : { revenue: null, customers: null },
  }));
}

export const months: Month[] = withUsual(
  retail.map(([month, revenue]) => monthOf(month, revenue, month === '2011-12' ? 9 : undefined)),
);

/** Three years with a peak each December, and a range of its own for each month; March 2012 is far above its own, though not the highest. */
export const seasonalMonths: Month[] = Array.from({ length: 36 }, (_, at) => {
  const expected = at % 12 === 11 ? 900_000 : 400_000 + 5_000 * at;
  const own = monthOf(
    `${2010 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    at === 26 ? 800_000 : expected + ((at * 7919) % 11) * 1000,
  );
  return { ...own, usual: { revenue: { expected, low: 0.8 * expected, high: 1.25 * expected }, customers: null } };
});

export const recency: FeatureLabel = { id: 'recency', label: 'Days since last order', unit: 'days' };
export const frequency: FeatureLabel = { id: 'frequency', label: 'Orders', unit: 'orders' };
export const monetary: FeatureLabel = { id: 'monetary', label: 'Revenue', unit: 'money' };

/** Customers in so many segments that lie well apart. */
export function pointsOf(segments: number, each = 6): Points {
  const count = segments * each;
  const index = Array.from({ length: count }, (_, at) => at);
  return {
    ids: index.map((at) => `c${at}`),
    segments: index.map((at) => Math.floor(at / each)),
    features: {
      recency: index.map((at) => 1 + Math.floor(at / each) * 40 + (at % each)),
      frequency: index.map((at) => (at % each === 0 ? 1 : 2 + (at % each))),
      monetary: index.map((at) => 10 * 3 ** (segments - Math.floor(at / each)) + (at % each)),
    },
    shown: count,
    total: count,
  };
}

export const emptyPoints: Points = { ids: [], segments: [], features: {}, shown: 0, total: 0 };

export const kpis: Kpis = {
  customers: 24,
  revenue: 100000,
  orders: 100,
  averageOrderValue: 1000,
  recency: 10,
  frequency: 4,
  monetary: 4000,
  oneTimeCustomers: 4,
};

const candidate = (
  k: number,
  inertia: number,
  silhouette: number,
  daviesBouldin: number,
  calinskiHarabasz: number,
) => ({
  k,
  inertia,
  silhouette,
  daviesBouldin,
  calinskiHarabasz,
  smallest: 100,
  converged: true,
});

/** Online Retail, log RFM standardised: inertia and silhouette as computed with scikit-learn. */
export const choice: KChoice = {
  candidates: [
    candidate(2, 6481.22, 0.43294, 0.892, 4370),
    candidate(3, 4867.76, 0.33678, 1.047, 3627),
    candidate(4, 3937.95, 0.33587, 1.014, 3330),
    candidate(5, 3295.82, 0.3161, 0.989, 3194),
  ],
  argument: null,
  recommended: { k: 4, why: 'the last split that costs no separation' },
  customers: 4338,
  silhouetteExact: true,
  warnings: [],
};

export function projectionOf(points: Points): Projection {
  return {
    kind: 'pca',
    ratio: [0.751, 0.188],
    loadings: [
      { label: 'Recency', x: -0.5, y: 0.8 },
      { label: 'Orders', x: 0.6, y: 0.3 },
    ],
    x: points.segments.map((segment, index) => segment * 2 + (index % 3) * 0.1),
    y: points.segments.map((_, index) => (index % 5) - 2),
    z: [],
    points,
    density: null,
  };
}

const totals = (rows: number, customers: number, orders: number, revenue: number) => ({
  rows,
  customers,
  orders,
  revenue,
});

/** Online Retail (UCI): the published cleaning. */
export const ledger: Ledger = {
  read: totals(541909, 4372, 25900, 9747747.934),
  entries: [
    { rule: 'no-customer', ...totals(135080, 0, 3710, 1447682.12), left: totals(406829, 4372, 22190, 8300065.814) },
    { rule: 'cancellation', ...totals(8905, 33, 3654, -611342.09), left: totals(397924, 4339, 18536, 8911407.904) },
    { rule: 'price', ...totals(40, 1, 4, 0), left: totals(397884, 4338, 18532, 8911407.904) },
  ],
  off: [{ rule: 'duplicate', ...totals(5192, 0, 0, 24199.01), left: totals(392692, 4338, 18532, 8887208.894) }],
  kept: totals(397884, 4338, 18532, 8911407.904),
};

export function statisticsOf(
  means: readonly (readonly [segment: number | null, ...values: (number | null)[]])[],
  features: readonly FeatureLabel[],
): SegmentStatistics[] {
  return means.map(([segment, ...values]) => ({
    segment,
    customers: 10,
    revenue: 100,
    features: features.map(({ id, label }, index) => {
      const mean = values[index] ?? null;
      return {
        feature: id,
        label,
        count: 10,
        mean,
        standardDeviation: 1,
        min: mean,
        q25: mean,
        median: mean,
        q75: mean,
        max: mean,
      };
    }),
  }));
}

export const prediction: Prediction = {
  segment: 1,
  name: 'Regulars',
  confidence: 0.48,
  runnerUp: { segment: 0, name: 'Champions', confidence: 0.4 },
  scores: [
    { segment: 0, name: 'Champions', distance: 1.62, confidence: 0.4 },
    { segment: 1, name: 'Regulars', distance: 1.48, confidence: 0.48 },
    { segment: 2, name: 'Promising', distance: 2.89, confidence: 0.12 },
  ],
  notes: [],
  place: null,
};

const order = (name: string, time: string, amount: number) => ({ order: name, time, amount, items: 10, lines: 2 });

export const customer: CustomerDetail = {
  id: '12637',
  country: 'France',
  segment: 1,
  features: {},
  firstOrder: '2011-01-20T10:00:00',
  lastOrder: '2011-10-03T10:00:00',
  orders: [
    order('1', '2011-01-20T10:00:00', 1520),
    order('2', '2011-04-23T10:00:00', 670),
    order('3', '2011-07-08T10:00:00', 660),
    order('4', '2011-10-03T10:00:00', 360),
  ],
  against: [
    {
      feature: 'recency',
      label: 'Days since last order',
      value: 67,
      rank: 0.57,
      p05: 2,
      p25: 17,
      median: 51,
      p75: 142,
      p95: 312,
    },
    {
      feature: 'monetary',
      label: 'Revenue',
      value: 6022,
      rank: 0.95,
      p05: 110,
      p25: 307,
      median: 674,
      p75: 1662,
      p95: 5840,
    },
  ],
  prediction,
};

export const summary: NumberSummary = {
  feature: 'monetary',
  label: 'Revenue',
  count: 4338,
  missing: 12,
  mean: 2054,
  median: 674,
  min: 4,
  max: 280206,
  skewness: 19.3,
  standardDeviation: 8988,
  q25: 307,
  q75: 1662,
  whiskers: [4, 3692],
  outliers: 425,
  skewnessLog: 0.4,
  histogram: {
    edges: Array.from({ length: 21 }, (_, index) => 4 + index * 14010.1),
    counts: [4300, 20, 10, 4, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0, 0, 0, 1],
  },
  histogramLog: {
    edges: Array.from({ length: 6 }, (_, index) => Math.expm1(1.6 + index * 2.19)),
    counts: [200, 2100, 1900, 120, 18],
  },
};

/** The orders of `pointsOf(4)`. */
export const orderCounts: OrderCount[] = [
  { orders: 1, customers: 4, revenue: 1200 },
  { orders: 3, customers: 4, revenue: 1208 },
  { orders: 4, customers: 4, revenue: 1212 },
  { orders: 7, customers: 12, revenue: 3648 },
];

export const countries: CountryTotals[] = [
  { name: 'United Kingdom', customers: 3920, orders: 16646, revenue: 820 },
  { name: 'Netherlands', customers: 9, orders: 95, revenue: 32 },
  { name: 'EIRE', customers: 3, orders: 260, revenue: 30 },
  { name: 'France', customers: 87, orders: 389, revenue: 118 },
];

export const overviewOf = (part: Partial<FindingsViews> = {}): FindingsViews => ({
  filters: {},
  kpis,
  months: [],
  topCustomers: [],
  countries: [],
  points: emptyPoints,
  segmentTotals: [],
  numbers: [],
  categories: [],
  ...part,
});
