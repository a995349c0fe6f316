import { escapeHtml } from '@clientele/charts';
import { figurePairs } from '../figures/figure-pairs.ts';
import type { Report, ReportLine } from '../report.ts';
import { figureHtml } from './figure-html.ts';
import { Palette } from './palette.ts';
import { segmentHtml } from './segment-html.ts';
import { styleSheet } from './style-sheet.ts';

const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";
const mark =
  '<svg viewBox="0 0 20 20" fill="none" stroke-width="4" aria-hidden="true"><path d="M10.8 3.04A7 7 0 0 1 10.8 16.96" stroke="var(--button)"/>' +
  '<path d="M9.2 16.96A7 7 0 0 1 3.1 8.9" stroke="var(--measure2)"/><path d="M3.5 7.3A7 7 0 0 1 9.2 3.04" stroke="var(--quiet)"/></svg>';
const arrows = { up: '↑ ', down: '↓ ', none: '' } as const;

/** The report as one HTML file that asks for nothing outside itself and runs no script. The same report gives the same text. */
export async function reportHtml(report: Report): Promise<string> {
  const { text, formats } = report;
  const palette = new Palette();
  const chapters: { id: string; title: string; lead?: string; body: string }[] = [];
  for (const [index, { title, lead, figures }] of report.sections.entries()) {
    const drawn: string[] = [];
    for (const [at, item] of figurePairs(figures).flat().entries())
      drawn.push(await figureHtml(item, report, palette, `s${index}f${at}`));
    const body =
      drawn.length === 0
        ? `<p class="lead">${escapeHtml(text('report.empty'))}</p>`
        : `<div class="grid">${drawn.join('\n')}</div>`;
    chapters.push({ id: `section-${index + 1}`, title, ...(lead !== undefined && { lead }), body });
  }
  if (report.segments.length > 0) {
    const body = report.segments.map((segment) => segmentHtml(segment, report)).join('\n');
    chapters.push({ id: 'segments', title: text('report.segments'), body });
  }
  if (report.receipt.length > 0)
    chapters.push({
      id: 'receipt',
      title: text('report.receipt'),
      lead: text('report.receiptLead'),
      body: lines(report.receipt, 'receipt'),
    });
  const links = chapters.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`).join('');
  const sections = chapters.map(
    ({ id, title, lead, body }) =>
      `<section id="${id}"><h2 dir="auto">${escapeHtml(title)}</h2>${lead === undefined ? '' : `<p class="lead" dir="auto">${escapeHtml(lead)}</p>`}${body}</section>`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(report.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Clientele">
<title>${escapeHtml(report.title)}</title>
<style>${styleSheet(palette)}</style>
</head>
<body>
<main>
<header>
<div class="top"><span class="brand">${mark}Clientele</span><span class="label">${escapeHtml(text('report.madeAt', { date: formats.date(report.madeAt) }))}</span></div>
<h1 dir="auto">${escapeHtml(report.title)}</h1>
<p class="subtitle" dir="auto">${escapeHtml(report.subtitle)}</p>
${lines(report.facts, 'facts')}
</header>
${tilesHtml(report)}
${findingsHtml(report)}
${chapters.length > 1 ? `<nav aria-label="${escapeHtml(text('report.contents'))}"><ul>${links}</ul></nav>` : ''}
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function lines(entries: readonly ReportLine[], name: 'facts' | 'receipt'): string {
  if (entries.length === 0) return '';
  const items = entries.map(
    ({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd>`,
  );
  return `<dl class="${name}">${items.join('')}</dl>`;
}

function tilesHtml({ tiles, tilesNote }: Report): string {
  if (tiles.length === 0) return '';
  const items = tiles.map(({ label, value, change }) => {
    const changed =
      change === null
        ? ''
        : `<dd class="change ${change.meaning}">${arrows[change.direction]}${escapeHtml(change.text)}</dd>`;
    return `<div><dt class="label">${escapeHtml(label)}</dt><dd class="value">${escapeHtml(value)}</dd>${changed}</div>`;
  });
  const note = tilesNote === undefined ? '' : `<p class="note">${escapeHtml(tilesNote)}</p>`;
  return `<dl class="tiles">${items.join('')}</dl>${note}`;
}

function findingsHtml({ findings, text }: Report): string {
  if (findings.length === 0) return '';
  const items = findings.map(
    ({ value, sentence }) =>
      `<li dir="auto"><strong>${escapeHtml(value)}</strong><span>${escapeHtml(sentence)}</span></li>`,
  );
  return `<div class="findings"><h2>${escapeHtml(text('report.findings'))}</h2><ul>${items.join('')}</ul></div>`;
}
