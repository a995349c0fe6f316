import type { CustomerRow } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { customerTable } from '../run/testing/tables.ts';
import { textCell } from './csv-cell.ts';
import { customerRows } from './customer-rows.ts';
import { customersCsv } from './customers-csv.ts';
import type { SegmentColumns } from './segment-columns.ts';

const segments: SegmentColumns = {
  names: ['Champions', 'Dormant, lower revenue'],
  grades: ['stable', 'doubtful'],
  confidenceOf: ({ balance }, segment) => (balance === -5 && segment === 0 ? 0.87654321 : 0.5),
};

const read = async (rows: Iterable<CustomerRow>, features: { id: string; unit: 'number' | 'category' }[]) => {
  const chunks: string[] = [];
  for await (const chunk of customersCsv({ rows, features, segments })) {
    chunks.push(chunk);
  }
  return chunks;
};

describe('textCell', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['+44', "'+44"],
    ['-5', "'-5"],
    ['@me', "'@me"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['', ''],
  ])('%j', (text, cell) => expect(textCell(text)).toBe(cell));
});

describe('customersCsv', () => {
  it('has customer, country, features, segment and its name', async () => {
    const rows: CustomerRow[] = [
      { id: '1', country: 'Malta', segment: 0, features: { balance: -5, kind: '-5' } },
      { id: '=2', country: null, segment: 1, features: { balance: 1e-7, kind: null } },
      { id: '3', country: 'Bonaire, Saba', segment: null, features: { balance: null } },
    ];
    const features = [
      { id: 'balance', unit: 'number' },
      { id: 'kind', unit: 'category' },
    ] as const;
    expect((await read(rows, [...features])).join('')).toBe(
      [
        'customer,country,balance,kind,segment,segment_name,segment_confidence,segment_stability',
        "1,Malta,-5,'-5,0,Champions,0.8765,stable",
        '\'=2,,1e-7,,1,"Dormant, lower revenue",0.5,doubtful',
        '3,"Bonaire, Saba",,,,,,',
        '',
      ].join('\r\n'),
    );
  });

  it('comes in pieces, and takes rows that arrive one by one', async () => {
    const many = Array.from(
      { length: 5000 },
      (_, i): CustomerRow => ({ id: `customer ${i}`, country: 'United Kingdom', segment: 0, features: {} }),
    );
    const chunks = await read(many, []);
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.join('').split('\r\n')).toHaveLength(5002);
    const slow = async function* () {
      yield* many.slice(0, 2);
    };
    const arrived: string[] = [];
    for await (const chunk of customersCsv({ rows: slow(), features: [], segments })) arrived.push(chunk);
    expect(arrived.join('').split('\r\n')).toHaveLength(4);
  });

  it('takes its rows from a feature table', () => {
    const table = customerTable({ x: [1, Number.NaN], g: ['a', null] });
    expect([...customerRows(table, Int32Array.of(1, -1))]).toEqual([
      { id: 'c1', country: null, segment: 1, features: { x: 1, g: 'a' } },
      { id: 'c2', country: null, segment: null, features: { x: null, g: null } },
    ]);
  });
});
