import { expect, it } from 'vitest';
import { createFormats } from './create-formats.ts';
import { monthLabels } from './month-labels.ts';

const formats = createFormats({ locale: 'en-GB', currency: null });
const from = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const month = first * 12 + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
const shown = (labels: (string | null)[]) => labels.filter((label) => label !== null);

it('names every month where there is room, the year with the first and each January', () => {
  expect(monthLabels(['2010-12', '2011-01', '2011-02'], 340, formats)).toEqual(['Dec\n’10', 'Jan\n’11', 'Feb']);
});
it('names every third month of two years on little room', () => {
  expect(shown(monthLabels(from(2024, 24), 340, formats))).toEqual([
    'Jan\n’24',
    'Apr',
    'Jul',
    'Oct',
    'Jan\n’25',
    'Apr',
    'Jul',
    'Oct',
  ]);
});
it('names only years of fifteen years', () => {
  expect(shown(monthLabels(from(2009, 180), 340, formats))).toEqual([
    '2010',
    '2012',
    '2014',
    '2016',
    '2018',
    '2020',
    '2022',
  ]);
});
it('copes with one month', () => {
  expect(monthLabels(['2024-03'], 340, formats)).toEqual(['Mar\n’24']);
});
