import { describe, expect, it } from 'vitest';
import type { FigureTable } from '../figure.ts';
import { figureCsv } from './figure-csv.ts';

const tableOf = (...values: (string | number | null)[]): FigureTable => ({
  columns: [{ key: 'a', label: 'A', align: 'left' }],
  rows: values.map((value) => ({ a: { text: 'as read', value } })),
});

describe('figureCsv', () => {
  it('writes values, not texts, in lines that end in CRLF', () => {
    expect(figureCsv(tableOf('x', 1.5))).toBe('A\r\nx\r\n1.5\r\n');
  });
  it('quotes commas, quotes and line ends', () => {
    expect(figureCsv(tableOf('a,b', 'say "so"', 'two\nlines'))).toBe('A\r\n"a,b"\r\n"say ""so"""\r\n"two\nlines"\r\n');
  });
  it('makes formulas harmless in text and leaves numbers alone', () => {
    expect(figureCsv(tableOf('=1+1', '+x', '-x', '@x', -5, '=a,b'))).toBe(
      `A\r\n'=1+1\r\n'+x\r\n'-x\r\n'@x\r\n-5\r\n"'=a,b"\r\n`,
    );
  });
  it('leaves nothing empty', () => expect(figureCsv(tableOf(null, Number.NaN))).toBe('A\r\n\r\n\r\n'));
  it('writes the columns in their order and makes harmless heads', () => {
    const table: FigureTable = {
      columns: [
        { key: 'b', label: '=B', align: 'left' },
        { key: 'a', label: 'A', align: 'right' },
      ],
      rows: [{ a: { text: '1', value: 1 }, b: { text: '2', value: 2 } }],
    };
    expect(figureCsv(table)).toBe("'=B,A\r\n2,1\r\n");
  });
});
