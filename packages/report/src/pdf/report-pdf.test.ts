import type { Figure } from '@clientele/charts';
import { describe, expect, it } from 'vitest';
import { bars, heat, points, solid, tableOf } from '../testing/sample-figures.ts';
import { hostileNames, sampleReport } from '../testing/sample-report.ts';
import { reportPdf } from './report-pdf.ts';

const read = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const pages = (pdf: string) => pdf.match(/\/Type \/Page\n/g)?.length ?? 0;
const plain = async (...given: Parameters<typeof sampleReport>) =>
  read(await reportPdf(await sampleReport(...given), { compress: false }));

const whole = plain();
const none = { facts: [], tiles: [], findings: [], sections: [], segments: [], receipt: [] };

describe('the report on paper', () => {
  it('is a PDF with pages, an outline, its language and its fonts inside', async () => {
    const pdf = await whole;
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(pages(pdf)).toBeGreaterThanOrEqual(5);
    expect(pdf).toContain(`/Count ${pages(pdf)}`);
    expect(pdf.match(/\/FontFile2/g)).toHaveLength(2);
    expect(pdf).toContain('/ToUnicode');
    expect(pdf).toMatch(/\/Lang \(en-GB\)/);
    expect(pdf).toContain('(Customers of Online Retail)');
    for (const title of ['Revenue and customers', 'Segments against each other', 'Segments'])
      expect(pdf).toContain(`/Title (${title})`);
    expect(pdf).toContain('/DisplayDocTitle true');
  });

  it('draws figures as vectors, with no picture in it', async () => {
    const pdf = await whole;
    expect(pdf).not.toContain('/Subtype /Image');
    expect(pdf).toContain('/Pattern');
  });

  it('is the same bytes for the same report, whatever was drawn before', async () => {
    const { sections } = await sampleReport();
    const part = { ...none, sections: sections.slice(1) };
    const bytes = async (madeAt: string) => reportPdf(await sampleReport('en', { ...part, madeAt }));
    const first = await bytes('2012-01-01');
    await whole;
    expect(Buffer.compare(first, await bytes('2012-01-01'))).toBe(0);
    expect(Buffer.compare(first, await bytes('2012-01-02'))).not.toBe(0);
  });

  it('speaks German', async () => {
    const pdf = await plain('de');
    expect(pdf).toMatch(/\/Lang \(de-DE\)/);
    expect(pdf).toContain('/Title (Segmente)');
  });

  it('stands without anything in it', async () => {
    const pdf = await plain('en', none);
    expect(pages(pdf)).toBe(1);
    expect(pages(await plain('en', { ...none, sections: [{ title: 'Nothing', figures: [] }] }))).toBe(1);
  });

  it('takes over a long table to the next pages, and says what is left out', async () => {
    const long = (rows: number, columns: number): Figure => ({ ...solid, option: null, table: tableOf(rows, columns) });
    const section = (figure: Figure) => [{ title: 'Rows', figures: [{ figure, width: 'full' as const }] }];
    const count = async (rows: number, columns: number) =>
      pages(await plain('en', { ...none, sections: section(long(rows, columns)) }));
    expect(await count(0, 3)).toBe(1);
    expect(await count(150, 6)).toBeGreaterThan(3);
    expect(await count(150, 3)).toBeLessThan(await count(150, 6));
    expect(await count(5000, 3)).toBe(await count(200, 3));
    expect(await count(3, 40)).toBe(1);
  });

  it('keeps a figure whole, however high it wants to be', async () => {
    const high = { figure: { ...bars, height: 5000 }, width: 'full' as const };
    const sections = [{ title: 'High', figures: [high, high] }];
    expect(pages(await plain('en', { ...none, sections }))).toBe(2);
  });

  it('puts the numbers of a figure that only turns on a screen in its place', async () => {
    const sections = [{ title: 'Solid', figures: [{ figure: solid, width: 'half' as const }] }];
    expect(pages(await plain('en', { ...none, sections }))).toBe(1);
  });

  it.each(hostileNames)('survives %s in every name', async (_kind, name) => {
    const named: Figure = { ...heat, title: name, subtitle: name, note: name };
    const base = await sampleReport();
    const [segment] = base.segments;
    if (segment === undefined) throw new Error('the sample has segments');
    const bytes = await reportPdf({
      ...base,
      title: name,
      subtitle: name,
      facts: [{ label: name, value: name }],
      tiles: [{ label: name, value: name, change: { text: name, direction: 'up', meaning: 'better' } }],
      findings: [{ value: name, sentence: name }],
      sections: [
        {
          title: name,
          lead: name,
          figures: [
            { figure: named, width: 'half' },
            { figure: { ...points(40), title: name }, width: 'half' },
          ],
        },
      ],
      segments: [
        { ...segment, id: 11, name, size: name, standsOut: [name], whatToDo: [name], note: name, statistic: name },
        {
          ...segment,
          id: -1,
          name,
          shares: [{ label: name, value: Number.NaN, text: name }],
          statistics: [{ label: name, own: name, all: name }],
        },
      ],
      receipt: [{ label: name, value: name }],
    });
    expect(read(bytes).startsWith('%PDF')).toBe(true);
    expect(bytes.length).toBeLessThan(400_000);
  });
});
