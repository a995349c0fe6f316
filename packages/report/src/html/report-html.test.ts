import type { Figure } from '@clientele/charts';
import { describe, expect, it } from 'vitest';
import { heat, points, solid } from '../testing/sample-figures.ts';
import { hostileNames, sampleReport } from '../testing/sample-report.ts';
import { reportHtml } from './report-html.ts';

const outside = (html: string) =>
  [
    ...html
      .replaceAll('xmlns="http://www.w3.org/2000/svg"', '')
      .matchAll(/https?:|\/\/[\w-]+\.|@import|url\((?!data:|#|&)/g),
  ].map(([found]) => found);

const whole = sampleReport().then(reportHtml);

describe('the report as one file', () => {
  it('asks for nothing outside itself and runs no script', async () => {
    const html = await whole;
    expect(outside(html)).toEqual([]);
    expect(html).not.toMatch(/<script|<link|<iframe|<object|\son\w+=/i);
    expect(html).toContain("default-src 'none'");
    expect(html.length).toBeLessThan(1_500_000);
  });

  it('has its headings in order, each figure with its table', async () => {
    const html = await whole;
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<figure/g)).toHaveLength(7);
    expect(html.match(/<figure[\s\S]*?<\/figure>/g)?.every((figure) => figure.includes('<table>'))).toBe(true);
    expect(html.match(/<article/g)).toHaveLength(4);
    expect(html).toContain('<html lang="en-GB">');
  });

  it('names no id twice and refers to none that is not there', async () => {
    const html = await whole;
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [...html.matchAll(/url\(#([^)]+)\)|href="#([^"]+)"/g)].map(([, url, href]) => url ?? href);
    expect(wanted.length).toBeGreaterThan(4);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('draws each figure once for both schemes', async () => {
    const html = await whole;
    expect(html).toContain('var(--c0)');
    expect(html).toMatch(/prefers-color-scheme:dark\)\{:root\{[^}]*--c0:#/);
    expect(html.match(/class="drawing/g)).toHaveLength(10);
  });

  it('is the same text for the same report', async () => {
    expect(await reportHtml(await sampleReport())).toBe(await whole);
  });

  it('speaks German', async () => {
    const html = await reportHtml(await sampleReport('de'));
    expect(html).toContain('<html lang="de-DE">');
    expect(html).toContain('Was auffällt');
    expect(html).toContain('Zahlen als Tabelle');
  });

  it('says so where a section has nothing', async () => {
    const none = { facts: [], tiles: [], findings: [], segments: [], receipt: [] };
    const html = await reportHtml(await sampleReport('en', { ...none, sections: [{ title: 'Nothing', figures: [] }] }));
    expect(html).toContain('The data have nothing for this section.');
    expect(html).not.toContain('<nav');
  });

  it.each(hostileNames)('escapes %s in every name', async (_kind, name) => {
    const base = await sampleReport();
    const figure: Figure = { ...heat, title: name, subtitle: name, note: name };
    const table = {
      columns: [{ key: 'a', label: name, align: 'left' as const }],
      rows: [{ a: { text: name, value: name } }],
    };
    const html = await reportHtml({
      ...base,
      title: name,
      subtitle: name,
      language: name,
      facts: [{ label: name, value: name }],
      tiles: [{ label: name, value: name, change: { text: name, direction: 'up', meaning: 'better' } }],
      findings: [{ value: name, sentence: name }],
      sections: [
        {
          title: name,
          lead: name,
          figures: [figure, { ...points(40), title: name }, { ...solid, table }].map((one) => ({
            figure: one,
            width: 'half' as const,
          })),
        },
      ],
      segments: base.segments.map((segment) => ({
        ...segment,
        name,
        size: name,
        standsOut: [name],
        whatToDo: [name],
        note: name,
      })),
      receipt: [{ label: name, value: name }],
    });
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/onerror=alert\(1\)>/);
    expect(outside(html)).toEqual([]);
  });
});
