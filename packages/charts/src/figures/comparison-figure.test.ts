import type { Comparison } from '@clientele/contracts';
import { expect, it } from 'vitest';
import { context } from '../../testing/draw.ts';
import { comparisonFigure } from './comparison-figure.ts';

const side = (name: string, segments: string[]) => ({ id: name, name, method: null, segments });
const comparison: Comparison = {
  first: side('A', ['Champions', 'Dormant']),
  second: side('B', ['Loyal', 'Lost']),
  customers: 100,
  onlyFirst: 0,
  onlySecond: 0,
  table: [
    [45, 5, 0],
    [2, 38, 10],
    [0, 0, 0],
  ],
  adjustedRandIndex: 0.712,
  adjustedMutualInformation: 0.6,
  matches: [
    { first: 0, second: 0, customers: 45, jaccard: 45 / 52 },
    { first: 1, second: 1, customers: 38, jaccard: 38 / 55 },
  ],
  matched: 0.83,
};

it('says how far two segmentations agree', () => {
  expect(comparisonFigure(comparison, context).title).toBe('Both agree on 83% of customers (ARI 0.71)');
  expect(comparisonFigure({ ...comparison, adjustedRandIndex: null }, context).title).toBe(
    'Both agree on 83% of customers',
  );
  expect(comparisonFigure({ ...comparison, customers: 0 }, context).title).toBe('No customer is in both');
});

it('names the row or column of no segment only where somebody is in it', () => {
  const { table } = comparisonFigure(comparison, context);
  expect(table.columns.map(({ label }) => label)).toEqual(['A', 'Customers', 'Loyal', 'Lost', 'No segment']);
  expect(table.rows.map((row) => row.segment?.text)).toEqual(['Champions', 'Dormant']);
  expect(table.rows[1]?.column1?.text).toBe('38 (76.0%)');
});

it('rings the matched pairs and no others', () => {
  const option = comparisonFigure(comparison, context).option?.({ scheme: 'light', width: 600 });
  const [series] = Array.isArray(option?.series) ? option.series : [];
  expect(series).toMatchObject({ type: 'custom' });
  const tooltip = option?.tooltip as { formatter: (params: object) => string };
  expect(tooltip.formatter({ dataIndex: 0, seriesIndex: 0 })).toContain('Matched');
  expect(tooltip.formatter({ dataIndex: 1, seriesIndex: 0 })).not.toContain('Matched');
});
