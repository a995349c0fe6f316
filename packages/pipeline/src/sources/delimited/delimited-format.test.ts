import { gzipSync } from 'node:zlib';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workshop } from '../test-support.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.create(await openDuckdb());
});
afterAll(() => workshop.close());

const table = [
  ['1', 'Ann', '10'],
  ['2', 'Bob', '20'],
];

describe('delimiters', () => {
  it.each([',', ';', '\t', '|', ':', '^', '~', '\u0001'])('%j', async (delimiter) => {
    const text = [['id', 'name', 'amount'], ...table].map((row) => row.join(delimiter)).join('\n');
    const { source, rows } = await workshop.open('d.csv', text);
    expect(source.info).toMatchObject({ format: 'csv', delimiter, hasHeader: true, encoding: 'utf-8' });
    expect(source.columns).toEqual(['id', 'name', 'amount']);
    expect(rows).toEqual(table);
    expect(source.sample).toEqual(table);
  });

  it('reads decimal commas between semicolons', async () => {
    const { source, rows } = await workshop.open('d.csv', '1,5;2,5\n3,25;4,75\n5,0;6,0\n');
    expect(source.info).toMatchObject({ delimiter: ';', hasHeader: false });
    expect(source.columns).toEqual(['column_1', 'column_2']);
    expect(rows).toEqual([
      ['1,5', '2,5'],
      ['3,25', '4,75'],
      ['5,0', '6,0'],
    ]);
  });

  it('is not misled by delimiters inside quotes', async () => {
    const { source, rows } = await workshop.open('d.csv', 'id;place\n1;"Rome, Italy"\n2;"Oslo; Norway"\n');
    expect(source.info.delimiter).toBe(';');
    expect(rows).toEqual([
      ['1', 'Rome, Italy'],
      ['2', 'Oslo; Norway'],
    ]);
  });

  it('reads a file of one column, with and without commas in its texts', async () => {
    expect((await workshop.open('a.csv', 'customer\nA1\n\nB2\n')).rows).toEqual([['A1'], ['B2']]);
    const { source, rows } = await workshop.open('b.csv', 'remark\nfine\ngood, but late\nfine\n"two\nlines"\n');
    expect(source.info.delimiter).toBeNull();
    expect(rows).toEqual([['fine'], ['good, but late'], ['fine'], ['two\nlines']]);
  });

  it("follows Excel's sep= line", async () => {
    const { source, rows } = await workshop.open('d.csv', 'sep=|\nid|b,c\n1|2,3\n2|3,4\n');
    expect(source.columns).toEqual(['id', 'b,c']);
    expect(rows).toEqual([
      ['1', '2,3'],
      ['2', '3,4'],
    ]);
  });
});

