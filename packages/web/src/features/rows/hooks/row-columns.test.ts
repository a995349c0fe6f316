import { createFormats } from '@clientele/charts';
import type { RowColumn } from '@clientele/contracts';
import { createText, en } from '@clientele/texts';
import { expect, it } from 'vitest';
import { cellText, conditionText, namedColumns } from './row-columns.ts';

const formats = createFormats({ locale: 'en-GB', currency: 'GBP' });
const text = createText({ ...en, 'rows.column.time': 'When' }, 'en-GB');
const column = (id: string, type: RowColumn['type']): RowColumn => ({ id, label: `the ${id}`, type });

it('writes cells with all they hold', () => {
  expect(cellText(null, column('a', 'text'), formats)).toBe('\u2013');
  expect(cellText(1234.5, column('amount', 'money'), formats)).toBe('£1,234.50');
  expect(cellText(1234.125, column('a', 'number'), formats)).toBe('1,234.125');
  expect(cellText(-3, column('a', 'number'), formats)).toBe('\u22123');
  expect(cellText(1 / 3, column('a', 'number'), formats)).toBe('0.333333');
  expect(cellText('2011-12-09T12:50:00', column('time', 'time'), formats)).toBe('9 Dec 2011, 12:50');
});

it('names the columns of every table, and leaves names that customers brought', () => {
  const columns = [column('customer', 'text'), column('time', 'number'), column('__proto__', 'text')];
  const labels = (kind: 'orders' | 'customers') => namedColumns(columns, kind, text).map(({ label }) => label);
  expect(labels('orders')).toEqual(['Customer', 'When', 'the __proto__']);
  expect(labels('customers')).toEqual(['Customer', 'the time', 'the __proto__']);
});

it('says conditions in words', () => {
  const columns = [column('amount', 'money'), column('time', 'time'), column('country', 'text')];
  const say = (id: string, test: 'contains' | 'least' | 'most', value: string) =>
    conditionText({ column: id, test, value }, columns, formats, text);
  expect(say('amount', 'least', '20')).toBe('the amount from £20.00');
  expect(say('time', 'most', '2011-12-09')).toBe('the time to 9 Dec 2011');
  expect(say('country', 'contains', 'uni')).toBe('the country contains “uni”');
  expect(say('gone', 'least', 'x')).toBe('gone from x');
});
