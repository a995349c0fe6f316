import type {
  Correlations,
  CountryMonths,
  Month,
  NumberSummary,
  OrderCount,
  SegmentBasket,
  SegmentProduct,
  SegmentProducts,
  SegmentStatistics,
  WeekHours,
} from '@clientele/contracts';
import type { FigureDataset } from '../src/define-figure.ts';
import { months as retailMonths } from './fixtures.ts';

type Unit = FigureDataset['features'][number]['unit'];

const feature = (id: string, label: string, unit: Unit) => ({
  id,
  label,
  unit,
  meaning: label,
  suggested: true,
  values: [],
});

/** A shop with the features that orders give. */
export const shop: FigureDataset = {
  name: 'Shop',
  kind: 'orders',
  features: [
    feature('recency', 'Days since last order', 'days'),
    feature('frequency', 'Orders', 'orders'),
    feature('monetary', 'Revenue', 'money'),
    feature('tenure', 'Days since first order', 'days'),
    feature('averageOrderValue', 'Order value', 'money'),
    feature('daysBetweenOrders', 'Days between orders', 'days'),
    feature('distinctProducts', 'Different products', 'products'),
    feature('itemsPerOrder', 'Items per order', 'items'),
    feature('returnShare', 'Share of returns', 'share'),
  ],
};

/** Revenue of countries by month in thousands, as in the published Online Retail. */
const byCountry: Record<string, number[]> = {
  'United Kingdom': [499, 442, 356, 467, 410, 552, 525, 486, 498, 797, 825, 981, 472],
  Netherlands: [9, 27, 23, 22, 3, 29, 27, 0.1, 40, 27, 41, 26, 12],
  EIRE: [9, 22, 10, 22, 8, 16, 20, 41, 17, 41, 24, 29, 7],
  Germany: [15, 17, 10, 14, 12, 26, 13, 16, 19, 18, 32, 28, 8],
  France: [10, 18, 9, 15, 6, 18, 16, 10, 14, 23, 33, 31, 7],
  Australia: [1, 9, 15, 17, 0.3, 14, 25, 5, 22, 5, 17, 7, 0],
  Spain: [2, 10, 2, 5, 2, 3, 3, 8, 3, 5, 9, 9, 0.4],
  Switzerland: [1, 4, 3, 2, 2, 4, 8, 4, 5, 8, 8, 8, 0],
  Belgium: [2, 1, 2, 3, 2, 3, 4, 2, 4, 4, 6, 6, 1],
  Sweden: [4, 3, 0.4, 5, 1, 3, 0.4, 7, 1, 5, 6, 3, 0.2],
  Japan: [7, 1, 0, 2, 2, 2, 2, 3, 7, 1, 1, 8, 0],
  Norway: [4, 2, 1, 2, 0, 4, 1, 2, 2, 3, 6, 9, 1],
};

export const countryMonths: CountryMonths = {
  months: retailMonths.map(({ month }) => month),
  countries: Object.entries(byCountry).map(([name, thousands]) => ({
    name,
    revenue: thousands.map((amount) => amount * 1000),
  })),
};

/** Busy around noon from Monday to Friday and on Sunday; nothing on Saturday. */
export const weekHours: WeekHours = {
  orders: [1, 1.2, 1.15, 1.3, 0.9, 0, 0.7].map((day) =>
    Array.from({ length: 24 }, (_, hour) =>
      hour < 7 || hour > 19 ? 0 : Math.round(day * 480 * Math.exp(-((hour - 12.3) ** 2) / 9)),
    ),
  ),
  revenue: Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 1234.5)),
  hasHours: true,
};

export const months: Month[] = retailMonths.map((month, at) => ({
  ...month,
  newCustomers: Math.round(900 / (at + 1)),
  newRevenue: month.revenue * Math.max(0.12, 1 - at * 0.14),
  unknownRevenue: at === 3 ? 40000 : 0,
}));

export const orderCounts: OrderCount[] = [
  [1, 1493, 618000],
  [2, 835, 640000],
  [3, 508, 520000],
  [4, 388, 540000],
  [5, 242, 430000],
  [8, 535, 1560000],
  [14, 242, 1500000],
  [30, 95, 3100000],
].map(([orders = 0, customers = 0, revenue = 0]) => ({ orders, customers, revenue }));

const logEdges = Array.from({ length: 25 }, (_, at) => Math.expm1(1.6 + (at * (12.54 - 1.6)) / 24));

/** Revenue of the customers of Online Retail. */
export const revenueSummary: NumberSummary = {
  feature: 'monetary',
  label: 'Revenue',
  count: 4338,
  missing: 0,
  mean: 2054,
  standardDeviation: 8988,
  min: 3.75,
  q25: 307.4,
  median: 674.5,
  q75: 1661.7,
  max: 280206,
  whiskers: [3.75, 3692],
  outliers: 425,
  skewness: 19.3,
  skewnessLog: 0.4,
  histogram: {
    edges: Array.from({ length: 21 }, (_, at) => 3.75 + at * 14010),
    counts: [4240, 50, 20, 10, 4, 4, 2, 2, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1],
  },
  histogramLog: {
    edges: logEdges,
    counts: [1, 1, 2, 5, 20, 60, 170, 300, 480, 590, 640, 570, 470, 380, 270, 180, 90, 50, 28, 14, 8, 4, 3, 2],
  },
};

