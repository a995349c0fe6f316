import type { UmapRequest } from '@clientele/contracts';
import { type Session, type TableColumn, writeTable } from '@clientele/engines';
import type { Members, UmapPlaces } from '@clientele/pipeline';
import { nextNumber } from './datasets.ts';
import { umapPrefix, umapTables } from './drop-members.ts';
import { dropTable } from './scratch-tables.ts';

/** Of one segmentation; each may hold a million places. */
const mostKept = 4;

/** Customers and their places by UMAP. */
export interface UmapTableInput {
  ids: readonly string[];
  /** -1: none. */
  labels: Int32Array;
  places: UmapPlaces;
}

/** The table that holds the places of a segmentation's customers by UMAP as it was asked for: customer, segment, x, y, z; null: none yet. */
export async function findUmap(session: Session, members: Members, request: UmapRequest): Promise<string | null> {
  return (await umapTables(session, members.table)).find((name) => name.endsWith(requestText(request))) ?? null;
}

/** Stores places under their request; the oldest give way. Answers the table's name. */
export async function writeUmap(
  session: Session,
  members: Members,
  request: UmapRequest,
  { ids, labels, places: { x, y, z } }: UmapTableInput,
): Promise<string> {
  const former = await umapTables(session, members.table);
  const same = former.filter((name) => name.endsWith(requestText(request)));
  const others = former.filter((name) => !same.includes(name));
  for (const name of [...same, ...others.slice(0, Math.max(0, others.length + 1 - mostKept))])
    await dropTable(session, name);
  const table = `${umapPrefix(members.table)}${await nextNumber(session)}${requestText(request)}`;
  const columns: TableColumn[] = [
    { name: 'customer', type: 'VARCHAR', values: ids },
    { name: 'segment', type: 'INTEGER', values: labels, stored: 'nullif(segment, -1)' },
    { name: 'x', type: 'DOUBLE', values: x },
    { name: 'y', type: 'DOUBLE', values: y },
    ...(z === null ? [] : [{ name: 'z', type: 'DOUBLE', values: z } satisfies TableColumn]),
  ];
  await writeTable(session, table, columns, 'x is not null');
  return table;
}

const requestText = ({ dimensions, neighbours, minDistance, seed }: UmapRequest): string =>
  `_${dimensions}d_${neighbours}_${minDistance}_${seed}`;
