import { createText, loadMessages } from '@clientele/texts';
import { describe, expect, it } from 'vitest';
import { context, drawSvg, tooltipOf, withoutCurrency } from '../../testing/draw.ts';
import * as given from '../../testing/view-fixtures.ts';
import type { FigureDefinition, FigureSetting, FigureSources, Source } from '../define-figure.ts';
import type { Figure } from '../figure.ts';
import { createFormats } from '../format/create-formats.ts';
import { boxPlot } from './box-plot-figure.ts';
import { correlation } from './correlation-figure.ts';
import { countryMonths } from './country-months-figure.ts';
import { featureHistogram } from './feature-histogram-figure.ts';
import { newRevenue } from './new-revenue-figure.ts';
import { orderCounts } from './order-counts-figure.ts';
import { parallelCoordinates } from './parallel-figure.ts';
import { segmentBaskets } from './segment-baskets-figure.ts';
import { segmentBoxPlot } from './segment-box-plot-figure.ts';
import { segmentLift } from './segment-lift-figure.ts';
import { segmentProducts } from './segment-products-figure.ts';
import { segmentSizeRevenue } from './segment-size-revenue-figure.ts';
import { weekHours } from './week-hours-figure.ts';

const de = await loadMessages('de');
const hostile = '<img src=x onerror=alert(1)> {dot0|x} "&" and a name that goes on and on and on and on';
const definitions: readonly FigureDefinition<Source>[] = [
  countryMonths,
  weekHours,
  newRevenue,
  orderCounts,
  featureHistogram,
  boxPlot,
  segmentBoxPlot,
  correlation,
  segmentSizeRevenue,
  parallelCoordinates,
  segmentProducts,
  segmentLift,
  segmentBaskets,
];

const typical: Partial<FigureSources> = {
  countryMonths: given.countryMonths,
  weekHours: given.weekHours,
  months: given.months,
  orderCounts: given.orderCounts,
  numbers: [given.revenueSummary, given.ageSummary],
  correlations: given.correlations,
  segmentStatistics: given.segmentStatistics,
  segmentProducts: given.segmentProducts,
  segmentBaskets: given.segmentBaskets,
};
const [anySummary, anyStatistics, anyBasket] = [
  given.revenueSummary,
  given.segmentStatistics[0]!,
  given.segmentBaskets[0]!,
];
const empty: Partial<FigureSources> = {
  countryMonths: { months: [], countries: [] },
  weekHours: { orders: [], revenue: [], hasHours: true },
  months: [],
  orderCounts: [],
  numbers: [],
  correlations: { features: [], pearson: [], spearman: [] },
  segmentStatistics: [],
  segmentProducts: [],
  segmentBaskets: [],
};
const nothing: Partial<FigureSources> = {
  countryMonths: { months: ['2011-01'], countries: [] },
  weekHours: { orders: Array(7).fill(Array(24).fill(0)), revenue: Array(7).fill(Array(24).fill(0)), hasHours: false },
  months: [],
  orderCounts: [{ orders: 1, customers: 0, revenue: 0 }],
  numbers: [
    {
      ...anySummary,
      count: 0,
      mean: null,
      min: null,
      q25: null,
      median: null,
      q75: null,
      max: null,
      whiskers: null,
      histogram: null,
      histogramLog: null,
    },
  ],
  correlations: { features: [{ id: 'a', label: 'A' }], pearson: [[null]], spearman: [[null]] },
  segmentStatistics: [{ segment: null, customers: 0, revenue: null, features: [] }],
  segmentProducts: [{ segment: 0, top: [], unusual: [] }],
  segmentBaskets: [{ ...anyBasket, segment: null, orders: 0 }],
};
const hostileStatistic = (id: string) => ({ ...anyStatistics.features[0]!, feature: id, label: hostile });
const hostileSources: Partial<FigureSources> = {
  countryMonths: { months: ['2011-01', '2011-02'], countries: [{ name: hostile, revenue: [-5, 3e9] }] },
  weekHours: {
    orders: Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: 24 }, (_, hour) => (day + hour === 0 ? 1e7 : 0)),
    ),
    revenue: Array.from({ length: 7 }, () => Array(24).fill(-1)),
    hasHours: true,
  },
  months: given.months.map((month, at) => ({
    ...month,
    revenue: at % 2 === 0 ? -5 : 0,
    newRevenue: 3,
    unknownRevenue: -8,
    days: 0,
  })),
  orderCounts: [{ orders: 400, customers: 1, revenue: -3 }],
  numbers: [
    {
      ...anySummary,
      feature: 'x',
      label: hostile,
      count: 1,
      missing: 1,
      mean: 0,
      min: 0,
      q25: 0,
      median: 0,
      q75: 0,
      max: 0,
      whiskers: null,
      skewness: null,
      skewnessLog: null,
      histogram: { edges: [0, 0], counts: [1] },
      histogramLog: { edges: [0, 0], counts: [1] },
    },
  ],
  correlations: {
    features: [
      { id: 'a', label: hostile },
      { id: 'b', label: hostile },
      { id: 'c', label: 'C' },
    ],
    pearson: [
      [1, -0.9, null],
      [-0.9, 1, null],
      [null, null, null],
    ],
    spearman: [
      [1, -0.9, null],
      [-0.9, 1, null],
      [null, null, null],
    ],
  },
  segmentStatistics: [...Array.from({ length: 11 }, (_, at) => at), -1, null].map((segment) => ({
    segment,
    customers: 0,
    revenue: -1,
    features: ['x', 'y', 'z'].map(hostileStatistic),
  })),
  segmentProducts: [
    {
      segment: 12,
      top: [given.product('1', hostile, -4, 0, 0)],
      unusual: [given.product(hostile, null, 0, 5, 1e4)],
    },
  ],
  segmentBaskets: [
    { ...anyBasket, segment: 30, averageOrderValue: -4, itemsPerOrder: null, priceLevel: null, pricePerItem: null },
  ],
};

