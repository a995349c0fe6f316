import type { Formats } from '@clientele/charts';
import type { ColumnCondition, DatasetKind, RowColumn, RowPage } from '@clientele/contracts';
import type { Text, TextKey } from '@clientele/texts';

const nothing = '\u2013';
const mostDecimals = 6;

const ownLabels = {
  order: 'rows.column.order',
  time: 'rows.column.time',
  customer: 'rows.column.customer',
  country: 'rows.column.country',
  product: 'rows.column.product',
  description: 'rows.column.description',
  quantity: 'rows.column.quantity',
  unitPrice: 'rows.column.unitPrice',
  amount: 'rows.column.amount',
  segment: 'rows.column.segment',
} as const satisfies Record<string, TextKey>;

const ofEveryTable = ['customer', 'country', 'segment'];

/** The columns with their names in the reader's language; a table of customers names its own. */
export function namedColumns(columns: readonly RowColumn[], kind: DatasetKind, text: Text): RowColumn[] {
  return columns.map((column) => {
    const isOwn = Object.hasOwn(ownLabels, column.id) && (kind === 'orders' || ofEveryTable.includes(column.id));
    return isOwn ? { ...column, label: text(ownLabels[column.id as keyof typeof ownLabels]) } : column;
  });
}

export const isNumeric = ({ type }: Pick<RowColumn, 'type'>): boolean => type === 'number' || type === 'money';

/** Width in pixels that the head of a column, sorted and filtered, and most of its cells fit in. */
export function columnWidth(column: RowColumn, isNarrow: boolean): number {
  const { id, type, label } = column;
  if (id === 'description') return 172;
  if (type === 'time') return 140;
  if (id === 'segment') return 176;
  if (id === 'country') return 120;
  // On a phone the button of the filter is wider.
  const buttons = (isNumeric(column) ? 60 : 48) + (isNarrow ? 12 : 0);
  return Math.min(220, Math.max(88, Math.ceil(label.length * 6.2) + buttons));
}

/** A cell as it is read: numbers with all their decimals. */
export function cellText(cell: RowPage['rows'][number][number], { type }: RowColumn, formats: Formats): string {
  if (cell === null || cell === '') return nothing;
  if (typeof cell === 'string') return type === 'time' ? formats.time(cell) : cell;
  if (type === 'money') return formats.moneyExact(cell);
  const decimals = /\.(\d+)$/.exec(String(cell))?.[1]?.length ?? 0;
  return formats.fixed(cell, Math.min(mostDecimals, decimals));
}

/** A condition in words. */
export function conditionText(
  { column: id, test, value }: ColumnCondition,
  columns: readonly RowColumn[],
  formats: Formats,
  text: Text,
): string {
  const column = columns.find((each) => each.id === id);
  const number = value.trim() === '' ? Number.NaN : Number(value);
  const shown =
    column?.type === 'time' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
      ? formats.date(value)
      : column !== undefined && isNumeric(column) && Number.isFinite(number)
        ? cellText(number, column, formats)
        : value;
  return text(`rows.chip.${test}`, { column: column?.label ?? id, value: shown });
}
