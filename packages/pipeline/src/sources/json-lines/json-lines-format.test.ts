import { gzipSync } from 'node:zlib';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workshop } from '../test-support.ts';
import { ValueSplitter } from './split-values.ts';

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

  it('keeps the digits of long numbers and hostile names', async () => {
    const { source, rows } = await workshop.open(
      'x.jsonl',
      '{"__proto__":12345678901234567890,"a\\"; drop":"12345678901234567890 x","n":[12345678901234567890]}\n',
    );
    expect(source.columns).toEqual(['__proto__', 'a"; drop', 'n']);
    expect(rows).toEqual([['12345678901234567890', '12345678901234567890 x', '["12345678901234567890"]']]);
  });
});

describe('the splitter', () => {
  it('finds the same values wherever the text is cut', () => {
    const text = '[ {"a":"}\\"]"},\n {"b":[1,{"c":2}]}, "x", 3 ]';
    const whole: [string, number][] = [];
    new ValueSplitter((value, line) => whole.push([value, line])).push(text);
    expect(whole).toEqual([
      ['{"a":"}\\"]"}', 1],
      ['{"b":[1,{"c":2}]}', 2],
      ['"x"', 2],
      ['3', 2],
    ]);
    for (let cut = 0; cut <= text.length; cut++) {
      const parts: [string, number][] = [];
      const splitter = new ValueSplitter((value, line) => parts.push([value, line]));
      splitter.push(text.slice(0, cut));
      splitter.push(text.slice(cut));
      expect(splitter.end()).toBe(false);
      expect(parts).toEqual(whole);
    }
  });
});
