import type { FigureTable } from '@clientele/charts';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../testing/sample-figures.ts';
import { planTable } from './flow-table.ts';
import { contentWidth, styles } from './page.ts';
import { Sheet } from './sheet.ts';
import { tableLayout } from './table.ts';

const sheet = new Sheet(new PDFDocument({ margin: 0 }));
const { type } = sheet;

const numbersFit = (table: FigureTable, width: number) =>
  tableLayout(table, type, width).columns.every(
    (column) =>
      column.align === 'left' ||
      table.rows.every((row) => type.width(row[column.key]?.text ?? '', styles.table) <= column.width + 0.01),
  );

describe('a table on paper', () => {
  it('is never wider than its place', () => {
    for (const columns of [1, 2, 6, 14, 60])
      expect(tableLayout(tableOf(5, columns), type, contentWidth).width).toBeLessThanOrEqual(contentWidth + 0.01);
  });

  it('cuts names before numbers', () => {
    const table = tableOf(5, 6);
    const long = { ...table, rows: table.rows.map((row) => ({ ...row, name: { text: 'W'.repeat(300), value: '' } })) };
    expect(numbersFit(long, contentWidth)).toBe(true);
    expect(tableLayout(long, type, contentWidth)).toMatchObject({ isCut: true, cutsNumbers: false });
  });

  it('stands in parts that repeat the first column where its numbers would not fit', () => {
    const { groups } = planTable(sheet, tableOf(30, 25));
    expect(groups.length).toBeGreaterThan(1);
    const columns = groups.flatMap(([one]) => one?.layout.columns.slice(1).map(({ key }) => key) ?? []);
    expect(columns).toEqual(Array.from({ length: 24 }, (_, index) => `n${index}`));
    for (const [one] of groups) expect(one?.layout).toMatchObject({ cutsNumbers: false });
    for (const [one] of groups) expect(one?.layout.columns[0]?.key).toBe('name');
  });

  it('stands in two columns where it is narrow and long', () => {
    expect(planTable(sheet, tableOf(30, 3)).groups.map((group) => group.length)).toEqual([2]);
    expect(planTable(sheet, tableOf(3, 3)).groups.map((group) => group.length)).toEqual([1]);
  });

  it('may have no columns and no rows', () => {
    expect(planTable(sheet, { columns: [], rows: [] }).groups).toEqual([]);
    expect(planTable(sheet, tableOf(0)).groups).toHaveLength(1);
  });
});
