import { describe, expect, it } from 'vitest';
import { context, tooltipOf } from '../../testing/draw.ts';
import * as given from '../../testing/fixtures.ts';
import { categoryFigure } from './category-figure.ts';
import { countriesFigure } from './countries-figure.ts';
import { customerOrdersFigure } from './customer-orders-figure.ts';
import { featureScatterFigure } from './feature-scatter-figure.ts';
import { ledgerFigure } from './ledger-figure.ts';
import { monthlyRevenueFigure } from './monthly-revenue-figure.ts';
import { profileHeatmapFigure } from './profile-heatmap-figure.ts';
import { projectionFigure } from './projection-figure.ts';
import { qualityOverKFigure } from './quality-over-k-figure.ts';
import { returningFigure } from './returning-figure.ts';
import { segmentDistancesFigure } from './segment-distances-figure.ts';
import { segmentSharesFigure } from './segment-shares-figure.ts';
import { topCustomersFigure } from './top-customers-figure.ts';

const valuesOf = (figure: { table: { rows: Record<string, { value: unknown }>[] } }, key: string) =>
  figure.table.rows.map((row) => row[key]?.value);

describe('monthly revenue of Online Retail', () => {
  const figure = monthlyRevenueFigure(given.months, context);
  it('names the peak and how far it is above the median month', () => {
    expect(figure.title).toBe('November 2011 peaks £539k above the median');
    expect(figure.subtitle).toBe('£ thousand a month; band: usual range, median ± 3 MAD');
  });
  it('holds the same numbers in its table, and says which month is not finished', () => {
    expect(valuesOf(figure, 'value')).toEqual(given.months.map(({ revenue }) => revenue));
    expect(figure.table.rows[12]?.note?.text).toBe('Unfinished: 9 days of 31');
    expect(figure.table.rows[11]?.note?.text).toBe('£539k above the median month');
    expect(figure.table.rows[0]?.note?.text).toBe('');
  });
  it('names the measure where nothing stands out', () => {
    expect(monthlyRevenueFigure(given.withUsual(given.months.slice(0, 9)), context).title).toBe('Monthly revenue');
    expect(monthlyRevenueFigure(given.withUsual(given.months.slice(0, 3)), context).subtitle).toBe(
      '£ thousand a month',
    );
  });
});

describe('returning customers', () => {
  const { orderCounts } = given;
  const money = orderCounts.reduce((sum, { revenue }) => sum + revenue, 0);
  const kpis = { ...given.kpis, revenue: money };
  it('speaks of revenue', () => {
    const figure = returningFigure({ kpis, orderCounts }, context);
    const once = orderCounts[0]?.revenue ?? 0;
    expect(figure.title).toBe(`Repeat buyers bring ${Math.round((1 - once / money) * 100)}% of revenue`);
    expect(valuesOf(figure, 'returning').slice(0, 3)).toEqual([20, 96, money - once]);
    const bins = figure.table.rows.slice(3);
    expect(
      bins.reduce((sum, { returning, oneTime }) => sum + Number(returning?.value) + Number(oneTime?.value), 0),
    ).toBe(24);
  });
  it('speaks of customers where nothing is known of the orders', () => {
    const figure = returningFigure({ kpis, orderCounts: [] }, context);
    expect(figure.title).toBe('83% of customers came back');
    expect(figure.table.rows).toHaveLength(2);
  });
});

describe('top customers', () => {
  const customers = Array.from({ length: 10 }, (_, at) => ({
    id: `${at}`,
    country: 'UK',
    orders: 1,
    revenue: 17,
    segment: at % 2,
  }));
  it('counts in words', () => {
    expect(topCustomersFigure({ customers, revenue: 1000 }, context).title).toBe('Ten customers bring 17% of revenue');
    expect(topCustomersFigure({ customers: customers.slice(0, 1), revenue: 170 }, context).title).toBe(
      'One customer brings 10% of revenue',
    );
  });
  it('claims nothing where the total cannot be right', () => {
    expect(topCustomersFigure({ customers, revenue: 100 }, context).title).toBe('Top customers');
    expect(topCustomersFigure({ customers, revenue: 0 }, context).title).toBe('Top customers');
  });
  it('names segments', () =>
    expect(valuesOf(topCustomersFigure({ customers, revenue: 1000 }, context), 'segment').slice(0, 2)).toEqual([
      'Champions',
      'Regulars',
    ]));
});

describe('countries', () => {
  it('names the first two, largest first', () => {
    const figure = countriesFigure(given.countries, context);
    expect(figure.title).toBe('The United Kingdom brings 82% of revenue, France 12%');
    expect(valuesOf(figure, 'country')).toEqual(['United Kingdom', 'France', 'Netherlands', 'EIRE']);
    expect(valuesOf(figure, 'share')).toEqual([0.82, 0.118, 0.032, 0.03]);
  });
  it('counts customers where there is no revenue', () => {
    const figure = countriesFigure(
      [
        { name: 'France', customers: 3, orders: 0, revenue: 0 },
        { name: 'Spain', customers: 1, orders: 0, revenue: 0 },
      ],
      context,
    );
    expect(figure.title).toBe('France has 75% of customers, Spain 25%');
    expect(figure.table.columns.map(({ key }) => key)).toEqual(['country', 'customers', 'share']);
  });
  it('claims no shares of a sum with negative parts', () => {
    const figure = countriesFigure(
      [
        { name: 'A', customers: 1, orders: 1, revenue: 5 },
        { name: 'B', customers: 1, orders: 1, revenue: -2 },
      ],
      context,
    );
    expect(figure.title).toBe('Countries');
  });
});

