import { escapeHtml, segmentMark } from '@clientele/charts';
import type { Report, ReportSegment } from '../report.ts';
import { colorVariable } from './style-sheet.ts';

/** One segment as an article. */
export function segmentHtml(segment: ReportSegment, { text }: Report): string {
  const color = colorVariable(segmentMark(segment.id, 'light').color, segmentMark(segment.id, 'dark').color);
  const shares = segment.shares.map(({ label, value, text: written }) => {
    const percent = Math.min(100, Math.max(0, Number.isFinite(value) ? value * 100 : 0));
    return (
      `<dt class="label">${escapeHtml(label)}</dt><dd><span class="track"><span style="width:${percent.toFixed(1)}%"></span></span>` +
      `<b>${escapeHtml(written)}</b></dd>`
    );
  });
  const rows = segment.statistics.map(
    ({ label, own, all }) =>
      `<tr><th scope="row">${escapeHtml(label)}</th><td class="number"><b>${escapeHtml(own)}</b></td><td class="number">${escapeHtml(all)}</td></tr>`,
  );
  const statistics =
    rows.length === 0
      ? ''
      : `<table><thead><tr><td></td><th scope="col" class="number">${escapeHtml(segment.statistic)}</th><th scope="col" class="number">${escapeHtml(text('report.all'))}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const doubt = segment.doubt === null ? '' : `<span class="doubt">\u25B2\u00A0${escapeHtml(segment.doubt)}</span>`;
  return (
    `<article class="segment" style="${color}"><header><h3 dir="auto"><span class="mark"></span>${escapeHtml(segment.name)}${doubt}</h3>` +
    `<p>${escapeHtml(segment.size)}</p></header><div class="columns"><div>` +
    (shares.length === 0 ? '' : `<dl class="shares">${shares.join('')}</dl>`) +
    `${list(text('report.standsOut'), segment.standsOut)}</div><div>${statistics}</div></div>` +
    list(text('rules.about'), segment.evidence) +
    list(text('report.whatToDo'), segment.whatToDo) +
    `${segment.note === undefined ? '' : `<p class="note">${escapeHtml(segment.note)}</p>`}</article>`
  );
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const items = lines.map((line) => `<li dir="auto">${escapeHtml(line)}</li>`).join('');
  return `<h4>${escapeHtml(title)}</h4><ul>${items}</ul>`;
}
