import type { Role, RowColumn } from '@clientele/contracts';
import type { DataTable, Members } from '../data-table.ts';

/** A column of the cleaned rows and where its cells come from. */
export interface RowSource extends RowColumn {
  /** SQL of a cell over the columns of the table; of a segment, its id. */
  sql: string;
  /** Its values are far fewer than the rows. */
  repeats: boolean;
}

/** Id of the column that names each row's segment. */
export const segmentColumn = 'segment';

interface OrderColumn extends RowSource {
  role: Role;
}

const orderColumns: readonly OrderColumn[] = [
  { id: 'order', label: 'Order', type: 'text', sql: 'order_id', repeats: false, role: 'order' },
  { id: 'time', label: 'Time', type: 'time', sql: 'time', repeats: false, role: 'time' },
  { id: 'customer', label: 'Customer', type: 'text', sql: 'customer', repeats: false, role: 'customer' },
  { id: 'country', label: 'Country', type: 'text', sql: 'country', repeats: true, role: 'country' },
  { id: 'product', label: 'Product', type: 'text', sql: 'product', repeats: true, role: 'product' },
  { id: 'description', label: 'Description', type: 'text', sql: 'description', repeats: true, role: 'description' },
  {
    id: 'quantity',
    label: 'Quantity',
    type: 'number',
    sql: 'cast(quantity as double)',
    repeats: true,
    role: 'quantity',
  },
  {
    id: 'unitPrice',
    label: 'Unit price',
    type: 'money',
    // The line keeps quantity and amount; six decimals are those that the price was read with.
    sql: 'round(cast(amount as double) / nullif(cast(quantity as double), 0), 6)',
    repeats: true,
    role: 'unitPrice',
  },
];
const amountColumn: RowSource = {
  id: 'amount',
  label: 'Amount',
  type: 'money',
  sql: 'cast(amount as double)',
  repeats: true,
};

/**
 * The columns of the cleaned rows, in order: of orders those whose role a column of the file plays, and the amount; of customers
 * their id, country and every feature. Where there is a segmentation, the segment comes last.
 */
export function rowColumns(table: DataTable, members?: Members): RowSource[] {
  const has = (role: Role) => table.mapping.roles[role] !== undefined;
  const columns = orderColumns
    .filter(({ role }) =>
      table.kind === 'orders' ? has(role) : role === 'customer' || (role === 'country' && has(role)),
    )
    .map(({ role: _role, ...column }): RowSource => column);
  const segment: RowSource = { id: segmentColumn, label: 'Segment', type: 'text', sql: 'segment', repeats: false };
  const own = table.kind === 'orders' ? [amountColumn] : featureColumns(table);
  return [...columns, ...own, ...(members === undefined ? [] : [segment])];
}

/** Features by their names; one that bears the name of a column of every table is told apart. */
function featureColumns(table: DataTable): RowSource[] {
  const taken = new Set(['customer', 'country', segmentColumn]);
  return table.columns.flatMap(({ name, type }, i): RowSource[] => {
    if (name === table.mapping.roles.country) return [];
    let id = name;
    while (taken.has(id)) id = `column ${id}`;
    taken.add(id);
    return type === 'number'
      ? [{ id, label: name, type, sql: `case when isfinite(f${i}) then f${i} end`, repeats: false }]
      : [{ id, label: name, type: 'text', sql: `f${i}`, repeats: true }];
  });
}
