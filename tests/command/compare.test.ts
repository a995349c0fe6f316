import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Comparison, comparisonSchema } from '@clientele/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, runCommand, runJson } from '../support/run-command.ts';
import { writeShop } from '../support/sample-file.ts';

describe('compare', () => {
  let folder: string;
  let kmeans: string;
  let rfm: string;
  const write = async (name: string, content: string): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-compare-'));
    const shop = join(folder, 'shop.csv');
    await writeShop(shop);
    [kmeans, rfm] = [join(folder, 'four by k-means'), join(folder, 'rfm')];
    for (const [out, ...recipe] of [
      [kmeans, '--k', '4', '--seed', '7'],
      [rfm, '--method', 'rfm'],
    ] as const) {
      const { code, stderr } = await runCommand(['segment', shop, ...recipe, '--out', out]);
      expect(code, stderr).toBe(0);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('lays two runs beside each other', async () => {
    const found = comparisonSchema.parse(await runJson<Comparison>(['compare', kmeans, rfm]));
    const sizes = async (run: string) => {
      const { segments } = JSON.parse(await readFile(join(run, 'segmentation.json'), 'utf8')) as {
        segments: { name: string; size: number }[];
      };
      return segments.map(({ name, size }) => [name, size]);
    };
    const named = (names: string[], sums: number[]) => names.map((name, i) => [name, sums[i]]);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const columns = (found.table[0] ?? []).map((_, j) => sum(found.table.map((row) => row[j] ?? 0)));
    expect(named(found.first.segments, found.table.map(sum))).toEqual(await sizes(kmeans));
    expect(named(found.second.segments, columns)).toEqual(await sizes(rfm));
    expect([found.first.method, found.second.method]).toEqual(['kmeans', 'rfm']);
    expect(found).toMatchObject({ onlyFirst: 0, onlySecond: 0, customers: sum(columns) });
    expect(found.adjustedRandIndex).toBeGreaterThan(0.05);
    expect(found.adjustedRandIndex).toBeLessThan(1);
    expect(found.matched).toBeCloseTo(sum(found.matches.map(({ customers }) => customers)) / found.customers, 12);
  });

  it('prints a table with names, and the measures', async () => {
    const found = await runJson<Comparison>(['compare', kmeans, rfm]);
    const { code, stdout, stderr } = await runCommand(['compare', kmeans, rfm]);
    expect([code, stderr]).toEqual([0, '']);
    for (const name of [...found.first.segments, ...found.second.segments]) expect(stdout).toContain(name);
    expect(stdout).toContain(`Adjusted Rand index ${found.adjustedRandIndex?.toFixed(4)}`);
    expect(stdout).toContain(`Matched: ${(found.matched * 100).toFixed(1)}%`);
    expect(stdout).not.toContain('No segment');
  });

  it('finds a run the same as its own customers.csv', async () => {
    const found = await runJson<Comparison>(['compare', kmeans, join(kmeans, 'customers.csv')]);
    expect(found).toMatchObject({ adjustedRandIndex: 1, adjustedMutualInformation: 1, matched: 1 });
    expect(found.second).toMatchObject({ method: null, segments: found.first.segments });
  });

  it('reads files of others, and says who is in no segment and who is left out', async () => {
    const one = await write('one.csv', 'customer,segment\na1,Gold\na2,Gold\na3,Silver\na4,\na5,Gold\n');
    const other = await write('other.csv', 'customer,segment\na1,x\na2,x\na3,y\na4,y\nb6,x\n');
    const { stdout } = await runCommand(['compare', one, other]);
    expect(stdout).toContain('4 customers in both; left out: 1 only in the first, 1 only in the second');
    expect(stdout).toMatch(/No segment +0 +1 +1/);
  });

  function expectOneSentence(ran: Ran, code: number, ...words: (string | RegExp)[]): void {
    expect(ran.code, ran.stderr).toBe(code);
    expect(ran.stdout).toBe('');
    expect(ran.stderr.trim().split('\n'), ran.stderr).toHaveLength(1);
    expect(ran.stderr).toMatch(/^clientele: /);
    for (const word of words) expect(ran.stderr).toMatch(word);
  }

  it('says what is wrong in one sentence', async () => {
    const noSegment = await write('plain.csv', 'customer,revenue\na1,10\na2,20\n');
    const others = await write('others.csv', 'customer,segment\nz1,1\nz2,2\n');
    const empty = join(folder, 'empty');
    const half = join(folder, 'half');
    await mkdir(empty);
    await mkdir(half);
    await writeFile(join(half, 'segmentation.json'), await readFile(join(rfm, 'segmentation.json')));
    expectOneSentence(await runCommand(['compare', join(folder, 'none'), rfm]), 1, 'none');
    expectOneSentence(await runCommand(['compare', kmeans, noSegment]), 2, 'plain.csv', 'no column segment');
    expectOneSentence(await runCommand(['compare', kmeans, others]), 1, 'None of the', 'others.csv');
    expectOneSentence(await runCommand(['compare', empty, rfm]), 1, 'segmentation.json');
    expectOneSentence(await runCommand(['compare', half, rfm]), 1, 'customers.csv');
    expectOneSentence(await runCommand(['compare', kmeans]), 2, 'second');
  });
});
