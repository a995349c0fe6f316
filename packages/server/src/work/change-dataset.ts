import { ClienteleError, type Dataset, type DatasetPatch } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { describeDataset, ledger, materialiseCustomers } from '@clientele/pipeline';
import { findDataset, type StoredDataset, updateDataset } from '../store/datasets.ts';
import type { Workshop } from './workshop.ts';

/** Renames a dataset, sets its currency, switches its rules. @throws ClienteleError `not-found`, `nothing-kept` */
export async function changeDataset({ engine, turns }: Workshop, id: string, patch: DatasetPatch): Promise<Dataset> {
  const change = async (session: Session): Promise<Dataset> => {
    let stored: StoredDataset = await findDataset(session, id);
    if (patch.name !== undefined) stored = { ...stored, dataset: { ...stored.dataset, name: patch.name } };
    if (patch.currency !== undefined) stored = { ...stored, dataset: { ...stored.dataset, currency: patch.currency } };
    if (patch.rules !== undefined) {
      const table = { ...stored.table, rules: patch.rules };
      const account = await ledger(session, table);
      if (account.kept.rows === 0)
        throw new ClienteleError('nothing-kept', 'These rules leave no row; switch one of them off.', {});
      if (stored.features !== null) await materialiseCustomers(session, table, stored.features);
      const { source, problems, rows } = stored.dataset;
      const described = await describeDataset(session, { source, table, rows, ledger: account, problems });
      stored = { ...stored, table, dataset: { ...stored.dataset, ...described, currency: stored.dataset.currency } };
    }
    await updateDataset(session, stored);
    return stored.dataset;
  };
  return turns.take(() => engine.transaction(change));
}
