import { ClienteleError, type Dataset } from '@clientele/contracts';
import type { Engine, Row, Session } from '@clientele/engines';
import type { DataTable, Materialised, MaterialisedTables } from '@clientele/pipeline';
import { dropUnusedAttributes, readAttributes } from './attributes.ts';
import { dropMembers } from './drop-members.ts';

/** A dataset as kept: what is told of it, and where its rows are. */
export interface StoredDataset {
  dataset: Dataset;
  table: DataTable;
  /** What stands in for the lines under the rules that are on; null for a table of customers, and until a store of an older version has it. */
  materialised: Materialised | null;
  /** Another one whenever what is computed from the rows may come out otherwise. */
  edition: string;
  /** SHA-256 of the file, where it was given at the start of the server; null for uploads. */
  contentHash: string | null;
}

/** A number for the name of a new table; never given twice. */
export async function nextNumber(session: Session): Promise<number> {
  const [row] = await session.rows("select nextval('numbers') as number");
  return Number(row?.number);
}

/** Names of the tables that stand in for the lines of a table of rows. */
export function materialisedTables({ table }: DataTable): MaterialisedTables {
  const number = table.slice(table.lastIndexOf('_') + 1);
  return {
    customers: `features_${number}`,
    visits: `visits_${number}`,
    purchases: `purchases_${number}`,
    products: `products_${number}`,
  };
}

/** All datasets, newest first. */
export async function listDatasets(session: Session): Promise<StoredDataset[]> {
  const rows = await session.rows('select document from datasets order by number desc');
  return rows.map(fromRow);
}

/** @throws ClienteleError `not-found` */
export async function findDataset(session: Session, id: string): Promise<StoredDataset> {
  const [row] = await session.rows('select document from datasets where id = $1', [id]);
  if (row !== undefined) return fromRow(row);
  throw new ClienteleError('not-found', 'There is no such dataset; it may have been removed.', {
    dataset: id.slice(0, 100),
  });
}

export async function insertDataset(session: Session, number: number, stored: StoredDataset): Promise<void> {
  const { id, createdAt } = stored.dataset;
  await session.run('insert into datasets values ($1, $2, $3, $4)', [id, number, createdAt, JSON.stringify(stored)]);
}

export async function updateDataset(session: Session, stored: StoredDataset): Promise<void> {
  await session.run('update datasets set document = $2 where id = $1', [stored.dataset.id, JSON.stringify(stored)]);
}

/** Removes a dataset with its rows and its segmentations. @throws ClienteleError `not-found` */
export async function deleteDataset(engine: Engine, id: string): Promise<void> {
  await engine.transaction(async (session) => {
    const { table } = await findDataset(session, id);
    const made = await session.rows('select members_table, attributes from segmentations where dataset_id = $1', [id]);
    await session.run('delete from segmentations where dataset_id = $1', [id]);
    await session.run('delete from datasets where id = $1', [id]);
    const tables = [table.table, ...Object.values(materialisedTables(table))];
    for (const name of tables) await session.run(`drop table if exists ${session.quoteIdentifier(name)}`);
    for (const row of made) {
      await dropMembers(session, String(row.members_table));
      await dropUnusedAttributes(session, readAttributes(row.attributes));
    }
    await dropUnusedAttributes(session, table.attributes);
  });
}

function fromRow(row: Row): StoredDataset {
  const document = JSON.parse(String(row.document)) as StoredDataset &
    Partial<Pick<StoredDataset, 'materialised' | 'edition'>>;
  return { ...document, materialised: document.materialised ?? null, edition: document.edition ?? '' };
}
