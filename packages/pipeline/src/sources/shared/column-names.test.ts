import { expect, it } from 'vitest';
import { columnNames, numberedColumns } from './column-names.ts';

it('trims, numbers nameless columns and makes names unique without taking one that is there', () => {
  expect(columnNames([' a ', null, 'a', 'a_2', '', 'column_2', 'x\n y', '\ufeffb\u00a0'])).toEqual([
    'a',
    'column_2_2',
    'a_3',
    'a_2',
    'column_5',
    'column_2',
    'x y',
    'b',
  ]);
  expect(numberedColumns(3)).toEqual(['column_1', 'column_2', 'column_3']);
});

it('takes no longer for many equal names than for others', () => {
  const names = columnNames(new Array(20_000).fill('same'));
  expect([new Set(names).size, names[19_999]]).toEqual([20_000, 'same_20000']);
});
