import type { Join } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { type DataTable, joinAttributes } from '@clientele/pipeline';
import { findDataset, nextNumber } from '../store/datasets.ts';

/**
 * Order lines with the attributes of a dataset of customers, copied: nothing is missing when that dataset goes. The copy is never
 * changed, as segmentations may be made by it. @throws ClienteleError `not-found`, and what `joinAttributes` throws
 */
export async function joinDataset(
  session: Session,
  orders: DataTable,
  customersId: string,
): Promise<{ table: DataTable; join: Join }> {
  const { dataset, table: customers } = await findDataset(session, customersId);
  const source = { table: customers, file: dataset.source.name };
  const { table, account } = await joinAttributes(session, orders, source, `attributes_${await nextNumber(session)}`);
  return { table, join: { datasetId: dataset.id, name: dataset.name, ...account } };
}
