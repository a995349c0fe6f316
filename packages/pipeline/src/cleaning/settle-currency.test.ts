import { defaultRules } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recognise } from '../recognition/recognise.ts';
import { settleCurrency } from './settle-currency.ts';
import { stage } from './stage.ts';
import { type Cells, memorySource } from './testing/memory-source.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
});
afterAll(() => engine.close());

async function settled(rows: Cells[], sampled: number) {
  const source = memorySource(['customer', 'date', 'amount', 'country'], rows, { sampled });
  const recognition = recognise(source);
  const staged = await stage(engine, source, recognition.mapping, 't');
  const { table, problems } = await settleCurrency(engine, { ...staged, rules: defaultRules });
  return [recognition.mapping.currency, table.mapping.currency, problems.map((problem) => problem.message)];
}

const line = (country: string) => ['a', '2020-01-01', '5.50', country];

it('takes the country of most lines of the whole file, not of the first ones', async () => {
  const rows = [line('Belgium'), line('Belgium'), line('Eire'), ...Array.from({ length: 4 }, () => line('UK'))];
  expect(await settled(rows, 3)).toEqual([
    'EUR',
    'GBP',
    [
      'No currency is named in the file; GBP is taken because the country with most lines is UK. Set the currency if this is wrong.',
    ],
  ]);
});

it('says nothing where the country tells no currency', async () => {
  const rows = [line('UK'), line('Atlantis'), line('Atlantis')];
  expect(await settled(rows, 1)).toEqual(['GBP', null, []]);
  expect(await settled([['a', '2020-01-01', '5.50', '']], 1)).toEqual([null, null, []]);
});
