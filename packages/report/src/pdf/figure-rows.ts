import { drawFigure, isDrawable } from '../figures/draw-figure.ts';
import { figurePairs } from '../figures/figure-pairs.ts';
import { figureNote, figureTitles } from '../figures/figure-titles.ts';
import type { Report, ReportFigure } from '../report.ts';
import { drawSvg } from './draw-svg.ts';
import { drawRest, flowTable, planTable } from './flow-table.ts';
import { contentWidth, halfWidth, page, pointsPerPixel, styles } from './page.ts';
import type { Sheet } from './sheet.ts';
import { drawTableHead, drawTableRow, rowHeight, tableLayout } from './table.ts';

const titleLines = 4;
const noteLines = 4;
const headGap = 7;
const rowGap = 24;
const halfTableRows = 18;
/** A drawing may lose this much of its height to stand on the page that is begun. */
const squeeze = 0.8;

interface Placed {
  item: ReportFigure;
  x: number;
  width: number;
}

/** Figures beside each other, with what they need: all together, and with their drawings squeezed. */
export interface FigureRow {
  placed: Placed[];
  head: number;
  whole: number;
  least: number;
}

/** The figures of a section as they stand on the page. */
export function figureRows(sheet: Sheet, figures: readonly ReportFigure[], report: Report): FigureRow[] {
  // A table whose numbers half a page cannot hold takes the whole width.
  const widened = figures.map((item) => {
    const isTooWide = !isDrawable(item.figure) && tableLayout(item.figure.table, sheet.type, halfWidth).cutsNumbers;
    return isTooWide ? { ...item, width: 'full' as const } : item;
  });
  return figurePairs(widened).map((items) => {
    const width = items.length > 1 ? halfWidth : contentWidth;
    const placed = items.map((item, index) => ({ item, x: page.left + index * (halfWidth + page.gutter), width }));
    return measured(sheet, placed, report);
  });
}

function measured(sheet: Sheet, placed: Placed[], report: Report): FigureRow {
  const { type } = sheet;
  const head = Math.max(
    ...placed.map(({ item, width }) => {
      const { title, subtitle } = figureTitles(item.figure);
      const lines = type.height(title, styles.subheading, width, titleLines);
      return lines + type.height(subtitle, styles.label, width, titleLines) + headGap;
    }),
  );
  const bodies = placed.map((one) => {
    const { figure } = one.item;
    const note = noteHeight(sheet, one, report);
    if (isDrawable(figure)) {
      const height = drawingHeight(one, head + note);
      return [height + note, height * squeeze + note] as const;
    }
    const height = placed.length === 1 ? planTable(sheet, figure.table).least : halfTableHeight(sheet, one);
    return [height + note, height + note] as const;
  });
  return {
    placed,
    head,
    whole: head + Math.max(...bodies.map(([whole]) => whole)),
    least: head + Math.max(...bodies.map(([, least]) => least)),
  };
}

const noteHeight = (sheet: Sheet, { item, width }: Placed, { text }: Report): number => {
  const note = figureNote(item.figure, text);
  return note === undefined ? 0 : 4 + sheet.type.height(note, styles.small, width, noteLines);
};

const drawingHeight = ({ item }: Placed, around: number): number =>
  Math.min(item.figure.height * pointsPerPixel, page.bottom - page.top - around - 60);

function halfTableHeight(sheet: Sheet, { item, width }: Placed): number {
  const { rows } = item.figure.table;
  const rest = rows.length > halfTableRows ? 4 + styles.small.line : 0;
  return (
    tableLayout(item.figure.table, sheet.type, width).headHeight +
    Math.min(rows.length, halfTableRows) * rowHeight +
    rest
  );
}

/** Draws a row of figures whole on one page; only a table over the whole width may go on over the next. */
export async function drawFigureRow(sheet: Sheet, row: FigureRow, report: Report, name: string): Promise<void> {
  const { placed, head } = row;
  sheet.ensure(row.least);
  const bottoms: number[] = [];
  for (const [index, one] of placed.entries()) {
    const { figure } = one.item;
    const { title, subtitle } = figureTitles(figure);
    const below = sheet.type.paragraph(title, one.x, sheet.y, styles.subheading, one.width, titleLines);
    sheet.type.paragraph(subtitle, one.x, below, styles.label, one.width, titleLines);
    const top = sheet.y + head;
    const note = noteHeight(sheet, one, report);
    if (isDrawable(figure)) {
      const height = Math.min(drawingHeight(one, head + note), sheet.room - head - note);
      await drawDrawing(sheet, one, top, height, `${name}-${index}`);
      bottoms.push(drawNote(sheet, one, top + height, report));
    } else if (placed.length > 1) bottoms.push(drawNote(sheet, one, drawHalfTable(sheet, one, top, report), report));
    else {
      sheet.down(head);
      flowTable(sheet, figure.table, planTable(sheet, figure.table), report);
      bottoms.push(drawNote(sheet, one, sheet.y, report));
    }
  }
  sheet.down(Math.max(...bottoms) - sheet.y);
  for (const { item } of placed)
    if (item.withTable && isDrawable(item.figure)) drawNumbers(sheet, item, placed.length > 1, report);
  sheet.down(rowGap);
}

/** The numbers of a drawing below it. */
function drawNumbers(sheet: Sheet, { figure }: ReportFigure, needsTitle: boolean, report: Report): void {
  const plan = planTable(sheet, figure.table);
  const titleHeight = needsTitle ? styles.strong.line + 2 : 0;
  sheet.down(14);
  sheet.ensure(titleHeight + plan.least);
  if (needsTitle) {
    const title = sheet.type.shortened(figureTitles(figure).title, styles.strong, contentWidth);
    sheet.type.line(title, page.left, sheet.y, styles.strong);
    sheet.down(titleHeight);
  }
  flowTable(sheet, figure.table, plan, report);
}

async function drawDrawing(
  sheet: Sheet,
  { item, x, width }: Placed,
  y: number,
  height: number,
  prefix: string,
): Promise<void> {
  const pixels = { width: Math.round(width / pointsPerPixel), height: Math.round(height / pointsPerPixel) };
  const svg = await drawFigure(item.figure, { scheme: 'light', ...pixels }, prefix);
  if (svg !== null) drawSvg(sheet, svg, { x, y, width, height });
}

function drawNote(sheet: Sheet, { item, x, width }: Placed, y: number, { text }: Report): number {
  const note = figureNote(item.figure, text);
  return note === undefined ? y : sheet.type.paragraph(note, x, y + 4, styles.small, width, noteLines);
}

function drawHalfTable(sheet: Sheet, { item, x, width }: Placed, top: number, report: Report): number {
  const { table } = item.figure;
  const layout = tableLayout(table, sheet.type, width);
  let y = drawTableHead(sheet, layout, x, top);
  for (const row of table.rows.slice(0, halfTableRows)) y = drawTableRow(sheet, layout, row, x, y);
  return drawRest(sheet, table.rows.length - halfTableRows, x, y, report);
}
