import { ClienteleError, type Dataset, type DatasetPatch } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { describeDataset, joinAccount, ledger, materialise } from '@clientele/pipeline';
import { dropUnusedAttributes } from '../store/attributes.ts';
import { findDataset, materialisedTables, type StoredDataset, updateDataset } from '../store/datasets.ts';
import { newId } from '../store/new-id.ts';
import { joinDataset } from './join-dataset.ts';
import type { Workshop } from './workshop.ts';

/**
 * Renames a dataset, sets its currency, switches its rules, joins a table of customers to it or takes it off.
 * @throws ClienteleError `not-found`, `nothing-kept`, and what `joinAttributes` throws
 */
export async function changeDataset(
  { engine, turns, views }: Workshop,
  id: string,
  patch: DatasetPatch,
): Promise<Dataset> {
  const isRead = patch.rules !== undefined || patch.join !== undefined;
  const change = async (session: Session): Promise<Dataset> => {
    let stored: StoredDataset = await findDataset(session, id);
    const former = stored.table.attributes;
    if (patch.name !== undefined) stored = { ...stored, dataset: { ...stored.dataset, name: patch.name } };
    if (patch.currency !== undefined) stored = { ...stored, dataset: { ...stored.dataset, currency: patch.currency } };
    if (isRead) stored = await readAgain(session, stored, patch);
    await updateDataset(session, stored);
    if (patch.join !== undefined) await dropUnusedAttributes(session, former);
    return stored.dataset;
  };
  const changed = await turns.take(() => engine.transaction(change));
  if (isRead) views.forget(id);
  return changed;
}

/** The dataset with the rules and the join asked for, and with all that follows from them. */
async function readAgain(session: Session, stored: StoredDataset, patch: DatasetPatch): Promise<StoredDataset> {
  const ruled = { ...stored.table, rules: patch.rules ?? stored.table.rules };
  const account = await ledger(session, ruled);
  if (account.kept.rows === 0)
    throw new ClienteleError('nothing-kept', 'These rules leave no row; switch one of them off.', {});
  const { table, join } = await joined(session, { ...stored, table: ruled }, patch.join);
  const materialised = await materialise(session, table, materialisedTables(table));
  const { join: _, ...dataset } = stored.dataset;
  const { source, problems, rows, currency } = dataset;
  const described = await describeDataset(session, { source, table, rows, ledger: account, problems });
  return {
    ...stored,
    table,
    materialised,
    edition: newId(),
    dataset: { ...dataset, ...described, currency, ...(join !== undefined && { join }) },
  };
}

/** The table with what it is joined to: a dataset of customers, nothing (null), or what it was (undefined). */
async function joined(
  session: Session,
  { table, dataset }: StoredDataset,
  wanted: DatasetPatch['join'],
): Promise<Pick<StoredDataset, 'table'> & Pick<Dataset, 'join'>> {
  const { attributes, ...bare } = table;
  if (typeof wanted === 'string') return joinDataset(session, bare, wanted);
  if (wanted === null || attributes === undefined || dataset.join === undefined) return { table: bare };
  return { table, join: { ...dataset.join, ...(await joinAccount(session, table, attributes)) } };
}
