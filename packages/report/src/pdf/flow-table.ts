import type { FigureTable } from '@clientele/charts';
import type { Report } from '../report.ts';
import { contentWidth, halfWidth, page, styles } from './page.ts';
import type { Sheet } from './sheet.ts';
import { drawTableHead, drawTableRow, rowHeight, type TableLayout, tableLayout } from './table.ts';

const mostRows = 200;
const leastForTwo = 8;
const together = 4;

/** Tables below each other that are one: its columns in groups that fit, each group in one or two columns of the page. */
export interface TablePlan {
  groups: { layout: TableLayout; x: number }[][];
  /** The least that must stand together: the head and the first rows. */
  least: number;
}

/** A table over the page's width: in two columns where it is narrow and long, in parts where it is too wide. */
export function planTable(sheet: Sheet, table: FigureTable): TablePlan {
  const half = tableLayout(table, sheet.type, halfWidth);
  const inTwo = table.rows.length >= leastForTwo && !half.isCut;
  const groups = inTwo
    ? [[page.left, page.left + halfWidth + page.gutter].map((x) => ({ layout: half, x }))]
    : columnGroups(sheet, table).map((layout) => [{ layout, x: page.left }]);
  const [first = []] = groups;
  const rows = Math.min(together, Math.ceil(table.rows.length / Math.max(1, first.length)));
  return { groups, least: (first[0]?.layout.headHeight ?? 0) + rows * rowHeight };
}

/** The first column with as many of the others as fit, until all have stood. */
function columnGroups(sheet: Sheet, table: FigureTable): TableLayout[] {
  const [name, ...others] = table.columns;
  if (name === undefined) return [];
  const layouts: TableLayout[] = [];
  let at = 0;
  do {
    let count = others.length - at;
    const layoutOf = () => {
      const columns = [name, ...others.slice(at, at + count)];
      return tableLayout({ ...table, columns }, sheet.type, contentWidth);
    };
    let layout = layoutOf();
    while (layout.cutsNumbers && count > 1) {
      count -= 1;
      layout = layoutOf();
    }
    layouts.push(layout);
    at += Math.max(1, count);
  } while (at < others.length);
  return layouts;
}

/** Draws the rows from where the sheet is, over as many pages as they need, each with the head. */
export function flowTable(sheet: Sheet, table: FigureTable, plan: TablePlan, report: Report): void {
  const rows = table.rows.slice(0, mostRows);
  for (const [index, group] of plan.groups.entries()) {
    if (index > 0) sheet.down(14);
    sheet.ensure(plan.least);
    flowGroup(sheet, rows, group);
  }
  sheet.down(drawRest(sheet, table.rows.length - rows.length, page.left, sheet.y, report) - sheet.y);
}

function flowGroup(sheet: Sheet, rows: FigureTable['rows'], group: TablePlan['groups'][number]): void {
  const headHeight = group[0]?.layout.headHeight ?? 0;
  let at = 0;
  do {
    const fit = Math.max(1, Math.floor((sheet.room - headHeight) / rowHeight));
    const each = Math.min(fit, Math.ceil((rows.length - at) / group.length));
    for (const [index, { layout, x }] of group.entries()) {
      let y = drawTableHead(sheet, layout, x, sheet.y);
      for (const row of rows.slice(at + index * each, at + (index + 1) * each))
        y = drawTableRow(sheet, layout, row, x, y);
    }
    sheet.down(headHeight + each * rowHeight);
    at += each * group.length;
    if (at < rows.length) sheet.newPage();
  } while (at < rows.length);
}

/** Says how many rows are not here; gives the y below. */
export function drawRest(sheet: Sheet, rest: number, x: number, y: number, { text }: Report): number {
  if (rest <= 0) return y;
  sheet.type.line(text('report.moreRows', { n: rest }), x, y + 4, styles.small);
  return y + 4 + styles.small.line;
}
