import type { Report } from '../report.ts';
import { colors, contentWidth, halfWidth, page, type Style, styles } from './page.ts';
import type { Sheet } from './sheet.ts';

const across = 3;
const bandPadding = 14;

/** The first page: what this is, its numbers, what stands out. */
export function drawCover(sheet: Sheet, report: Report): void {
  drawMark(sheet, page.left, 48, report);
  sheet.y = 104;
  sheet.down(sheet.type.paragraph(report.title, page.left, sheet.y, styles.cover, contentWidth, 3) - sheet.y + 6);
  sheet.down(
    sheet.type.paragraph(report.subtitle, page.left, sheet.y, styles.coverLead, contentWidth, 4) - sheet.y + 20,
  );
  drawFacts(sheet, report);
  drawTiles(sheet, report);
  drawFindings(sheet, report);
}

/** The ring of three parts, and the day. */
function drawMark(sheet: Sheet, x: number, y: number, { text, formats, madeAt }: Report): void {
  const { document } = sheet;
  const arcs = [
    ['M10.8 3.04A7 7 0 0 1 10.8 16.96', colors.button],
    ['M9.2 16.96A7 7 0 0 1 3.1 8.9', colors.measure2],
    ['M3.5 7.3A7 7 0 0 1 9.2 3.04', colors.quiet],
  ] as const;
  document
    .save()
    .translate(x - 1, y)
    .scale(0.8);
  for (const [path, color] of arcs) document.path(path).lineWidth(4).strokeColor(color).stroke();
  document.restore();
  sheet.type.line('Clientele', x + 20, y + 1.5, { ...styles.subheading, size: 10.5 });
  sheet.type.line(text('report.madeAt', { date: formats.date(madeAt) }), page.right, y + 1.5, styles.label, 'right');
}

function drawFacts(sheet: Sheet, { facts }: Report): void {
  if (facts.length === 0) return;
  const labelWidth = 92;
  const line = 15;
  const valueWidth = halfWidth - labelWidth;
  const perColumn = Math.ceil(facts.length / 2);
  const start = sheet.y;
  let lowest = start;
  for (const [index, { label, value }] of facts.entries()) {
    const column = index < perColumn ? 0 : 1;
    const x = page.left + column * (halfWidth + page.gutter);
    const y = start + (index - column * perColumn) * line;
    sheet.type.line(sheet.type.shortened(label, styles.label, labelWidth - 8), x, y, { ...styles.label, line });
    const style: Style = { ...styles.label, color: colors.ink, line };
    sheet.type.line(sheet.type.shortened(value, style, valueWidth), x + labelWidth, y, style);
    lowest = Math.max(lowest, y + line);
  }
  sheet.down(lowest - start + 20);
}

const meanings = { better: colors.better, worse: colors.worse, neutral: colors.ink2 } as const;
const arrows = { up: '↑ ', down: '↓ ', none: '' } as const;

function drawTiles(sheet: Sheet, { tiles, tilesNote }: Report): void {
  if (tiles.length === 0) return;
  const columns = Math.min(across, tiles.length);
  const width = contentWidth / columns;
  const height = 66;
  for (let first = 0; first < tiles.length; first += columns) {
    sheet.hairline(sheet.y);
    for (const [index, { label, value, change }] of tiles.slice(first, first + columns).entries()) {
      const x = page.left + index * width;
      const inner = x + (index === 0 ? 0 : 14);
      const room = x + width - inner - 12;
      if (index > 0)
        sheet.document
          .moveTo(x, sheet.y)
          .lineTo(x, sheet.y + height)
          .lineWidth(0.6)
          .strokeColor(colors.hairline)
          .stroke();
      sheet.type.line(sheet.type.shortened(label, styles.label, room), inner, sheet.y + 9, styles.label);
      sheet.type.line(sheet.type.shortened(value, styles.number, room), inner, sheet.y + 22, styles.number);
      if (change !== null) {
        const style = { ...styles.label, weight: 600 as const, color: meanings[change.meaning] };
        sheet.type.line(
          sheet.type.shortened(arrows[change.direction] + change.text, style, room),
          inner,
          sheet.y + 46,
          style,
        );
      }
    }
    sheet.down(height);
  }
  sheet.hairline(sheet.y);
  if (tilesNote !== undefined)
    sheet.down(sheet.type.paragraph(tilesNote, page.left, sheet.y + 5, styles.small, contentWidth, 2) - sheet.y);
  sheet.down(18);
}

function drawFindings(sheet: Sheet, { findings, text }: Report): void {
  if (findings.length === 0) return;
  const { type, document } = sheet;
  const inner = contentWidth - 2 * bandPadding;
  const valueWidth =
    Math.min(inner * 0.3, Math.max(...findings.map(({ value }) => type.width(value, styles.insight)))) + 14;
  const rows = findings.map(({ value, sentence }) => {
    const lines = type.lines(sentence, styles.bodyQuiet, inner - valueWidth, 3);
    return { value, lines, height: Math.max(styles.insight.line, lines.length * styles.bodyQuiet.line) + 9 };
  });
  const headHeight = 20;
  const height = rows.reduce((sum, row) => sum + row.height, headHeight + 2 * bandPadding - 9);
  sheet.ensure(height);
  document
    .roundedRect(page.left, sheet.y, contentWidth, height, 6)
    .lineWidth(0.6)
    .fillAndStroke(colors.raised, colors.hairline);
  let y = sheet.y + bandPadding;
  type.line(text('report.findings'), page.left + bandPadding, y - 2, styles.subheading);
  y += headHeight;
  for (const { value, lines, height: rowHeight } of rows) {
    type.line(type.shortened(value, styles.insight, valueWidth - 10), page.left + bandPadding, y - 2, styles.insight);
    for (const [index, line] of lines.entries())
      type.line(line, page.left + bandPadding + valueWidth, y + index * styles.bodyQuiet.line, styles.bodyQuiet);
    y += rowHeight;
  }
  sheet.down(height + 22);
}
