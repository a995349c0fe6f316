import type { Report } from '../report.ts';
import { contentsPlace, drawContents, type Entry } from './contents.ts';
import { drawCover } from './cover.ts';
import { drawFigureRow, type FigureRow, figureRows } from './figure-rows.ts';
import { colors, contentWidth, page, styles } from './page.ts';
import { drawSegment, leastSegmentHeight } from './segments.ts';
import { Sheet } from './sheet.ts';

const lookAhead = 3;

/** The report as PDF: A4, vectors and text throughout. The same report gives the same bytes. */
export async function reportPdf(report: Report, { compress = true } = {}): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit');
  const madeAt = new Date(
    /[zZ]|[+-]\d\d:?\d\d$/.test(report.madeAt) || report.madeAt.length <= 10 ? report.madeAt : `${report.madeAt}Z`,
  );
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    autoFirstPage: true,
    compress,
    pdfVersion: '1.7',
    lang: report.language,
    displayTitle: true,
    info: {
      Title: report.title,
      Subject: report.subtitle,
      Creator: 'Clientele',
      Producer: 'Clientele',
      CreationDate: Number.isNaN(madeAt.getTime()) ? new Date(0) : madeAt,
    },
  } as PDFKit.PDFDocumentOptions);
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  await draw(new Sheet(document), report);
  document.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}

async function draw(sheet: Sheet, report: Report): Promise<void> {
  const { text } = report;
  const entries: Entry[] = [];
  drawCover(sheet, report);
  const chapters = report.sections.length + (report.segments.length > 0 ? 1 : 0) + (report.receipt.length > 0 ? 1 : 0);
  const contents = contentsPlace(sheet, chapters);
  if (contents !== null) sheet.turn();

  for (const [index, section] of report.sections.entries()) {
    const rows = figureRows(sheet, section.figures, report);
    const [first] = rows;
    heading(sheet, entries, section.title, section.lead, first?.least ?? 0);
    const waiting = [...rows.entries()];
    while (waiting.length > 0) {
      const [next] = waiting.splice(nextToDraw(waiting, sheet.room), 1);
      if (next !== undefined) await drawFigureRow(sheet, next[1], report, `s${index}r${next[0]}`);
    }
    if (rows.length === 0) empty(sheet, text('report.empty'));
  }
  if (report.segments.length > 0) {
    sheet.turn();
    heading(sheet, entries, text('report.segments'), undefined, leastSegmentHeight);
    for (const segment of report.segments) drawSegment(sheet, segment, report);
  }
  drawReceipt(sheet, entries, report);

  const pages = sheet.pageNumber;
  if (contents !== null) {
    sheet.document.switchToPage(0);
    drawContents(sheet, report, entries, contents);
  }
  for (let number = 1; number <= pages; number += 1) {
    sheet.document.switchToPage(number - 1);
    drawMargins(sheet, report, number, pages);
  }
}

/** The first row that waits, or one soon after it that still fits the page where the first does not. */
function nextToDraw(waiting: readonly (readonly [number, FigureRow])[], room: number): number {
  const fitting = waiting.slice(0, lookAhead).findIndex(([, { least }]) => least <= room);
  return Math.max(0, fitting);
}

/** A heading never stands alone: what follows it needs `next` on the same page. */
function heading(sheet: Sheet, entries: Entry[], title: string, lead: string | undefined, next: number): void {
  const leadHeight = lead === undefined ? 0 : sheet.type.height(lead, styles.lead, contentWidth, 4) + 2;
  const own = styles.heading.line + leadHeight + 14;
  sheet.ensure(Math.min(own + next, page.bottom - page.top));
  sheet.section = title;
  if (sheet.y === page.top) sheet.heads[sheet.pageNumber - 1] = title;
  const destination = `section-${entries.length + 1}`;
  entries.push({ title, page: sheet.pageNumber, destination });
  sheet.document.addNamedDestination(destination, 'XYZ', 0, Math.max(0, sheet.y - 20), null);
  sheet.document.outline.addItem(title);
  sheet.type.line(sheet.type.shortened(title, styles.heading, contentWidth), page.left, sheet.y, styles.heading);
  sheet.down(styles.heading.line);
  if (lead !== undefined) {
    sheet.type.paragraph(lead, page.left, sheet.y + 2, styles.lead, contentWidth, 4);
    sheet.down(leadHeight);
  }
  sheet.down(14);
}

function empty(sheet: Sheet, sentence: string): void {
  sheet.type.line(sentence, page.left, sheet.y, styles.bodyQuiet);
  sheet.down(styles.bodyQuiet.line + 24);
}

function drawReceipt(sheet: Sheet, entries: Entry[], { receipt, text }: Report): void {
  if (receipt.length === 0) return;
  const labelWidth = 110;
  const style = { ...styles.label, color: colors.ink };
  const heights = receipt.map(
    ({ value }) => Math.max(1, sheet.type.lines(value, style, contentWidth - labelWidth, 4).length) * 13 + 4,
  );
  heading(
    sheet,
    entries,
    text('report.receipt'),
    text('report.receiptLead'),
    heights.reduce((sum, height) => sum + height, 0),
  );
  for (const [index, { label, value }] of receipt.entries()) {
    sheet.type.line(sheet.type.shortened(label, styles.label, labelWidth - 8), page.left, sheet.y, styles.label);
    sheet.type.paragraph(value, page.left + labelWidth, sheet.y, { ...style, line: 13 }, contentWidth - labelWidth, 4);
    sheet.down(heights[index] ?? 0);
  }
}

/** Running head and foot. */
function drawMargins(
  sheet: Sheet,
  { title, subtitle, text, formats, madeAt }: Report,
  number: number,
  pages: number,
): void {
  const { type } = sheet;
  const style = styles.small;
  if (number > 1) {
    const section = type.shortened(sheet.heads[number - 1] ?? '', style, contentWidth * 0.4);
    type.line(type.shortened(title, style, contentWidth * 0.55), page.left, 36, style);
    type.line(section, page.right, 36, style, 'right');
    sheet.hairline(52);
  }
  const pageText = text('report.page', { page: number, pages });
  const date = formats.date(madeAt);
  sheet.hairline(797);
  type.line(pageText, page.right, 803, style, 'right');
  const room = contentWidth - type.width(pageText, style) - type.width(date, style) - 40;
  const dataset = type.shortened(subtitle, style, room);
  const end = page.left + type.line(dataset, page.left, 803, style);
  type.line(`  \u00B7  ${date}`, end, 803, style);
}
