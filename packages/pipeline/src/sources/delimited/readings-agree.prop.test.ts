import { openDuckdb } from '@clientele/engines/duckdb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Workshop } from '../test-support.ts';
import type { Dialect } from './dialect.ts';
import { RowReader } from './parse-rows.ts';
import { RegularityScan } from './regularity-scan.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.create(await openDuckdb());
});
afterAll(() => workshop.close());

const cell = fc.string({
  unit: fc.constantFrom('a', '1', ',', ';', '"', '\n', '\r\n', ' ', 'é', '.', '\\'),
  maxLength: 6,
});
const write = (rows: string[][], delimiter: string, newline: string) =>
  rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter)).join(newline);

it('whatever was written properly comes back, by the engine as by the plain reading', async () => {
  let asItStood = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      async (rows, delimiter, newline) => {
        const text = write([['id', 'name', 'amount'], ...rows], delimiter, newline);
        const { source, rows: found, rejected } = await workshop.open('p.csv', text);
        expect(source.info.delimiter).toBe(delimiter);
        expect(found).toEqual(rows.map((row) => row.map((value) => value || null)));
        expect(source.sample).toEqual(found);
        expect(rejected).toEqual([]);
        if (String(source.relation().values[0]).endsWith('p.csv')) asItStood++;
      },
    ),
    { numRuns: 60 },
  );
  expect(asItStood).toBeGreaterThan(50);
});

it('any text at all gives the same rows from the engine as from the plain reading', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', ' ', '\n', '\r', '\\'), maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(line, async (text) => {
      const { source, rows } = await workshop.open('any.csv', `x${text}`);
      expect(source.sample).toEqual(rows);
    }),
    { numRuns: 150 },
  );
});

it('the scan comes to the same end however the text is cut', () => {
  const dialect: Dialect = { delimiter: ',', quote: '"', escape: '"', newline: 'lf', hasSpacedQuotes: true };
  const line = fc.string({ unit: fc.constantFrom('a', ',', '"', ' ', '\n', '\r'), maxLength: 40 });
  fc.assert(
    fc.property(line, fc.array(fc.nat(40)), (text, cuts) => {
      const result = (parts: string[]) => {
        const scan = new RegularityScan(dialect, 2, false, true);
        scan.begin();
        for (const part of parts) scan.push(Buffer.from(part));
        scan.finish();
        return scan.isRegular ? [scan.rows, scan.filledWidth, scan.hasQuotedNewlines, scan.longestLineBytes] : null;
      };
      const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
      const parts = places.slice(1).map((place, index) => text.slice(places[index], place));
      const whole = result([text]);
      const cut = result(parts);
      // A space before a quote at a cut may be taken for one that leads its cell: then the text is only written anew.
      if (cut !== null || !/ "/.test(text)) expect(cut).toEqual(whole);
    }),
  );
});

it('the plain reading comes to the same rows wherever the text is cut after a line', () => {
  const dialect: Dialect = { delimiter: ',', quote: '"', escape: '"', newline: 'lf', hasSpacedQuotes: true };
  const line = fc.string({ unit: fc.constantFrom('a', ',', '"', ' ', '\n', '\r\n'), maxLength: 40 });
  fc.assert(
    fc.property(line, fc.nat(40), (text, cut) => {
      const whole = new RowReader(dialect).read(text, true);
      const reader = new RowReader(dialect);
      const place = text.indexOf('\n', cut) + 1;
      const first = reader.read(text.slice(0, place), false);
      const rest = reader.read(text.slice(first === null ? 0 : place), true);
      expect([...(first ?? []), ...(rest ?? [])]).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});

it('every line of a plain text keeps its number', () => {
  const line = fc.constantFrom('', 'a,b', '"a\nb",c', ' "a",b', '"a""\r\n",b', 'a');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      let next = 1;
      const expected: number[] = [];
      for (const text of lines) {
        if (text !== '') expected.push(next);
        next += text.split('\n').length;
      }
      const dialect: Dialect = { delimiter: ',', quote: '"', escape: '"', newline: 'lf', hasSpacedQuotes: true };
      const rows = new RowReader(dialect).read(lines.join('\n'), true) ?? [];
      expect(rows.map((row) => row.line)).toEqual(expected);
    }),
  );
});
