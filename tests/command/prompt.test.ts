import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shop } from '@clientele/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChooseKAnswer, SegmentAnswer } from '../support/answers.ts';
import { runCommand, runJson } from '../support/run-command.ts';
import { writeCustomers, writeShop } from '../support/sample-file.ts';

describe('the prompt', () => {
  let folder: string;
  let shopFile: string;
  let customersFile: string;
  let shop: Shop;
  const recipe = ['--transform', 'log', '--k', '4', '--seed', '7'];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-prompt-'));
    shopFile = join(folder, 'shop.csv');
    customersFile = join(folder, 'customers.csv');
    shop = await writeShop(shopFile);
    await writeCustomers(customersFile);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('segments a shop and accounts for every line', async () => {
    const { dataset, segmentation, recipe: kept } = await runJson<SegmentAnswer>(['segment', shopFile, ...recipe]);
    const { lines, dirt, kept: truth } = shop.truth;
    expect(dataset).toMatchObject({ rows: lines, kept: truth.rows, customers: truth.customers, orders: truth.orders });
    const removed = new Map(dataset.ledger.map((entry) => [entry.rule, entry.rows]));
    for (const rule of ['no-customer', 'unreadable-time', 'cancellation', 'price'] as const)
      expect(removed.get(rule), rule).toBe(dirt[rule]);
    expect(dataset.kept + [...removed.values()].reduce((sum, rows) => sum + rows, 0)).toBe(dataset.rows);
    expect(segmentation.k).toBe(4);
    expect(kept).toMatchObject({ transform: 'log', scale: 'standard', k: 4, seed: 7 });
    const shares = segmentation.segments.map((segment) => segment.revenueShare ?? 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    const worth = segmentation.segments.map((segment) => segment.means.monetary ?? 0);
    expect([...worth].sort((a, b) => b - a)).toEqual(worth);
  });

  it('switches rules', async () => {
    const { dataset } = await runJson<SegmentAnswer>([
      'segment',
      shopFile,
      ...recipe,
      '--rule',
      'administrative=on,duplicate=on',
      '--rule',
      'cancelled-later',
    ]);
    const removed = new Map(dataset.ledger.map((entry) => [entry.rule, entry.rows]));
    const { dirt } = shop.truth;
    expect(removed.get('administrative')).toBe(dirt.administrative);
    expect(removed.get('duplicate')).toBe(dirt.duplicate);
    expect(removed.get('cancelled-later')).toBeGreaterThan(0);
  });

  it('repeats itself from its own recipe, to the byte', async () => {
    const [first, again] = [join(folder, 'first'), join(folder, 'again')];
    await runJson(['segment', shopFile, ...recipe, '--rule', 'administrative=on', '--out', first]);
    await runJson(['segment', shopFile, '--recipe', join(first, 'recipe.json'), '--out', again]);
    for (const name of ['segmentation.json', 'recipe.json', 'customers.csv'])
      expect(await readFile(join(again, name), 'utf8'), name).toBe(await readFile(join(first, name), 'utf8'));
  });

  it('scores the customers it was fitted to as it fitted them, from features and from order lines', async () => {
    const out = join(folder, 'model');
    await runJson(['segment', shopFile, ...recipe, '--out', out]);
    const lines = (await readFile(join(out, 'customers.csv'), 'utf8')).trim().split('\r\n');
    const header = lines[0]?.split(',') ?? [];
    const fitted = new Map(
      lines.slice(1).map((line) => [line.split(',')[0], Number(line.split(',')[header.indexOf('segment')])]),
    );
    const model = join(out, 'segmentation.json');
    for (const input of [join(out, 'customers.csv'), shopFile]) {
      const scored = await runJson<{ predictions: { id: string; segment: number; confidence: number }[] }>([
        'predict',
        '--model',
        model,
        '--input',
        input,
      ]);
      expect(scored.predictions).toHaveLength(fitted.size);
      const wrong = scored.predictions.filter(({ id, segment }) => fitted.get(id) !== segment);
      expect(wrong, input).toEqual([]);
    }
  });

  it('predicts one customer with its runner-up', async () => {
    const model = join(folder, 'model', 'segmentation.json');
    const one = await runJson<{ name: string; confidence: number; runnerUp: { name: string; confidence: number } }>([
      'predict',
      '--model',
      model,
      '--set',
      'recency=5,frequency=30,monetary=5000',
    ]);
    expect(one.confidence).toBeGreaterThan(0.5);
    expect(one.runnerUp.confidence).toBeLessThan(one.confidence);
    const ran = await runCommand(['predict', '--model', model, '--set', 'charm=5']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/charm.*recency/s);
  });

  it('chooses k with its reason', async () => {
    const answer = await runJson<ChooseKAnswer>(['choose-k', customersFile, '--from-k', '2', '--to-k', '8']);
    expect(answer.candidates.map((candidate) => candidate.k)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(answer.recommended.why).toContain(`k = ${answer.recommended.k}`);
  });

  it('segments by RFM scores into named groups', async () => {
    const { segmentation } = await runJson<SegmentAnswer>(['segment', shopFile, '--method', 'rfm']);
    const names = segmentation.segments.map((segment) => segment.name);
    expect(names).toContain('Champions');
    expect(new Set(names).size).toBe(names.length);
  });

  it('takes a role from the user and refuses what cannot be', async () => {
    const text = (await readFile(shopFile, 'utf8')).replace('Customer', 'Who');
    const renamed = join(folder, 'renamed.csv');
    await writeFile(renamed, text);
    const { dataset } = await runJson<SegmentAnswer>(['segment', renamed, ...recipe, '--map', 'customer=Who']);
    expect(dataset.customers).toBe(shop.truth.kept.customers);
    const ran = await runCommand(['segment', shopFile, '--map', 'time=']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/time/);
  });

  it('prints tables for people', async () => {
    const ran = await runCommand(['segment', shopFile, ...recipe]);
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stdout).toMatch(/Kept/);
    expect(ran.stdout).toMatch(/silhouette/);
    const inspected = await runCommand(['inspect', shopFile]);
    expect(inspected.stdout).toMatch(/Unit price/);
  });
});
