import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { hostileNames } from '../testing/sample-report.ts';
import { styles } from './page.ts';
import { svgForPdf } from './svg-text.ts';
import { Typesetter } from './typesetter.ts';

const type = new Typesetter(new PDFDocument({ margin: 0 }));
const { body } = styles;

describe('setting text', () => {
  it('takes letters from the file that has them', () => {
    expect(type.runs('Łódź Ёлки', 400).map(({ text }) => text)).toEqual(['Ł', 'ód', 'ź', ' ', 'Ёлки']);
  });

  it('writes a box for a word that no file has, and nothing for what is unseen', () => {
    expect(
      type
        .runs('日本語 x\u200D\uFE0F', 400)
        .map(({ text }) => text)
        .join(''),
    ).toBe('\u25A1 x');
    expect(
      type
        .runs('≥ 5 → 6', 400)
        .map(({ text }) => text)
        .join(''),
    ).toBe('>= 5 -> 6');
  });

  it('sets figures equally wide and hyphens as they are', () => {
    expect(type.width('111', body)).toBeCloseTo(type.width('888', body), 6);
    expect(type.width('k-means 1', body) - type.width('kmeans 1', body)).toBeLessThan(body.size * 0.5);
  });

  it('cuts to the width', () => {
    const short = type.shortened('A rather long name of a segment', body, 60);
    expect(short.endsWith('\u2026')).toBe(true);
    expect(type.width(short, body)).toBeLessThanOrEqual(60);
    expect(type.shortened('Short', body, 60)).toBe('Short');
  });

  it.each(hostileNames)('breaks %s into lines that fit', (_kind, name) => {
    for (const most of [1, 3, 60])
      for (const width of [30, 120]) {
        const lines = type.lines(name, body, width, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(type.width(line, body)).toBeLessThanOrEqual(width + 0.01);
      }
  });

  it('loses no word', () => {
    const text = 'Last order within 30 days, 5 or more orders, £1,250 or more in all.';
    expect(type.lines(text, body, 90).join(' ')).toBe(text);
    expect(type.lines('W'.repeat(50), body, 90).join('')).toBe('W'.repeat(50));
  });
});

describe('text inside a drawing', () => {
  it('has the size and weight that its style says in either form', () => {
    const long = svgForPdf('<text style="font-size:11px;font-weight:600;" x="1">A&amp;B</text>', type);
    expect(long).toBe('<text x="1" font-size="11"><tspan font-family="inter-latin-600">A&amp;B</tspan></text>');
    const short = svgForPdf(`<text style="font: normal 450 12px 'Inter', sans-serif" x="1">A</text>`, type);
    expect(short).toBe('<text x="1" font-size="12"><tspan font-family="inter-latin-400">A</tspan></text>');
  });

  it('has its halo below it', () => {
    const svg = svgForPdf(
      '<text style="font-size:11px" fill="#000000" stroke="#FFFFFF" stroke-width="4" paint-order="stroke">A</text>',
      type,
    );
    const [halo, text] = svg.match(/<text[^>]*>/g) ?? [];
    expect(halo).toContain('fill="none"');
    expect(text).not.toContain('stroke');
  });

  it('is a circle where it is a dot', () => {
    expect(
      svgForPdf(
        '<text style="font-size:10px" text-anchor="middle" dominant-baseline="central" x="5" y="5" fill="#123456">●</text>',
        type,
      ),
    ).toBe('<circle cx="5" cy="5" r="3.2" fill="#123456"/>');
  });
});
