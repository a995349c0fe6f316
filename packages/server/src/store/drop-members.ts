import type { Session } from '@clientele/engines';

/** What the names of the tables with places by UMAP of a segmentation begin with. */
export const umapPrefix = (members: string): string => `${members}_umap_`;

/** The tables with places by UMAP of a segmentation, oldest first: each has a number of its own in its name. */
export async function umapTables(session: Session, members: string): Promise<string[]> {
  const prefix = umapPrefix(members);
  const rows = await session.rows(
    'select table_name from information_schema.tables where table_catalog = current_database() and starts_with(table_name, $1)',
    [prefix],
  );
  const numberOf = (name: string) => Number.parseInt(name.slice(prefix.length), 10);
  return rows.map((row) => String(row.table_name)).sort((a, b) => numberOf(a) - numberOf(b));
}

/** Drops the table of a segmentation's members and the maps that were drawn of them. */
export async function dropMembers(session: Session, members: string): Promise<void> {
  for (const name of [...(await umapTables(session, members)), members])
    await session.run(`drop table if exists ${session.quoteIdentifier(name)}`);
}
