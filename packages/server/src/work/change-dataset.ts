import { ClienteleError, type Dataset, type DatasetPatch, type Rules } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import {
  describeDataset,
  featuresOffered,
  joinAccount,
  ledger,
  materialise,
  materialiseAttributes,
} from '@clientele/pipeline';
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
    if (patch.rules !== undefined) stored = await withRules(session, stored, patch.rules);
    if (patch.join !== undefined) stored = await withJoin(session, stored, patch.join);
    if (isRead) stored = { ...stored, edition: newId() };
    await updateDataset(session, stored);
    if (patch.join !== undefined) await dropUnusedAttributes(session, former);
    return stored.dataset;
  };
  const changed = await turns.take(() => engine.transaction(change));
  if (isRead) views.forget(id);
  return changed;
}

/** The dataset under other rules, with all that follows from them. */
async function withRules(session: Session, stored: StoredDataset, rules: Rules): Promise<StoredDataset> {
  const table = { ...stored.table, rules };
  const account = await ledger(session, table);
  if (account.kept.rows === 0)
    throw new ClienteleError('nothing-kept', 'These rules leave no row; switch one of them off.', {});
  const materialised = await materialise(session, table, materialisedTables(table));
  const { source, problems, rows, currency, join } = stored.dataset;
  const described = await describeDataset(session, { source, table, rows, ledger: account, problems });
  const { attributes } = table;
  const counted = join !== undefined &&
    attributes !== undefined && { join: { ...join, ...(await joinAccount(session, table, attributes)) } };
  return { ...stored, table, materialised, dataset: { ...stored.dataset, ...described, currency, ...counted } };
}

/** The dataset with attributes of customers: from another dataset, or none (null). */
async function withJoin(session: Session, stored: StoredDataset, from: string | null): Promise<StoredDataset> {
  const { attributes: _, ...bare } = stored.table;
  const { join: __, ...dataset } = stored.dataset;
  const joined = from === null ? { table: bare } : await joinDataset(session, bare, from);
  const { table, join } = { join: undefined, ...joined };
  const materialised =
    stored.materialised === null ? null : await materialiseAttributes(session, table, stored.materialised);
  const features = featuresOffered(table);
  return { ...stored, table, materialised, dataset: { ...dataset, features, ...(join !== undefined && { join }) } };
}
