import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workshop } from '../test-support.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.create(await openDuckdb());
});
afterAll(() => workshop.close());

/** A ZIP archive with as much in its headers as the reader looks at. */
function zip(entries: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const isStored = name.endsWith('.rels');
    const data = isStored ? Buffer.from(text) : deflateRawSync(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(isStored ? 0 : 8, 8);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(isStored ? 0 : 8, 10);
    central.writeUInt32LE(crc32(text), 16);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(Buffer.byteLength(text), 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), data);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, index, end]);
}

interface Book {
  sheets: Record<string, string>;
  texts?: string;
  workbook?: string;
  formats?: string;
  styles?: number[];
}

function book({ sheets, texts = '', workbook = '', formats = '', styles = [0] }: Book): Buffer {
  const names = Object.keys(sheets);
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  const relations = names.map((_, at) => `<Relationship Id="r${at}" Type="${type}" Target="worksheets/s${at}.xml"/>`);
  const list = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"/>`);
  const entries: Record<string, string> = {
    'xl/workbook.xml': `<?xml version="1.0"?><workbook>${workbook}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${texts}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
  };
  for (const [at, name] of names.entries())
    entries[`xl/worksheets/s${at}.xml`] = `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`;
  return zip(entries);
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (value: string | number, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;

describe('cells', () => {
  it('come as plain text, whatever their type', async () => {
    const sheet = [
      row(...['id', 'number', 'shared', 'time', 'flag', 'formula', 'error', 'iso'].map(text)),
      row(
        number('489434.0'),
        number('2.9500000000000002'),
        '<c t="s"><v>0</v></c>',
        number('40513.35138888889', 1),
        '<c t="b"><v>1</v></c>',
        '<c t="str"><f>A1&amp;"x"</f><v>C489449</v></c>',
        '<c t="e"><v>#N/A</v></c>',
        '<c t="d"><v>2010-12-01T08:26:00Z</v></c>',
      ),
      row(text('C489449'), number('1E-3'), '<c t="s"><v>1</v></c>', number(40513, 2), '<c t="b"><v>0</v></c>'),
    ].join('');
    const texts =
      '<si><t>a &lt;b&gt; &amp; &#163;_x000A_c</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh></si>';
    const formats = '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd&quot; h&quot;"/>';
    const { source, rows } = await workshop.open(
      'b.xlsx',
      book({ sheets: { One: sheet }, texts, formats, styles: [0, 22, 164] }),
    );
    expect(source.info).toMatchObject({ format: 'excel', encoding: null, hasHeader: true });
    expect(source.columns).toEqual(['id', 'number', 'shared', 'time', 'flag', 'formula', 'error', 'iso']);
    expect(rows).toEqual([
      ['489434', '2.95', 'a <b> & £\nc', '2010-12-01 08:26:00', 'true', 'C489449', null, '2010-12-01 08:26:00'],
      ['C489449', '0.001', 'rich text', '2010-12-01 00:00:00', 'false', null, null, null],
    ]);
    expect(source.sample).toEqual(rows);
  });

  it('stand where their place says; empty rows and columns go', async () => {
    const sheet = `<row r="1"/><row r="3"><c r="B3" t="inlineStr"><is><t>id</t></is></c><c r="D3" t="inlineStr"><is><t>a</t></is></c></row>
      <row r="4"><c r="D4"><v>2</v></c></row><row r="5"><c r="B5"/></row><row r="6"><c r="B6"><v>1</v></c><c r="AA6"/></row>`;
    const { source, rows } = await workshop.open('b.xlsx', book({ sheets: { One: sheet } }));
    expect(source.columns).toEqual(['id', 'a']);
    expect(rows).toEqual([
      [null, '2'],
      ['1', null],
    ]);
  });

  it('count days from 1904 where the workbook does', async () => {
    const sheet = row(text('day'), text('x')) + row(number(39051, 1), number(1));
    const content = book({ sheets: { One: sheet }, workbook: '<workbookPr date1904="1"/>', styles: [0, 14] });
    expect((await workshop.open('b.xlsx', content)).rows).toEqual([['2010-12-01 00:00:00', '1']]);
  });
});

describe('sheets', () => {
  const head = row(text('id'), text('amount'));
  const sheets = {
    'Year 1': head + row(number(1), number(10)) + row(number(2), number(20)),
    Notes: row(text('remark')) + row(text('hello')),
    'Year 2': head + row(number(3), number(30)),
    Turned: row(text('amount'), text('id'), text('more')) + row(number(40), number(4), text('x')),
    Nothing: '',
  };

  it('are joined where their headings are those of the first', async () => {
    for (const content of [book({ sheets }), gzipSync(book({ sheets }))]) {
      const { source, rows } = await workshop.open('b.xlsx', content);
      expect(rows).toEqual([
        ['1', '10'],
        ['2', '20'],
        ['3', '30'],
      ]);
      expect(source.info.sheets).toEqual([
        { name: 'Year 1', rows: 2, columns: 2, chosen: true },
        { name: 'Notes', rows: 1, columns: 1, chosen: false },
        { name: 'Year 2', rows: 1, columns: 2, chosen: true },
        { name: 'Turned', rows: 1, columns: 3, chosen: false },
        { name: 'Nothing', rows: 0, columns: 0, chosen: false },
      ]);
      expect(source.problems).toMatchObject([{ severity: 'info', code: 'sheets-left-out', count: 2 }]);
    }
  });

  it('are chosen by name and joined by heading', async () => {
    const { source, rows } = await workshop.open('b.xlsx', book({ sheets }), { sheets: ['Year 2', 'Turned'] });
    expect(source.columns).toEqual(['id', 'amount', 'more']);
    expect(rows).toEqual([
      ['3', '30', null],
      ['4', '40', 'x'],
    ]);
    expect(source.info.sheets.map((sheet) => sheet.chosen)).toEqual([false, false, true, true, false]);
    expect(source.problems).toEqual([]);
  });

  it('that are not there are named beside those that are', async () => {
    const failure = await workshop.failure('b.xlsx', book({ sheets }), { sheets: ['Year 3'] });
    expect(failure).toMatchObject({
      code: 'not-found',
      message: 'b.xlsx has no sheet "Year 3"; choose from "Year 1", "Notes", "Year 2", "Turned", "Nothing".',
    });
  });

  it('of headings only are no failure; without any cell they are', async () => {
    expect((await workshop.open('b.xlsx', book({ sheets: { One: head } }))).rows).toEqual([]);
    expect(await workshop.failure('b.xlsx', book({ sheets: { One: '' } }))).toMatchObject({ code: 'file-empty' });
  });
});

describe('damaged workbooks', () => {
  const lines = Array.from({ length: 5000 }, (_, at) => row(number(at), number((at * 7919) % 10_007)));
  const content = book({ sheets: { One: row(text('id'), text('a')) + lines.join('') } });

  it('are refused in one sentence', async () => {
    const before = await workshop.leftFiles();
    expect(await workshop.failure('b.xlsx', content.subarray(0, content.length / 2))).toMatchObject({
      code: 'format-broken',
      message: expect.stringContaining('b.xlsx is an Excel workbook that cannot be read'),
    });
    const holed = Buffer.from(content);
    holed.fill(0xff, 15_000, 15_200);
    expect(await workshop.failure('b.xlsx', holed)).toMatchObject({ code: 'format-broken' });
    expect(await workshop.failure('b.xlsx', book({ sheets: { One: '<row><c>' } }))).toMatchObject({
      code: 'format-broken',
      message: expect.stringContaining('no well-formed XML'),
    });
    expect(await workshop.failure('b.xlsx', zip({ 'word/document.xml': '<w/>' }))).toMatchObject({
      code: 'format-unknown',
    });
    expect(await workshop.failure('b.xlsx', zip({ 'xl/workbook.bin': 'x' }))).toMatchObject({ code: 'unsupported' });
    expect(await workshop.leftFiles()).toEqual(before);
  });
});
