import { segmentMark } from '@clientele/charts';
import type { Report, ReportSegment } from '../report.ts';
import { colors, contentWidth, halfWidth, page, styles } from './page.ts';
import type { Sheet } from './sheet.ts';

const right = page.left + halfWidth + page.gutter;
const barLine = 15;
const statisticLine = 15.5;
const most = { names: 1, lines: 4, note: 4, statistics: 24 } as const;

interface Column {
  height: number;
  draw(x: number, y: number): void;
}

/** Parts below each other, measured before they are drawn. */
function stack(parts: readonly (Column | null)[], gap: number): Column {
  const present = parts.filter((part) => part !== null);
  return {
    height: present.reduce((sum, { height }) => sum + height, gap * Math.max(0, present.length - 1)),
    draw: (x, y) => {
      let at = y;
      for (const part of present) {
        part.draw(x, at);
        at += part.height + gap;
      }
    },
  };
}

/** One segment, whole on a page: its name, what it is, what is different about it, what to do. */
export function drawSegment(sheet: Sheet, segment: ReportSegment, report: Report): void {
  const left = stack([shares(sheet, segment), list(sheet, report.text('report.standsOut'), segment.standsOut)], 14);
  const columns = [left, stack([statistics(sheet, segment, report)], 14)];
  const head = 50;
  const below = stack(
    [
      list(sheet, report.text('rules.about'), segment.evidence, contentWidth),
      list(sheet, report.text('report.whatToDo'), segment.whatToDo, contentWidth),
      note(sheet, segment),
    ],
    10,
  );
  const height = head + Math.max(...columns.map((column) => column.height)) + 14 + below.height;
  sheet.ensure(height);
  drawName(sheet, segment);
  const top = sheet.y + head;
  for (const [index, column] of columns.entries()) column.draw(index === 0 ? page.left : right, top);
  below.draw(page.left, sheet.y + height - below.height);
  sheet.down(height + 30);
}

export const leastSegmentHeight = 260;

function drawName(sheet: Sheet, { id, name, size, doubt }: ReportSegment): void {
  const { type, document, y } = sheet;
  if (y > page.top) sheet.hairline(y, page.left, page.right, colors.line);
  drawSwatch(document, id, page.left, y + 16.5);
  const style = styles.heading;
  const sizeWidth = Math.min(contentWidth * 0.45, type.width(size, styles.lead));
  const doubtWidth = doubt === null ? 0 : type.width(doubt, styles.small) + 26;
  const shown = type.shortened(name, style, contentWidth - sizeWidth - 40 - doubtWidth);
  type.line(shown, page.left + 18, y + 11, style);
  if (doubt !== null) drawDoubt(sheet, doubt, page.left + 18 + type.width(shown, style) + 12, y + 17.5);
  type.line(type.shortened(size, styles.lead, sizeWidth + 1), page.right, y + 14.5, styles.lead, 'right');
}

/** A triangle and the grade, beside the name of a segment that does not come back reliably. */
function drawDoubt({ type, document }: Sheet, doubt: string, x: number, y: number): void {
  document
    .polygon([x + 4, y], [x + 8, y + 7], [x, y + 7])
    .fillColor(colors.caution)
    .fill();
  type.line(doubt, x + 12, y - 1.5, { ...styles.small, color: colors.caution });
}

function drawSwatch(document: PDFKit.PDFDocument, id: number, x: number, y: number): void {
  const { color, shape } = segmentMark(id, 'light');
  const size = 10;
  const middle = size / 2;
  if (shape === 'diamond')
    document.polygon([x + middle, y - 1], [x + size + 1, y + middle], [x + middle, y + size + 1], [x - 1, y + middle]);
  else if (shape === 'triangle') document.polygon([x + middle, y], [x + size, y + size], [x, y + size]);
  else if (shape === 'pin') document.circle(x + middle, y + middle, middle);
  else document.roundedRect(x, y, size, size, 2);
  document.fillColor(color).fill();
}