const setting: FigureSetting = { ...context, dataset: given.shop, choices: {} };
const german: FigureSetting = {
  ...setting,
  formats: createFormats({ locale: 'de-DE', currency: 'EUR' }),
  text: createText(de, 'de-DE'),
};
const make = (definition: FigureDefinition<Source>, sources: Partial<FigureSources>, own: FigureSetting = setting) =>
  definition.make(sources as FigureSources, own);

function check(figure: Figure, isDrawn = true): void {
  const keys = figure.table.columns.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(figure.table.rows.length).toBeGreaterThan(0);
  for (const row of figure.table.rows) for (const key of keys) expect(row[key], key).toBeDefined();
  const words = `${figure.title} ${figure.subtitle} ${figure.note ?? ''} ${JSON.stringify(figure.table)}`;
  expect(words).not.toMatch(/NaN|undefined|Infinity/);
  expect(figure.height).toBeGreaterThan(0);
  if (!isDrawn) return;
  for (const drawing of [
    { scheme: 'dark', width: 342 },
    { scheme: 'light', width: 860 },
  ] as const) {
    const svg = drawSvg(figure, drawing);
    expect(svg).toMatch(/^<svg[\s\S]*<\/svg>$/);
    expect(svg).not.toMatch(/NaN|<img|undefined/);
  }
}

describe.each(definitions.map((definition) => [definition.id, definition] as const))('%s', (id, definition) => {
  it('draws, narrow and wide, dark and light', () => {
    const figure = make(definition, typical);
    expect(figure?.id).toBe(id);
    check(figure!);
    expect(tooltipOf(figure!, 0) || tooltipOf(figure!, 1)).toMatch(/<div/);
  });
  it('draws hostile data', () => {
    const figure = make(definition, hostileSources, { ...setting, segmentNames: [hostile] });
    if (figure === null) return;
    check(figure);
    expect(tooltipOf(figure, 0) + tooltipOf(figure, 1)).not.toContain('<img');
  });
  it('is null of nothing', () => {
    expect(make(definition, empty)).toBeNull();
    expect(make(definition, nothing)).toBeNull();
  });
  it('names no currency where there is none', () => {
    const { title, subtitle, table } = make(definition, typical, { ...setting, ...withoutCurrency })!;
    expect(JSON.stringify([title, subtitle, table])).not.toContain('£');
  });
  it('speaks German', () => {
    const figure = make(definition, typical, german)!;
    check(figure, false);
    expect(figure.subtitle).not.toBe(make(definition, typical)?.subtitle);
  });
});

