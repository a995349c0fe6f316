import { quoteIdentifier, type Session } from '@clientele/engines';
import type { Members } from '../../data-table.ts';

/** A customer of a segmentation as a test writes it; a segment of null is none. */
export interface MadePlace {
  customer: string;
  segment: number | null;
  x: number | null;
  y: number | null;
  z?: number;
  /** As prepared. */
  p?: readonly number[];
}

/** Puts the customers of a segmentation with their places into a table. */
export async function makePlaces(session: Session, name: string, places: readonly MadePlace[]): Promise<Members> {
  const table = quoteIdentifier(name);
  const prepared = (places[0]?.p ?? []).map((_, i) => `p${i}`);
  const columns = [
    'customer varchar',
    'segment integer',
    ...['x', 'y', 'z', ...prepared].map((axis) => `${axis} double`),
  ];
  await session.run(`create or replace table ${table} (${columns.join(', ')})`);
  const cell = (column: string, at: number) =>
    `json_extract_string(value, '$[${at}]')${column === 'customer' ? '' : '::double'}`;
  const names = ['customer', 'segment', 'x', 'y', 'z', ...prepared];
  const rows = places.map(({ customer, segment, x, y, z = null, p = [] }) => [customer, segment, x, y, z, ...p]);
  await session.run(`insert into ${table} select ${names.map(cell).join(', ')} from json_each($1)`, [
    JSON.stringify(rows),
  ]);
  return { table: name };
}