describe('quoting', () => {
  it.each([
    ['doubled quotes', 'id,name\n1,"a ""b"" c"\n', 'a "b" c'],
    ['backslash before quotes', 'id,name\n1,"a \\"b\\" c"\n2,"x"\n', 'a "b" c'],
    ['a quote in the middle of a plain cell', 'id,name\n1,5" PIPE 3" long\n', '5" PIPE 3" long'],
    ['a quote at the end of a plain cell', 'id,name\n1,PIPE 5"\n', 'PIPE 5"'],
    ['a quote that is never closed', 'id,name\n1,"PIPE\n2,x\n', '"PIPE'],
    ['a stray quote inside a quoted cell', 'id,name\n1,"5" PIPE"\n', '5" PIPE'],
    ['spaces before a quote', 'id,name\n1, "a, b"\n', 'a, b'],
    ['line breaks inside quotes', 'id,name\n1,"a\nb"\n', 'a\nb'],
    ['CRLF inside quotes', 'id,name\r\n1,"a\r\nb"\r\n', 'a\r\nb'],
    ['quoted headings with a line break', '"id","the\nname"\n"1","a"\n', 'a'],
  ])('%s', async (_, text, expected) => {
    const { source, rows, rejected } = await workshop.open('q.csv', text);
    expect(rows[0]).toEqual(['1', expected]);
    expect(source.sample[0]).toEqual(['1', expected]);
    expect(rejected).toEqual([]);
  });

  it('tells an escaped backslash from one that escapes, and keeps those that do neither', async () => {
    const text = 'id,a,b\n1,"say \\"hi\\" now","x"\n2,"C:\\\\","y"\n3,"C:\\temp","z"\n';
    const { source, rows, rejected } = await workshop.open('q.csv', text);
    expect(rows).toEqual([
      ['1', 'say "hi" now', 'x'],
      ['2', 'C:\\', 'y'],
      ['3', 'C:\\temp', 'z'],
    ]);
    expect(source.sample).toEqual(rows);
    expect(rejected).toEqual([]);
  });

  it('passes over spaces before quotes, of empty cells too, and nowhere else', async () => {
    const { rows } = await workshop.open('q.csv', 'id, name, note\n1, "a, b", ""\n2, "c,  ""d""", "e"\n3,  f, "g" \n');
    expect(rows).toEqual([
      ['1', 'a, b', null],
      ['2', 'c,  "d"', 'e'],
      ['3', '  f', 'g'],
    ]);
  });

  it('loses no row to a quote that is never closed, and knows the lines after it', async () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `${index},x ${'y'.repeat(20)}`);
    lines[20_000] = '20000,"PIPE';
    lines[39_000] = 'ragged';
    const { source, rejected } = await workshop.open('q.csv', `id,name\n${lines.join('\n')}\n`);
    const { sql, values } = source.relation();
    const [row] = await workshop.engine.rows(
      `select count(*) as rows, count(distinct c0) as ids, max(c1) filter (c0 = '20000') as name from ${sql}`,
      values,
    );
    expect(row).toEqual({ rows: 39_999, ids: 39_999, name: '"PIPE' });
    expect(rejected).toMatchObject([{ count: 1, line: 39_002 }]);
  });

  it('gives no made-up row in the sample where the first part of a file ends inside a quoted cell', async () => {
    const lines = Array.from({ length: 1500 }, (_, id) => `${id},"first ${'x'.repeat(600)}\na,${'y'.repeat(600)}\n"`);
    const { source, rows } = await workshop.open('q.csv', `id,text\n${lines.join('\n')}\n`);
    expect(source.sample.length).toBeGreaterThan(800);
    expect(source.sample).toEqual(rows.slice(0, source.sample.length));
  });

  it('keeps rows whole where quoted line breaks fill more than one block of the reader', async () => {
    const count = 60_000;
    const lines = Array.from({ length: count }, (_, id) => `${id},"one, ""two""\nthree ${'x'.repeat(60)}\n\n,1,2\n"`);
    const { source } = await workshop.open('q.csv', `id,text\n${lines.join('\n')}\n`);
    const { sql, values } = source.relation();
    const [row] = await workshop.engine.rows(
      `select count(*) as rows, sum(cast(c0 as bigint)) as ids, min(length(c1)) as least, max(length(c1)) as most from ${sql}`,
      values,
    );
    expect(row).toEqual({ rows: count, ids: (count * (count - 1)) / 2, least: row?.most, most: row?.least });
  });
});

describe('line ends', () => {
  it.each([
    ['LF', 'id,a\n1,x\n2,y\n'],
    ['LF, none at the end', 'id,a\n1,x\n2,y'],
    ['CRLF', 'id,a\r\n1,x\r\n2,y\r\n'],
    ['CRLF, none at the end', 'id,a\r\n1,x\r\n2,y'],
    ['CR', 'id,a\r1,x\r2,y\r'],
    ['mixed', 'id,a\n1,x\r\n2,y\n'],
    ['blank lines', '\n\nid,a\r\n1,x\r\n\r\n   \r\n2,y\r\n\r\n'],
  ])('%s', async (_, text) => {
    const { source, rows, rejected } = await workshop.open('l.csv', text);
    expect(source.columns).toEqual(['id', 'a']);
    expect(rows).toEqual([
      ['1', 'x'],
      ['2', 'y'],
    ]);
    expect(source.sample).toEqual(rows);
    expect(rejected).toEqual([]);
  });
});

