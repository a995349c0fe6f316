import type { FigureTable, TableColumn } from '../figure.ts';

type Cell = FigureTable['rows'][number][string];

/** A column of text. */
export const textColumn = (key: string, label: string): TableColumn => ({ key, label, align: 'left' });

/** A column of numbers. */
export const numberColumn = (key: string, label: string): TableColumn => ({ key, label, align: 'right' });

/** A cell: the value for CSV and how it reads. */
export const cell = (
  value: string | number | null,
  text: string = value === null ? '\u2013' : String(value),
): Cell => ({
  value,
  text,
});