export const ageSummary: NumberSummary = {
  feature: 'age',
  label: 'Age',
  count: 200,
  missing: 3,
  mean: 38.85,
  standardDeviation: 13.9,
  min: 18,
  q25: 28.75,
  median: 36,
  q75: 49,
  max: 70,
  whiskers: [18, 70],
  outliers: 0,
  skewness: 0.48,
  skewnessLog: -0.1,
  histogram: {
    edges: Array.from({ length: 14 }, (_, at) => 18 + at * 4),
    counts: [29, 17, 20, 34, 25, 11, 15, 15, 10, 6, 5, 8, 5],
  },
  histogramLog: null,
};

const spearman = [
  [1, -0.58, -0.57, 0.18, -0.16, 0.2, -0.41, -0.14, -0.09],
  [-0.58, 1, 0.8, 0.56, 0.12, -0.55, 0.66, 0.02, 0.36],
  [-0.57, 0.8, 1, 0.46, 0.61, -0.38, 0.82, 0.47, 0.35],
  [0.18, 0.56, 0.46, 1, 0.07, 0.41, 0.35, 0.03, 0.2],
  [-0.16, 0.12, 0.61, 0.07, 1, 0.02, 0.55, 0.78, 0.1],
  [0.2, -0.55, -0.38, 0.41, 0.02, 1, -0.25, 0, -0.14],
  [-0.41, 0.66, 0.82, 0.35, 0.55, -0.25, 1, 0.32, 0.3],
  [-0.14, 0.02, 0.47, 0.03, 0.78, 0, 0.32, 1, 0.01],
  [-0.09, 0.36, 0.35, 0.2, 0.1, -0.14, 0.3, 0.01, 1],
];

export const correlations: Correlations = {
  features: shop.features.map(({ id, label }) => ({ id, label })),
  spearman,
  pearson: spearman.map((row, y) => row.map((value, x) => (x === y ? 1 : value * 0.7))),
};

const segmentMedians: [number | null, number, number, number[]][] = [
  [0, 719, 5_780_000, [8, 10, 3722, 345, 372, 32, 130, 240, 0.03]],
  [1, 1174, 2_120_000, [54, 4, 1352, 290, 330, 71, 60, 190, 0.01]],
  [2, 850, 450_000, [18, 2, 461, 96, 240, 90, 32, 130, 0]],
  [3, 1595, 560_000, [178, 1, 300, 230, 225, 84, 16, 120, 0]],
  [null, 4338, 8_910_000, [51, 2, 674, 249, 293, 66, 35, 151, 0]],
];

/** Champions, Regulars, Promising and Dormant of Online Retail; medians as published, quartiles around them. */
export const segmentStatistics: SegmentStatistics[] = segmentMedians.map(([segment, customers, revenue, medians]) => ({
  segment,
  customers,
  revenue,
  features: shop.features.map(({ id, label }, at) => {
    const median = medians[at] ?? 0;
    return {
      feature: id,
      label,
      count: customers,
      mean: median * 1.4 + (id === 'returnShare' ? 0.02 : 0),
      standardDeviation: median,
      min: id === 'frequency' ? 1 : median / 20,
      q25: median * 0.6,
      median,
      q75: median * 1.6,
      max: median * 12,
    };
  }),
}));

export const segmentBaskets: SegmentBasket[] = [
  [0, 9800, 590, 372, 310, 26, 1.9, 0.97],
  [1, 5000, 424, 330, 230, 24, 1.85, 0.94],
  [2, 1800, 250, 240, 120, 22, 2.4, 1.22],
  [3, 1932, 290, 225, 140, 18, 2.05, 1.04],
  [null, 18532, 481, 304, 279, 21, 1.96, 1],
].map(([segment = null, orders = 0, average = 0, median = 0, items = 0, products = 0, price = 0, level = 0]) => ({
  segment,
  orders: orders ?? 0,
  averageOrderValue: average,
  medianOrderValue: median,
  itemsPerOrder: items,
  productsPerOrder: products,
  pricePerItem: price,
  priceLevel: level,
}));

export const product = (
  code: string,
  description: string | null,
  revenue: number,
  customers: number,
  lift: number,
): SegmentProduct => ({
  product: code,
  description,
  customers,
  orders: customers + 20,
  items: revenue / 2,
  revenue,
  lift,
});

export const segmentProducts: SegmentProducts[] = [
  {
    segment: 0,
    top: [
      product('22423', 'REGENCY CAKESTAND 3 TIER', 92400, 380, 1.9),
      product('85123A', 'WHITE HANGING HEART T-LIGHT HOLDER', 71200, 410, 1.8),
      product('85099B', 'JUMBO BAG RED RETROSPOT', 60100, 290, 2.2),
      product('47566', 'PARTY BUNTING', 41000, 260, 1.6),
      product('POST', 'POSTAGE', 30100, 90, 1.1),
    ],
    unusual: [
      product('23084', 'RABBIT NIGHT LIGHT', 21000, 160, 4.2),
      product('85099B', 'JUMBO BAG RED RETROSPOT', 60100, 290, 2.2),
      product('22423', 'REGENCY CAKESTAND 3 TIER', 92400, 380, 1.9),
    ],
  },
  { segment: 3, top: [product('1', null, 100, 6, 1)], unusual: [] },
];
