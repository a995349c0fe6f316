import type { Session } from '@clientele/engines';
import { nextNumber } from './datasets.ts';

const prefix = 'review_';

/** A name for a table that no dataset has yet: whatever bears such a name is dropped at the next start. */
export async function scratchName(session: Session): Promise<string> {
  return `${prefix}${await nextNumber(session)}`;
}

/** Gives a scratch table the name under which a dataset keeps it. */
export async function adoptTable(session: Session, scratch: string, name: string): Promise<void> {
  await session.run(`alter table ${session.quoteIdentifier(scratch)} rename to ${session.quoteIdentifier(name)}`);
}

/** Drops a table, where it is there. */
export async function dropTable(session: Session, name: string): Promise<void> {
  await session.run(`drop table if exists ${session.quoteIdentifier(name)}`);
}

/** Drops what a process that ended left half done. */
export async function dropScratchTables(session: Session): Promise<void> {
  const left = await session.rows(
    'select table_name from information_schema.tables where table_catalog = current_database() and starts_with(table_name, $1)',
    [prefix],
  );
  for (const { table_name: name } of left) await dropTable(session, String(name));
}
