import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SegmentationDocument } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRecipe } from '../run/run-recipe.ts';
import { customerTable, testRecipe } from '../run/testing/tables.ts';
import { createPredictor } from './create-predictor.ts';
import { readNewCustomers, scoreSource } from './score-source.ts';

let engine: Engine;
let folder: string;
let document: SegmentationDocument;

beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  folder = await mkdtemp(join(tmpdir(), 'clientele-score-'));
  const table = customerTable({
    age: [20, 22, 24, 60, 62, 64],
    club: ['no', 'no', 'no', 'yes', 'yes', 'yes'],
  });
  ({ document } = await runRecipe({ table, recipe: testRecipe({ k: 2 }) }));
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const score = async (name: string, text: string) => scoreSource({ engine }, engine, await file(name, text), document);

describe('scoreSource', () => {
  it('scores as the values by hand, whatever the order and letter case of the columns', async () => {
    const { table, predictions } = await score('new.csv', 'CLUB,customer,Age\nyes,a,61\nno,b,19\n');
    expect(table.ids).toEqual(['a', 'b']);
    const predict = createPredictor(document);
    expect(predictions).toEqual([predict({ age: 61, club: 'yes' }), predict({ age: 19, club: 'no' })]);
  });

  it('scores row after row as it is asked', async () => {
    const { table, predictions } = await readNewCustomers(
      { engine },
      engine,
      await file(
        'many.csv',
        `who,age,club\n${Array.from({ length: 50 }, (_, i) => `c${i},${20 + i},no`).join('\n')}\n`,
      ),
      document,
      { table: 'elsewhere' },
    );
    expect(table.ids).toHaveLength(50);
    expect(predictions().next().value).toEqual(createPredictor(document)({ age: 20, club: 'no' }));
    expect(await engine.rows('select count(*)::integer as n from elsewhere')).toEqual([{ n: 50 }]);
  });

  it('says which column is missing', async () => {
    await expect(score('half.csv', 'who,age\na,1\nb,2\n')).rejects.toThrow(
      'half.csv has no column for club; one row a customer with a column for each feature of the model (age, club) was expected, and its columns are who, age.',
    );
  });

  it('takes no order lines for a model of customers', async () => {
    const orders =
      'Invoice,StockCode,Quantity,InvoiceDate,Price,Customer ID\n1,a,2,2010-12-01 08:26,2.5,17850\n2,b,1,2010-12-02 09:00,3,17851\n';
    await expect(score('orders.csv', orders)).rejects.toThrow(
      'orders.csv holds order lines, and the model was made from a table of customers; one row a customer with a column for each feature of the model (age, club) was expected.',
    );
  });
});