describe('points', () => {
  const input = { points: given.pointsOf(4), x: given.recency, y: given.monetary };
  it('says what separates the segments', () => {
    expect(featureScatterFigure(input, context).title).toBe('Days since last order and revenue separate four segments');
    expect(featureScatterFigure({ ...input, x: given.frequency }, context).title).toBe(
      'Revenue separates four segments',
    );
    expect(featureScatterFigure({ ...input, x: given.frequency, y: given.frequency }, context).title).toBe(
      'Orders and orders',
    );
  });
  it('says so where not all are drawn', () => {
    const { subtitle } = featureScatterFigure({ ...input, points: { ...input.points, total: 9000 } }, context);
    expect(subtitle).toContain('24 of 9,000 customers, chosen evenly');
  });
  it('keeps the raw values in the table', () => {
    expect(valuesOf(featureScatterFigure(input, context), 'x')).toEqual(input.points.features.recency);
  });
  it('names the components that part the segments', () => {
    const figure = projectionFigure(given.projectionOf(given.pointsOf(3)), context);
    expect(figure.title).toBe('The first component parts the three segments');
    expect(figure.subtitle).toBe('First two principal components: 75.1% and 18.8% of variance');
    expect(projectionFigure(given.projectionOf(given.pointsOf(1)), context).title).toBe(
      'Two components hold 94% of the variance',
    );
  });
});

it('says where a measure of quality is best', () => {
  const title = (measure: 'silhouette' | 'inertia' | 'daviesBouldin', picked?: number) =>
    qualityOverKFigure({ choice: given.choice, measure, picked }, context).title;
  expect(title('silhouette')).toBe('Silhouette: 0.336 at k = 4, best at 2');
  expect(title('silhouette', 2)).toBe('Silhouette is best at k = 2');
  expect(title('daviesBouldin', 3)).toBe('Davies–Bouldin index: 1.047 at k = 3, best at 2');
  expect(title('inertia')).toBe('Inertia');
});

describe('the ledger', () => {
  const figure = ledgerFigure({ ledger: given.ledger, source: 'online_retail.csv' }, context);
  it('says what went and what stays, and closes', () => {
    expect(figure.title).toBe('Three rules remove 144,025 lines; 397,884 stay');
    expect(figure.balance).toEqual({
      balances: true,
      text: 'Balances to the line and the cent: 541,909 read = 397,884 kept + 144,025 removed.',
    });
  });
  it('carries the bars: each begins where the next one ends', () => {
    const [read, first, second, third, off, kept] = figure.rows;
    expect([read?.from, read?.to]).toEqual([0, 1]);
    expect(first?.to).toBe(1);
    expect(second?.to).toBe(first?.from);
    expect(third?.to).toBe(second?.from);
    expect(off?.to).toBe(third?.from);
    expect(kept?.to).toBe(third?.from);
    expect(off).toMatchObject({ kind: 'off', left: '(392,692)', lines: '(−5,192)', revenue: '(−24,199.01)' });
    expect(second).toMatchObject({ left: '397,924', lines: '−8,905', customers: '−33', revenue: '+611,342.09' });
  });
  it('says so where it does not close', () => {
    const broken = { ...given.ledger, kept: { ...given.ledger.kept, rows: 1 } };
    expect(ledgerFigure({ ledger: broken }, context).balance).toEqual({
      balances: false,
      text: 'Does not balance: 541,909 read ≠ 1 kept + 144,025 removed. Do not rely on these numbers.',
    });
  });
});

it('names the segment that outruns its size', () => {
  const segments = [
    { id: 0, customers: 17, revenue: 65 },
    { id: 1, customers: 83, revenue: 35 },
  ];
  expect(segmentSharesFigure(segments, context).title).toBe('Champions: 17% of customers, 65% of revenue');
  expect(
    segmentSharesFigure(
      [
        { id: 0, customers: 50, revenue: 55 },
        { id: 1, customers: 50, revenue: 45 },
      ],
      context,
    ).title,
  ).toBe('Size of the segments');
});

it('names the feature furthest above the mean', () => {
  const features = [given.recency, given.monetary];
  const statistics = given.statisticsOf(
    [
      [0, 12, 8035],
      [1, 185, 349],
      [null, 93, 2054],
    ],
    features,
  );
  expect(profileHeatmapFigure({ statistics, features }, context).title).toBe(
    'Revenue of Champions: 3.91 times the mean',
  );
  expect(
    profileHeatmapFigure(
      {
        statistics: given.statisticsOf(
          [
            [0, 90, 2000],
            [null, 93, 2054],
          ],
          features,
        ),
        features,
      },
      context,
    ).title,
  ).toBe('Profile of the segments');
});

