import { gzipSync } from 'node:zlib';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workshop } from '../test-support.ts';
import { valueReader } from './read-values.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.create(await openDuckdb());
});
afterAll(() => workshop.close());

describe('JSON lines', () => {
  const objects = [
    { id: 1, name: 'a "b", c\nd', price: 2.5, tags: ['x', 'y'] },
    { id: 2, late: true, name: '', price: null },
    { id: 3, more: { deep: 1 } },
  ];
  const expected = [
    ['1', 'a "b", c\nd', '2.5', '["x","y"]', null, null],
    ['2', null, null, null, 'true', null],
    ['3', null, null, null, null, '{"deep":1}'],
  ];

  it.each([
    ['one a line', objects.map((object) => JSON.stringify(object)).join('\n')],
    ['with CRLF and blank lines', `${objects.map((object) => JSON.stringify(object)).join('\r\n\r\n')}\r\n`],
    ['an array', JSON.stringify(objects)],
    ['an array over many lines', JSON.stringify(objects, null, 2)],
    ['one after the other', objects.map((object) => JSON.stringify(object, null, 1)).join('')],
  ])('%s', async (_, text) => {
    for (const content of [text, gzipSync(text)]) {
      const { source, rows } = await workshop.open('x.dat', content);
      expect(source.info).toMatchObject({ format: 'json-lines', delimiter: null });
      expect(source.columns).toEqual(['id', 'name', 'price', 'tags', 'late', 'more']);
      expect(rows).toEqual(expected);
      expect(source.sample).toEqual(expected);
    }
  });

  it('reads an array and an object on one long line', async () => {
    const many = Array.from({ length: 30_000 }, (_, id) => ({ id, text: 'x'.repeat(40) }));
    expect((await workshop.open('x.json', JSON.stringify(many))).rows.length).toBe(30_000);
    const long = { id: 1, text: 'x'.repeat(2_000_000) };
    const { rows } = await workshop.open('x.jsonl', `${JSON.stringify(long)}\n{"id":2}\n`);
    expect(rows.map(([id, text]) => [id, String(text ?? '').length])).toEqual([
      ['1', 2_000_000],
      ['2', 0],
    ]);
  });

  it('keeps the digits of long numbers and hostile names', async () => {
    const { source, rows } = await workshop.open(
      'x.jsonl',
      '{"__proto__":12345678901234567890,"a\\"; drop":"12345678901234567890 x","n":[12345678901234567890]}\n',
    );
    expect(source.columns).toEqual(['__proto__', 'a"; drop', 'n']);
    expect(rows).toEqual([['12345678901234567890', '12345678901234567890 x', '["12345678901234567890"]']]);
  });
});

describe('values', () => {
  it.each([
    ['of an array', '[ {"a":"}\\"]é"},\n {"b":[1,{"c":2}]}, "x", 3 ]\n'],
    ['one a line', '{"a":"}\\"]é"}\n{"b":[1,{"c":2}]}\r\n"x"\n\n3'],
    ['one after the other', '{"a":\n"}\\"]é"}{"b":[1,{"c":2}]}\n "x"\n3'],
  ])('%s are the same wherever the text is cut', (_, text) => {
    const bytes = Buffer.from(text);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const values: unknown[] = [];
      const reader = valueReader(text, (value) => values.push(value));
      reader.push(bytes.subarray(0, cut));
      reader.push(bytes.subarray(cut));
      reader.end();
      expect(values).toEqual([{ a: '}"]é' }, { b: [1, { c: 2 }] }, 'x', 3]);
    }
  });

  it('keep the digits of long numbers and know their line in an array too', () => {
    const found: [unknown, number][] = [];
    const text = '[\n{"a":12345678901234567890,\n"b":[0.1234567890123456789]},\n1.50]';
    valueReader(text, (value, line) => found.push([value, line])).push(Buffer.from(text));
    expect(found).toEqual([
      [{ a: '12345678901234567890', b: ['0.1234567890123456789'] }, 3],
      [1.5, 4],
    ]);
  });
});
