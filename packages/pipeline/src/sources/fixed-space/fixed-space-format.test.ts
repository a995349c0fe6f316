import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Workshop } from '../test-support.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.create(await openDuckdb());
});
afterAll(() => workshop.close());

it('reads columns set apart by spaces, without headings', async () => {
  const text =
    ' 00004 0001 19970101  2   29.33\r\n 00004 0001 19970118  2   29.73\r\n 00021 0002 19970101 13   63.34\r\n';
  const { source, rows } = await workshop.open('orders.txt', text);
  expect(source.info).toMatchObject({ format: 'fixed-space', delimiter: ' ', hasHeader: false });
  expect(source.columns).toEqual(['column_1', 'column_2', 'column_3', 'column_4', 'column_5']);
  expect(rows).toEqual([
    ['00004', '0001', '19970101', '2', '29.33'],
    ['00004', '0001', '19970118', '2', '29.73'],
    ['00021', '0002', '19970101', '13', '63.34'],
  ]);
  expect(source.sample).toEqual(rows);
});

it('reads headings and counts ragged lines', async () => {
  const lines = Array.from({ length: 40 }, (_, index) => `${index}   ${index * 2}.50`);
  lines[30] = '1 2 3';
  const { source, rows, rejected } = await workshop.open('x.txt', `customer  amount\n${lines.join('\n')}`);
  expect(source.columns).toEqual(['customer', 'amount']);
  expect(rows.length).toBe(39);
  expect(rejected).toMatchObject([{ code: 'ragged-lines', count: 1, line: 32 }]);
});

it('leaves sentences and comma-separated lines with spaces to others', async () => {
  expect((await workshop.open('a.txt', 'remark\nvery  good\nbad\n')).source.info.format).toBe('csv');
  expect((await workshop.open('b.txt', '1,  2\n3,  4\n')).source.info.delimiter).toBe(',');
});
