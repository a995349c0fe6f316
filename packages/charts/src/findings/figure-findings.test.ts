import { describe, expect, it } from 'vitest';
import { ageSummary, revenueSummary, segmentBaskets, segmentStatistics } from '../../testing/view-fixtures.ts';
import { endLabelPlaces } from '../theme/end-labels.ts';
import { rampColor } from '../theme/ramp-color.ts';
import { tokens } from '../theme/tokens.ts';
import { basketFinding } from './basket-finding.ts';
import { busiestDay, busiestHours } from './busiest-hours.ts';
import { medianRatio, tellingRatio } from './median-ratio.ts';
import { peaks } from './peaks-finding.ts';
import { revenueLead } from './revenue-lead.ts';
import { leaning, skewFinding } from './skew-finding.ts';
import { pairsOf } from './strongest-pair.ts';
import { topTail } from './top-tail.ts';

const hoursOf = (counts: Record<number, number>) => Array.from({ length: 24 }, (_, hour) => counts[hour] ?? 0);

describe('the busiest hours', () => {
  it('are the shortest span with half of the orders', () => {
    expect(busiestHours(hoursOf({ 9: 10, 10: 30, 11: 25, 15: 35 }))).toEqual({ from: 10, to: 12, share: 0.55 });
  });
  it('go over midnight', () => {
    expect(busiestHours(hoursOf({ 23: 30, 0: 30, 12: 40 }))).toEqual({ from: 23, to: 1, share: 0.6 });
  });
  it('are none where orders are spread evenly or few', () => {
    expect(busiestHours(Array(24).fill(10))).toBeNull();
    expect(busiestHours(hoursOf({ 9: 19 }))).toBeNull();
  });
  it('have a day of their own from 1.2 times its part on', () => {
    expect(busiestDay([24, 16, 20, 20, 20, 20, 20])).toBe(0);
    expect(busiestDay([23, 17, 20, 20, 20, 20, 20])).toBeNull();
    expect(busiestDay([50, 50, 0, 0, 0, 0, 0])).toBeNull();
  });
});

it('finds peaks from 1.5 times the own median month on', () => {
  const months = ['01', '02', '03', '04', '05', '06'].map((month) => `2011-${month}`);
  const of = (...revenue: number[]) => peaks({ months, countries: [{ name: 'A', revenue }] });
  expect(of(2, 2, 2, 3, 2, 2)).toEqual([{ name: 'A', month: '2011-04' }]);
  expect(of(2, 2, 2, 2.9, 2, 2)).toEqual([]);
  expect(of(0, 0, 0, 3, 0, 0)).toEqual([]);
  expect(peaks({ months: months.slice(1), countries: [{ name: 'A', revenue: [1, 1, 9, 1, 1] }] })).toEqual([]);
});

it('finds the tail that leads most', () => {
  const bins = [
    { customers: 50, revenue: 10 },
    { customers: 30, revenue: 20 },
    { customers: 20, revenue: 70 },
  ];
  expect(topTail(bins)).toMatchObject({ from: 2, customers: 0.2, revenue: 0.7 });
  expect(topTail(bins.map((bin) => ({ ...bin, revenue: bin.customers })))).toBeNull();
  expect(topTail([{ customers: 1, revenue: -1 }])).toBeNull();
});

it('says how far a tail pulls the mean', () => {
  expect(skewFinding(revenueSummary)).toMatchObject({ larger: 'mean' });
  expect(skewFinding({ ...revenueSummary, mean: 1, median: 3, skewness: -2 })).toEqual({ larger: 'median', times: 3 });
  expect(skewFinding(ageSummary)).toBeNull();
  expect([0.6, 0.5, -0.5, -0.6].map(leaning)).toEqual(['high', 'even', 'even', 'low']);
});

it('puts pairs in order of strength, either way', () => {
  const matrix = [
    [1, 0.2, -0.9],
    [0.2, 1, null],
    [-0.9, null, 1],
  ];
  expect(pairsOf(matrix)).toEqual([
    { first: 0, second: 2, value: -0.9 },
    { first: 0, second: 1, value: 0.2 },
  ]);
});

describe('medians against all customers', () => {
  const all = segmentStatistics.at(-1);
  it('are a ratio where there is one', () => {
    expect(medianRatio(segmentStatistics[0], all, 'frequency')).toBe(5);
    expect(medianRatio(segmentStatistics[0], all, 'returnShare')).toBeNull();
    expect(medianRatio(undefined, all, 'frequency')).toBeNull();
  });
  it('tell the one furthest away', () => {
    expect(tellingRatio(segmentStatistics, ['frequency', 'monetary'])).toMatchObject({
      segment: 0,
      feature: 'monetary',
    });
    expect(tellingRatio(segmentStatistics, ['itemsPerOrder'])).toMatchObject({ feature: 'itemsPerOrder', segment: 0 });
    expect(tellingRatio(segmentStatistics, [])).toBeNull();
  });
});

it('finds the segment whose revenue outruns its size', () => {
  const row = (name: string, customers: number, revenue: number | null) => ({ name, customers, revenue });
  expect(revenueLead([row('a', 0.2, 0.3), row('b', 0.1, 0.4)])?.name).toBe('b');
  expect(revenueLead([row('a', 0.2, 0.29), row('b', 0.1, null)])).toBeNull();
});

it('finds the basket furthest from that of all', () => {
  expect(basketFinding(segmentBaskets)).toMatchObject({ segment: 2, measure: 'itemsPerOrder' });
  expect(basketFinding(segmentBaskets.map((basket) => ({ ...basket, orders: 19 })))).toBeNull();
  expect(basketFinding(segmentBaskets.slice(0, 4))).toBeNull();
});

describe('labels at the ends of lines', () => {
  it('stand apart, in order, inside the plot', () => {
    expect(endLabelPlaces([50, 50, 10], 15, 100)).toEqual([50, 65, 10]);
    expect(endLabelPlaces([99, 100], 15, 100)).toEqual([85, 100]);
    const many = endLabelPlaces(Array(20).fill(50), 15, 100);
    expect(Math.min(...many)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...many)).toBeLessThanOrEqual(100);
  });
});

it('keeps colours inside the ramp', () => {
  const { ramp } = tokens.light;
  expect([-1, 0, 0.99, 1, 7].map((share) => rampColor(share, 'light'))).toEqual([
    ramp[0],
    ramp[0],
    ramp[6],
    ramp[6],
    ramp[6],
  ]);
});