describe('one customer', () => {
  const { customer } = given;
  it('speaks of silence only past the due date', () => {
    expect(customerOrdersFigure({ customer, asOf: '2012-03-10' }, context).title).toBe(
      'Four orders, then silence since October 2011',
    );
    expect(customerOrdersFigure({ customer, asOf: '2011-10-10' }, context).title).toBe(
      'Four orders, the last in October 2011',
    );
    expect(
      customerOrdersFigure(
        { customer: { ...customer, orders: customer.orders.slice(0, 1) }, asOf: '2012-03-10' },
        context,
      ).title,
    ).toBe('One order, in January 2011');
  });
  it('says how close the segments are', () => {
    expect(segmentDistancesFigure(given.prediction, context).title).toBe('Why Regulars: a close call with Champions');
    const clear = {
      ...given.prediction,
      confidence: 0.95,
      runnerUp: { segment: 0, name: 'Champions', confidence: 0.05 },
    };
    expect(segmentDistancesFigure(clear, context).title).toBe('Why Regulars: clearly the nearest centre');
  });
});

it('says which value leads', () => {
  const values = [
    { value: 'Male', customers: 44 },
    { value: 'Female', customers: 56 },
  ];
  expect(categoryFigure({ category: { feature: 'gender', values } }, context).title).toBe('gender: 56% are Female');
  expect(
    categoryFigure(
      {
        category: {
          feature: 'gender',
          values: [
            { value: 'Male', customers: 5 },
            { value: 'Female', customers: 5 },
          ],
        },
      },
      context,
    ).title,
  ).toBe('gender');
});

describe('names of features in a sentence', () => {
  const age = { id: 'Age', label: 'Age', unit: 'number' as const };
  const income = { id: 'Annual Income (k$)', label: 'Annual Income (k$)', unit: 'number' as const };
  const points = {
    ...given.emptyPoints,
    ids: ['a', 'b'],
    segments: [-1, -1],
    features: { Age: [20, 30], 'Annual Income (k$)': [15, 40], recency: [1, 2], monetary: [3, 4] },
    shown: 2,
    total: 2,
  };
  it('leave a column as the file calls it, and begin our own small', () => {
    expect(featureScatterFigure({ points, x: age, y: income }, context).title).toBe('Age and Annual Income (k$)');
    expect(featureScatterFigure({ points, x: given.recency, y: given.monetary }, context).title).toBe(
      'Days since last order and revenue',
    );
  });
  it('are not repeated under the title', () => {
    const { subtitle } = featureScatterFigure({ points, x: age, y: income }, context);
    expect(subtitle).toBe('One dot a customer; linear scales');
  });
});

describe('the usual range of months', () => {
  it('is drawn only where it is narrower than the plot', () => {
    const wide = given.withUsual(
      given.months.map((month, index) => ({ ...month, revenue: 100 + 1000 * (index % 5), days: month.daysInMonth })),
    );
    const figure = monthlyRevenueFigure(wide, context);
    expect(figure.subtitle).toContain('dashed: median month');
    expect(JSON.stringify(figure.option?.({ scheme: 'light', width: 388 }))).not.toContain('markArea');
    expect(monthlyRevenueFigure(given.months, context).subtitle).toContain('band: usual range');
  });
  it('follows the months where each has its own', () => {
    const figure = monthlyRevenueFigure(given.seasonalMonths, context);
    expect(figure.title).toBe('March 2012 is £270k above what was to be expected');
    expect(figure.subtitle).toBe('£ thousand a month; band: usual range; dashed: expected');
    expect(figure.table.rows[26]?.note?.text).toBe('£270k above what was to be expected');
    expect(figure.table.rows.filter(({ note }) => note?.text !== '')).toHaveLength(1);
    expect(valuesOf(figure, 'expected')).toEqual(given.seasonalMonths.map(({ usual }) => usual.revenue?.expected));
    const drawing = JSON.stringify(figure.option?.({ scheme: 'light', width: 388 }));
    expect(drawing).toContain('"stack":"band"');
    expect(drawing).not.toContain('markLine');
    expect(tooltipOf(figure, 26)).toContain('Usual range');
    const peak = given.seasonalMonths.map((month, at) => (at === 26 ? { ...month, revenue: 1_000_000 } : month));
    expect(monthlyRevenueFigure(peak, context).title).toBe('March 2012 peaks £470k above what was to be expected');
  });
  it('is in the table and the tooltip where it is the same for all', () => {
    const figure = monthlyRevenueFigure(given.months, context);
    expect(figure.table.rows[0]?.expected?.text).toBe('£622,718');
    expect(figure.table.rows[12]?.expected?.text).toBe('–');
    expect(tooltipOf(figure, 0)).toContain('Median month');
    expect(tooltipOf(figure, 12)).not.toContain('Median month');
  });
});
