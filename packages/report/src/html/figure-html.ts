import { escapeHtml, type Figure, type FigureTable } from '@clientele/charts';
import { drawFigure, isDrawable } from '../figures/draw-figure.ts';
import { figureNote, figureTitles } from '../figures/figure-titles.ts';
import type { Report, ReportFigure } from '../report.ts';
import type { Palette } from './palette.ts';

/** Widths that figures are drawn for: the page's, half of it, and a phone's. */
const widths = { full: 1040, half: 506, narrow: 358 } as const;
const mostRows = 500;

/** A figure: title, drawing in both schemes for a screen and for a phone, its table folded. */
export async function figureHtml(item: ReportFigure, report: Report, palette: Palette, id: string): Promise<string> {
  const { figure, width } = item;
  const { title, subtitle } = figureTitles(figure);
  const note = figureNote(figure, report.text);
  const drawing = isDrawable(figure)
    ? (await drawn(figure, widths[width], palette, `${id}w`, 'wide')) +
      (await drawn(figure, widths.narrow, palette, `${id}n`, 'narrow'))
    : '';
  const table = tableHtml(figure.table, title, report);
  const numbers =
    drawing === ''
      ? table
      : `<details${item.withTable ? ' open' : ''}><summary>${escapeHtml(report.text('report.table'))}</summary>${table}</details>`;
  return (
    `<figure class="${width}"><figcaption><h3 dir="auto">${escapeHtml(title)}</h3><p class="label" dir="auto">${escapeHtml(subtitle)}</p></figcaption>` +
    `${drawing}${note === undefined ? '' : `<p class="note" dir="auto">${escapeHtml(note)}</p>`}${numbers}</figure>`
  );
}

async function drawn(
  figure: Figure,
  width: number,
  palette: Palette,
  prefix: string,
  size: 'wide' | 'narrow',
): Promise<string> {
  const light = await drawFigure(figure, { scheme: 'light', width }, prefix);
  const dark = await drawFigure(figure, { scheme: 'dark', width }, prefix);
  if (light === null || dark === null) return '';
  const merged = palette.merge(light, dark);
  if (merged !== null) return `<div class="drawing ${size}">${named(merged, figure)}</div>`;
  const other = await drawFigure(figure, { scheme: 'dark', width }, `${prefix}d`);
  return (
    `<div class="drawing ${size} light">${named(light, figure)}</div>` +
    `<div class="drawing ${size} dark">${named(other ?? dark, figure)}</div>`
  );
}

const named = (svg: string, { title }: Figure): string =>
  svg.replace(/^<svg width="[\d.]+" height="[\d.]+"/, `<svg role="img" aria-label="${escapeHtml(title)}"`);

/** The numbers of a figure. */
export function tableHtml(table: FigureTable, caption: string, { text }: Report): string {
  const right = (align: 'left' | 'right') => (align === 'right' ? ' class="number"' : '');
  const head = table.columns
    .map(({ label, align }) => `<th scope="col"${right(align)}>${escapeHtml(label)}</th>`)
    .join('');
  const rows = table.rows
    .slice(0, mostRows)
    .map((row) => {
      const cells = table.columns.map(
        ({ key, align }) => `<td dir="auto"${right(align)}>${escapeHtml(row[key]?.text ?? '')}</td>`,
      );
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('');
  const rest = table.rows.length - mostRows;
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>` +
    (rest > 0 ? `<p class="note">${escapeHtml(text('report.moreRows', { n: rest }))}</p>` : '')
  );
}
