import type { Engine } from '@clientele/engines';
import { materialise, materialisedVersion } from '@clientele/pipeline';
import { listDatasets, materialisedTables, updateDataset } from './datasets.ts';
import { newId } from './new-id.ts';

/** Makes what stands in for the lines of datasets that an older version imported, each in a transaction of its own. */
export async function completeDatasets(engine: Engine): Promise<void> {
  for (const stored of await listDatasets(engine)) {
    const { table, materialised } = stored;
    if (table.kind === 'customers' || materialised?.version === materialisedVersion) continue;
    await engine.transaction(async (session) => {
      const made = await materialise(session, table, materialisedTables(table));
      await updateDataset(session, { ...stored, materialised: made, edition: newId() });
    });
  }
}
