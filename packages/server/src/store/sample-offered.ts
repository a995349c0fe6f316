import type { Engine } from '@clientele/engines';

/** True once a store, while it is empty: then the sample shop is to be imported. */
export async function offerSample(engine: Engine): Promise<boolean> {
  const [row] = await engine.rows('select count(*) as datasets from datasets');
  if (Number(row?.datasets) > 0) return false;
  return (await engine.run('update store set sample_offered = true where not sample_offered')) > 0;
}