function shares(sheet: Sheet, { id, shares: bars }: ReportSegment): Column | null {
  if (bars.length === 0) return null;
  const { type, document } = sheet;
  const labelWidth = 74;
  const textWidth = 44;
  const track = halfWidth - labelWidth - textWidth;
  const { color } = segmentMark(id, 'light');
  return {
    height: bars.length * barLine,
    draw: (x, y) => {
      for (const [index, { label, value, text }] of bars.entries()) {
        const top = y + index * barLine;
        const share = Math.min(1, Math.max(0, Number.isFinite(value) ? value : 0));
        type.line(type.shortened(label, styles.label, labelWidth - 8), x, top, { ...styles.label, line: barLine });
        document
          .roundedRect(x + labelWidth, top + barLine / 2 - 2.25, track, 4.5, 2.25)
          .fillColor(colors.subtle)
          .fill();
        if (share > 0)
          document
            .roundedRect(x + labelWidth, top + barLine / 2 - 2.25, Math.max(4.5, track * share), 4.5, 2.25)
            .fillColor(color)
            .fill();
        type.line(text, x + halfWidth, top, { ...styles.strong, size: 8.625, line: barLine }, 'right');
      }
    },
  };
}

function list(sheet: Sheet, title: string, lines: readonly string[], width: number = halfWidth): Column | null {
  if (lines.length === 0) return null;
  const { type } = sheet;
  const gap = 3;
  const heights = lines.map((line) => type.height(line, styles.bodyQuiet, width - 10, most.lines));
  const titleHeight = 17;
  return {
    height: heights.reduce((sum, height) => sum + height + gap, titleHeight - gap),
    draw: (x, y) => {
      type.line(title, x, y, styles.strong);
      let at = y + titleHeight;
      for (const [index, line] of lines.entries()) {
        sheet.document
          .circle(x + 2, at + styles.bodyQuiet.line / 2, 1.2)
          .fillColor(colors.ink3)
          .fill();
        type.paragraph(line, x + 10, at, styles.bodyQuiet, width - 10, most.lines);
        at += (heights[index] ?? 0) + gap;
      }
    },
  };
}

function statistics(sheet: Sheet, segment: ReportSegment, { text }: Report): Column | null {
  const rows = segment.statistics.slice(0, most.statistics);
  if (rows.length === 0) return null;
  const { type } = sheet;
  const own = { ...styles.label, weight: 600 as const, color: colors.ink };
  const widthOf = (texts: readonly string[], style: typeof own) =>
    Math.max(40, ...texts.map((one) => type.width(one, style)));
  const columnWidth = halfWidth * 0.28;
  const allWidth = Math.min(columnWidth, widthOf([text('report.all'), ...rows.map(({ all }) => all)], own));
  const ownWidth = Math.min(columnWidth, widthOf([segment.statistic, ...rows.map((row) => row.own)], own));
  const labelWidth = halfWidth - allWidth - ownWidth - 20;
  return {
    height: 16 + rows.length * statisticLine,
    draw: (x, y) => {
      const [ownRight, allRight] = [x + halfWidth - allWidth - 10, x + halfWidth];
      type.line(type.shortened(segment.statistic, styles.tableHead, ownWidth), ownRight, y, styles.tableHead, 'right');
      type.line(type.shortened(text('report.all'), styles.tableHead, allWidth), allRight, y, styles.tableHead, 'right');
      for (const [index, row] of rows.entries()) {
        const top = y + 14 + index * statisticLine;
        sheet.hairline(top, x, allRight);
        const label = { ...styles.label, line: statisticLine };
        type.line(type.shortened(row.label, label, labelWidth), x, top, { ...label, color: colors.ink });
        type.line(type.shortened(row.own, own, ownWidth), ownRight, top, { ...own, line: statisticLine }, 'right');
        type.line(type.shortened(row.all, label, allWidth), allRight, top, label, 'right');
      }
    },
  };
}

function note(sheet: Sheet, segment: ReportSegment): Column | null {
  const written = segment.note;
  if (written === undefined) return null;
  return {
    height: sheet.type.height(written, styles.small, contentWidth, most.note),
    draw: (x, y) => {
      sheet.type.paragraph(written, x, y, styles.small, contentWidth, most.note);
    },
  };
}
