import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckdb } from '@clientele/engines/duckdb';
import { expect, it } from 'vitest';
import { orderTable } from '../../run/testing/tables.ts';
import { createExplainer } from './create-explainer.ts';
import { explainSource } from './explain-source.ts';
import { explainedCsv } from './explained-csv.ts';
import { segmented } from './testing/explained.ts';

it('explains the customers of a file as by hand, and as CSV', async () => {
  const base = orderTable({ recency: [1, 2, 3, 90, 95, 99], frequency: [9, 8, 9, 1, 2, 1] });
  const { document } = await segmented(base, { method: 'kmeans', k: 2 });
  const folder = await mkdtemp(join(tmpdir(), 'clientele-explain-'));
  const engine = await openDuckdb({ threads: 1 });
  try {
    const file = join(folder, 'new.csv');
    // The file has the label of one feature, and its own order.
    await writeFile(file, 'customer,Orders,recency\n=anna,1,80\nben,9,2\ncleo,,40\n');
    const { table, explain } = await explainSource({ engine }, engine, file, document);
    const explained = table.ids.map((id, row) => ({ id, explanation: explain(row) }));
    const byHand = createExplainer(document);
    expect(explained.map(({ explanation }) => explanation)).toEqual([
      byHand({ recency: 80, frequency: 1 }),
      byHand({ recency: 2, frequency: 9 }),
      byHand({ recency: 40, frequency: null }),
    ]);
    const [head, anna] = [...explainedCsv(explained)];
    expect(head).toMatch(/^customer,segment,segment_name,why,change,/);
    expect(anna).toMatch(/^'=anna,1,.*,"?In .* because .*A second order in the next 30 days: .*,0,/);
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
});
