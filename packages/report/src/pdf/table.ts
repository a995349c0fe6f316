import type { FigureTable, TableColumn } from '@clientele/charts';
import { colors, styles } from './page.ts';
import type { Sheet } from './sheet.ts';
import type { Typesetter } from './typesetter.ts';

export const rowHeight = 15;
/** Between columns: as it should be, and where the room is short. */
const gaps = [12, 7] as const;
const widestGap = 56;
const headLines = 2;
/** What a column of names keeps where the room is short. */
const leastText = 54;
/** A table of so many rows tells its width from the first ones. */
const measured = 200;

export interface TableLayout {
  columns: (TableColumn & { width: number; lines: string[] })[];
  gap: number;
  width: number;
  headHeight: number;
  /** True where a column is narrower than its texts. */
  isCut: boolean;
  /** True where that is a column of numbers: half a number is a wrong number. */
  cutsNumbers: boolean;
}

/** Widths of the columns: as their texts need, the widest cut where the room is short. */
export function tableLayout(table: FigureTable, type: Typesetter, room: number): TableLayout {
  const layout = layoutWith(table, type, room, gaps[0]);
  return layout.isCut ? layoutWith(table, type, room, gaps[1]) : layout;
}

function layoutWith(table: FigureTable, type: Typesetter, room: number, gap: number): TableLayout {
  const available = Math.max(40, room - gap * (table.columns.length - 1));
  const cells = table.columns.map(({ key }) =>
    Math.max(18, ...table.rows.slice(0, measured).map((row) => type.width(row[key]?.text ?? '', styles.table))),
  );
  const heads = table.columns.map(({ label }) => type.width(label, styles.tableHead));
  const words = table.columns.map(({ label }) =>
    Math.max(...label.split(' ').map((word) => type.width(word, styles.tableHead))),
  );
  const wanted = (factor: number) =>
    cells.map((width, index) => Math.max(width, words[index] ?? 0, (heads[index] ?? 0) * factor) + 0.5);
  // Heads on one line where the room allows, else on two.
  const onOne = wanted(1);
  const natural = onOne.reduce((sum, width) => sum + width, 0) <= available ? onOne : wanted(0.55);
  const isNumber = table.columns.map(({ align }) => align === 'right');
  const numbers = natural.reduce((sum, width, index) => sum + (isNumber[index] ? width : 0), 0);
  const texts = natural.map((width, index) => (isNumber[index] ? 0 : width));
  const least = Math.min(
    leastText * texts.filter((width) => width > 0).length,
    texts.reduce((sum, width) => sum + width, 0),
  );
  const cutsNumbers = numbers + least > available + 0.01;
  // Names give way before numbers do.
  const fittedTexts = fitted(texts, available - numbers);
  const widths = cutsNumbers
    ? fitted(natural, available)
    : natural.map((width, index) => (isNumber[index] ? width : (fittedTexts[index] ?? 0)));
  const spare = available - widths.reduce((sum, width) => sum + width, 0);
  const between = gap + Math.min(widestGap - gap, Math.max(0, spare / Math.max(1, natural.length - 1)));
  const columns = table.columns.map((column, index) => {
    const width = widths[index] ?? 0;
    return { ...column, width, lines: type.lines(column.label, styles.tableHead, width, headLines) };
  });
  return {
    columns,
    gap: between,
    width: widths.reduce((sum, width) => sum + width, between * (widths.length - 1)),
    cutsNumbers,
    isCut: natural.some((width, index) => width > (widths[index] ?? 0) + 0.01),
    headHeight: Math.max(1, ...columns.map(({ lines }) => lines.length)) * styles.tableHead.line + 4,
  };
}

/** Every column as wide as it wants, but none wider than a bound that makes them fit. */
function fitted(natural: readonly number[], available: number): number[] {
  const sum = (bound: number) => natural.reduce((total, width) => total + Math.min(width, bound), 0);
  let [low, high] = [0, Math.max(0, ...natural)];
  if (sum(high) <= available) return [...natural];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (sum(middle) <= available) low = middle;
    else high = middle;
  }
  return natural.map((width) => Math.min(width, low));
}

function place(layout: TableLayout, x: number): number[] {
  let at = x;
  return layout.columns.map(({ width }) => {
    const left = at;
    at += width + layout.gap;
    return left;
  });
}

export function drawTableHead(sheet: Sheet, layout: TableLayout, x: number, y: number): number {
  const lefts = place(layout, x);
  const { line } = styles.tableHead;
  for (const [index, { lines, align, width }] of layout.columns.entries()) {
    const left = lefts[index] ?? x;
    const top = y + layout.headHeight - 4 - lines.length * line;
    for (const [at, text] of lines.entries())
      sheet.type.line(text, align === 'right' ? left + width : left, top + at * line, styles.tableHead, align);
  }
  sheet.hairline(y + layout.headHeight, x, x + layout.width, colors.line);
  return y + layout.headHeight;
}

export function drawTableRow(
  sheet: Sheet,
  layout: TableLayout,
  row: FigureTable['rows'][number],
  x: number,
  y: number,
): number {
  const lefts = place(layout, x);
  for (const [index, { key, align, width }] of layout.columns.entries()) {
    const left = lefts[index] ?? x;
    const text = sheet.type.shortened(row[key]?.text ?? '', styles.table, width);
    sheet.type.line(text, align === 'right' ? left + width : left, y + 1.5, styles.table, align);
  }
  sheet.hairline(y + rowHeight, x, x + layout.width);
  return y + rowHeight;
}