describe('headings', () => {
  const columnsOf = async (text: string) => {
    const { source } = await workshop.open('h.csv', text);
    return source.info.hasHeader ? source.columns : null;
  };

  it('makes names unique, trims them and numbers nameless ones', async () => {
    expect(await columnsOf(' id , a,a, ,a_2,"b ""c"""\n1,2,3,4,5,6\n')).toEqual([
      'id',
      'a',
      'a_3',
      'column_4',
      'a_2',
      'b "c"',
    ]);
  });

  it('takes numbers as headings beside words', async () => {
    expect(await columnsOf('customer,2019,2020\nAnn,5,6\nBob,7,8\n')).toEqual(['customer', '2019', '2020']);
  });

  it('sees that there are none', async () => {
    expect(await columnsOf('4,2001-01-01,29.33\n21,2001-01-02,63.34\n')).toBeNull();
    expect(await columnsOf('C1,2001-01-01,29.33\nC2,2001-01-02,63.34\nC3,2001-01-02,6.4\n')).toBeNull();
  });

  it('takes words over words for headings', async () => {
    expect(await columnsOf('name,town\nAnn,Rome\nBob,Oslo\n')).toEqual(['name', 'town']);
  });

  it('opens a file of headings only, with no rows', async () => {
    const { source, rows } = await workshop.open('h.csv', '"Order Number","Order Date",Total\n');
    expect(source.columns).toEqual(['Order Number', 'Order Date', 'Total']);
    expect(source.sample).toEqual([]);
    expect(rows).toEqual([]);
  });

  it('leaves out a nameless column without values: a delimiter at the end of every line', async () => {
    for (const text of ['id,a,\n1,x,\n2,y,\n', 'id,a\n1,x,\n2,y,\n', 'id,a,\n1,x\n2,y\n']) {
      const { source, rows, rejected } = await workshop.open('h.csv', text);
      expect(source.columns).toEqual(['id', 'a']);
      expect(rows).toEqual([
        ['1', 'x'],
        ['2', 'y'],
      ]);
      expect(rejected).toEqual([]);
    }
    expect((await workshop.open('h.csv', 'id,a,\n1,x,\n2,y,z\n')).source.columns).toEqual(['id', 'a', 'column_3']);
  });

  it('takes hostile names for names', async () => {
    const names = ['__proto__', 'a"b', "c'); drop table t; --", 'constructor', '$1', 'd;e', '1) from x'];
    const heading = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
    const { source, rows } = await workshop.open('h.csv', `${heading}\n1,2,3,4,5,6,7\n`);
    expect(source.columns).toEqual(names);
    expect(rows).toEqual([['1', '2', '3', '4', '5', '6', '7']]);
  });

  it('reads 500 columns, and any choice of them', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `n${index}`);
    const values = names.map((_, index) => String(index));
    const { source, rows } = await workshop.open('h.csv', `${names.join(',')}\n${values.join(',')}\n`);
    expect(rows).toEqual([values]);
    expect(await workshop.rows(source, [499, 0])).toEqual([['499', '0']]);
  });
});

describe('ragged lines', () => {
  it('are left out and counted, with the first one named', async () => {
    const { source, rows, rejected } = await workshop.open(
      'r.csv',
      'a,b,c\n1,2,3\n\n4,5\n6,7,8,9\n10,11,12\n1,"\n",3\n',
    );
    expect(rows).toEqual([
      ['1', '2', '3'],
      ['10', '11', '12'],
      ['1', '\n', '3'],
    ]);
    expect(source.sample).toEqual(rows);
    expect(rejected).toMatchObject([{ code: 'ragged-lines', count: 2, line: 4 }]);
    expect(rejected[0]?.message).toContain('line 4, has 2 cells, expected 3');
  });

  it('far beyond the first rows are found too', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `${index},x,y`);
    lines[29_000] = '1,2,3,4';
    const { rows, rejected } = await workshop.open('r.csv', `id,a,b\n${lines.join('\n')}`);
    expect(rows.length).toBe(29_999);
    expect(rejected).toMatchObject([{ count: 1, line: 29_002 }]);
  });

  it('are not: empty cells too many, or missing where the column is mostly empty', async () => {
    const { rows, rejected } = await workshop.open('r.csv', 'a,b,note\n1,2,,,\n4,5\n6,7,\n8,9,x\n1,1,\n');
    expect(rejected).toEqual([]);
    expect(rows).toEqual([
      ['1', '2', null],
      ['4', '5', null],
      ['6', '7', null],
      ['8', '9', 'x'],
      ['1', '1', null],
    ]);
  });

  it('are not: a program that never writes empty cells at the end of a line', async () => {
    const { rows, rejected } = await workshop.open('r.csv', 'a,b,c\n1,2,3\n4,5\n6\n7,8\n9,9,9\n');
    expect(rejected).toEqual([]);
    expect(rows[2]).toEqual(['6', null, null]);
  });
});

