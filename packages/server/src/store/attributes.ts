import { ClienteleError } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { Attributes } from '@clientele/pipeline';

/** Drops a table of joined attributes, unless a dataset or a segmentation is still shown with it. */
export async function dropUnusedAttributes(session: Session, attributes: Attributes | undefined): Promise<void> {
  if (attributes === undefined) return;
  const users = await session.rows(
    `select 1 as used from datasets where json_extract_string(document, '$.table.attributes.table') = $1
     union all select 1 from segmentations where json_extract_string(attributes, '$.table') = $1`,
    [attributes.table],
  );
  if (users.length === 0) await session.run(`drop table if exists ${session.quoteIdentifier(attributes.table)}`);
}

/** @throws ClienteleError `conflict` where the attributes that a run was made by are gone */
export async function checkAttributes(session: Session, { table }: Attributes): Promise<void> {
  const found = await session.rows(
    'select 1 as there from information_schema.tables where table_catalog = current_database() and table_name = $1',
    [table],
  );
  if (found.length > 0) return;
  throw new ClienteleError(
    'conflict',
    "The customers' attributes were changed while they were segmented; run it once more.",
  );
}

/** Attributes as they are kept with a segmentation. */
export function readAttributes(text: unknown): Attributes | undefined {
  return typeof text === 'string' ? (JSON.parse(text) as Attributes) : undefined;
}