describe('titles', () => {
  it.each([
    [countryMonths, 'Peaks: UK in Nov ’11, Netherlands in Oct ’11, EIRE in Jul ’11'],
    [weekHours, '52% of orders come from 11:00 to 14:00; Thursday is the busiest day'],
    [newRevenue, 'Returning customers brought 88% of revenue in November 2011'],
    [orderCounts, '6 orders or more: 20% of customers, 69% of revenue'],
    [featureHistogram, 'Revenue: the mean is 3.0 times the median'],
    [boxPlot, 'Revenue: half of the customers lie from £307 to £1,662'],
    [segmentBoxPlot, 'Revenue: £3,722 for Champions, £300 for Dormant'],
    [correlation, 'Revenue and Different products rise together (0.82)'],
    [segmentSizeRevenue, 'Champions: 17% of customers, 65% of revenue'],
    [parallelCoordinates, 'Days since last order of Champions: 8 days, of all customers 51 days'],
    [segmentProducts, 'Champions spend most on REGENCY CAKESTAND 3 TIER'],
    [segmentLift, 'Champions buy RABBIT NIGHT LIGHT 4.2 times as often'],
    [segmentBaskets, 'Items per order of Promising: 0.43 times that of all customers'],
  ] as [FigureDefinition<Source>, string][])('say the finding', (definition, title) => {
    expect(make(definition, typical)?.title).toBe(title);
  });
});

describe('choices', () => {
  const choose = (choices: FigureSetting['choices']) => ({ ...setting, choices });
  it('take a feature, and have nothing for one that is not there', () => {
    expect(make(featureHistogram, typical, choose({ feature: 'age' }))?.title).toBe('Distribution of Age');
    expect(make(boxPlot, typical, choose({ feature: 'age' }))?.subtitle).toContain('Age');
    expect(make(featureHistogram, typical, choose({ feature: 'none' }))).toBeNull();
  });
  it('take a scale', () => {
    expect(make(featureHistogram, typical)?.subtitle).toContain('log scale');
    expect(make(featureHistogram, typical, choose({ log: false }))?.subtitle).not.toContain('log scale');
    expect(make(segmentBoxPlot, typical, choose({ log: false }))?.subtitle).not.toContain('log scale');
  });
  it('take a measure', () => {
    expect(make(correlation, typical, choose({ measure: 'pearson' }))?.subtitle).toContain('Pearson');
  });
  it('take a segment', () => {
    expect(make(segmentProducts, typical, choose({ segment: 3 }))?.title).toBe('Dormant spend most on 1');
    expect(make(segmentLift, typical, choose({ segment: 3 }))).toBeNull();
    expect(make(segmentProducts, typical, choose({ segment: 2 }))).toBeNull();
  });
});

it('shows weekdays where the data hold no hours', () => {
  const figure = make(weekHours, { weekHours: { ...given.weekHours, hasHours: false } });
  check(figure!);
  expect(figure?.title).toBe('Thursday is the busiest day: 21% of orders');
  expect(figure?.table.rows).toHaveLength(7);
});

it('keeps every country in the table of months', () => {
  expect(make(countryMonths, typical)?.table.rows).toHaveLength(given.countryMonths.countries.length);
});

it('parts a month into returning, new and unknown to the cent', () => {
  const figure = make(newRevenue, typical);
  figure?.table.rows.forEach((row, at) => {
    const sum = ['returning', 'new', 'unknown'].reduce((total, key) => total + Number(row[key]?.value), 0);
    expect(sum).toBeCloseTo(given.months[at]!.revenue, 2);
  });
});

it('leaves features without a ratio out of the lines but not out of the table', () => {
  const figure = make(parallelCoordinates, typical);
  expect(figure?.note).toContain('Share of returns');
  expect(figure?.table.columns.at(-1)?.label).toBe('Share of returns');
});