describe('encodings', () => {
  const text = 'id,name,price\n1,Zoë,£5\n2,Łódź €,7\n';
  const expected = [
    ['1', 'Zoë', '£5'],
    ['2', 'Łódź €', '7'],
  ];
  const wide = (content: string, isBig: boolean) => {
    const bytes = Buffer.from(content, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };

  it.each([
    ['utf-8', 'utf-8', Buffer.from(text)],
    ['utf-8 with a mark', 'utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le with a mark', 'utf-16le', wide(`\ufeff${text}`, false)],
    ['utf-16be with a mark', 'utf-16be', wide(`\ufeff${text}`, true)],
    ['utf-16le', 'utf-16le', wide(text, false)],
    ['utf-16be', 'utf-16be', wide(text, true)],
  ])('%s', async (_, encoding, bytes) => {
    for (const content of [bytes, gzipSync(bytes)]) {
      const { source, rows } = await workshop.open('e.csv', content);
      expect(source.info.encoding).toBe(encoding);
      expect(source.columns).toEqual(['id', 'name', 'price']);
      expect(rows).toEqual(expected);
      expect(source.sample).toEqual(expected);
    }
  });

  it('reads Windows-1252, of which Latin-1 is a part', async () => {
    const bytes = Buffer.from('id,name\n1,Zo\xeb \x80 \x93x\x94\n2,\xc9\xbb\n', 'latin1');
    const { source, rows } = await workshop.open('e.csv', bytes);
    expect(source.info.encoding).toBe('windows-1252');
    expect(rows).toEqual([
      ['1', 'Zoë € “x”'],
      ['2', 'É»'],
    ]);
    expect(source.sample).toEqual(rows);
  });

  it.each([false, true])('finds one byte of Windows-1252 deep in a file (gzip: %s)', async (isPacked) => {
    const lines = Array.from({ length: 120_000 }, (_, index) => `${index},some words to fill the line`);
    lines[110_000] = '110000,voucher \xa340.00';
    const bytes = Buffer.from(`id,text\n${lines.join('\n')}`, 'latin1');
    const { source } = await workshop.open('deep.csv', isPacked ? gzipSync(bytes) : bytes);
    expect(source.info.encoding).toBe('windows-1252');
    const { sql, values } = source.relation([1]);
    const found = await workshop.engine.rows(`select c1 from ${sql} where c1 not like 'some%'`, values);
    expect(found).toEqual([{ c1: 'voucher £40.00' }]);
  });

  it('keeps UTF-8 where single bytes of it are broken, and says so', async () => {
    const bytes = Buffer.concat([Buffer.from('id,name\n1,Zoë Łódź\n2,'), Buffer.from([0xe9]), Buffer.from('\n')]);
    const { source, rows } = await workshop.open('e.csv', bytes);
    expect(source.info.encoding).toBe('utf-8');
    expect(rows[1]).toEqual(['2', 'é']);
    expect(source.problems).toMatchObject([{ code: 'mixed-encoding', count: 1 }]);
  });
});

describe('compression', () => {
  it('reads gzip, of several members too, whatever the name says', async () => {
    const packed = Buffer.concat([gzipSync('id,a\n1,x\n'), gzipSync('2,y\n')]);
    const { source, rows } = await workshop.open('two.dat', packed);
    expect(source.info).toMatchObject({ compression: 'gzip', bytes: packed.length });
    expect(rows).toEqual([
      ['1', 'x'],
      ['2', 'y'],
    ]);
  });
});

describe('paths and copies', () => {
  it.each(['a[1].csv', 'b*.csv', 'c?.csv', "d'); drop.csv", 'ü .csv'])('opens the file called %s', async (name) => {
    await workshop.write('b-other.csv', 'id,a\n9,9\n');
    await workshop.write('cx.csv', 'id,a\n9,9\n');
    expect((await workshop.open(name, 'id,a\n1,2\n')).rows).toEqual([['1', '2']]);
  });

  it('removes its copies when it is closed, and reads as often as asked before', async () => {
    const before = (await workshop.leftFiles()).length;
    const { source, rows } = await workshop.open('z.csv', gzipSync('id,a\n1,2\n3\n'));
    expect(await workshop.rows(source)).toEqual(rows);
    expect((await workshop.leftFiles()).length).toBeGreaterThan(before);
    await source.close();
    expect((await workshop.leftFiles()).length).toBe(before);
  });

  it('gives the sample of a long file without more than 2,000 rows', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `${index},x`);
    const { source, rows } = await workshop.open('long.csv', `id,a\n${lines.join('\n')}\n`);
    expect(source.sample).toEqual(rows.slice(0, 2000));
  });

  it('reads a line of 10 MB', async () => {
    const long = 'x'.repeat(10_000_000);
    const { rows } = await workshop.open('wide.csv', `id,a\n1,${long}\n2,y\n`);
    expect(rows.map((row) => String(row[1]).length)).toEqual([10_000_000, 1]);
    const { source } = await workshop.open(
      'one-line.csv',
      Array.from({ length: 1000 }, (_, index) => `${index}${'a'.repeat(10_000)}`).join(','),
    );
    expect(source.columns.length).toBe(1000);
  });
});
