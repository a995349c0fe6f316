import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SegmentAnswer } from '../support/answers.ts';
import { type Ran, runCommand, runJson } from '../support/run-command.ts';

const header = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country';

function orders(customers: number, each = 3): string[] {
  const lines = [header];
  for (let customer = 1; customer <= customers; customer++)
    for (let order = 0; order < each; order++) {
      const day = String(1 + ((customer * 7 + order * 5) % 28)).padStart(2, '0');
      const month = String(1 + ((customer + order) % 12)).padStart(2, '0');
      lines.push(
        `${1000 + customer * 10 + order},P${order},Thing ${order},${1 + (customer % 4)},2024-${month}-${day} 10:00:00,${(
          2.5 + customer
        ).toFixed(2)},${10000 + customer},France`,
      );
    }
  return lines;
}

describe('bad input', () => {
  let folder: string;
  const write = async (name: string, content: string | Buffer): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-bad-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function expectOneSentence(ran: Ran, code: number, ...words: (string | RegExp)[]): void {
    expect(ran.code, ran.stderr).toBe(code);
    expect(ran.stdout).toBe('');
    expect(ran.stderr.trim().split('\n'), ran.stderr).toHaveLength(1);
    expect(ran.stderr).toMatch(/^clientele: /);
    expect(ran.stderr).not.toMatch(/\bat .*:\d+:\d+|node:internal|DuckDB|undefined|\[object/);
    for (const word of words) expect(ran.stderr).toMatch(word);
  }
  const segment = (path: string, ...more: string[]) => runCommand(['segment', path, '--json', ...more]);

  it('a file that is not there', async () => {
    expectOneSentence(await segment(join(folder, 'none.csv')), 1, 'none.csv');
  });

  it('an empty file', async () => {
    expectOneSentence(await segment(await write('empty.csv', '')), 1, 'empty.csv', /empty/);
  });

  it('headings only', async () => {
    expectOneSentence(await segment(await write('headings.csv', `${header}\n`)), 1, 'headings.csv', /row|line/);
  });

  it('a binary', async () => {
    const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(4000, 7)]);
    expectOneSentence(await segment(await write('picture.csv', png)), 1, 'picture.csv');
  });

  it('a truncated gzip', async () => {
    const whole = gzipSync(orders(2000).join('\n'));
    const path = await write('cut.csv.gz', whole.subarray(0, Math.floor(whole.length / 2)));
    expectOneSentence(await segment(path), 1, 'cut.csv.gz', /gzip|cut|end/i);
  });

  it('ragged lines are counted, the rest is imported', async () => {
    const lines = orders(40);
    lines.splice(10, 0, '1,2,3');
    lines.splice(20, 0, `${lines[5]},extra,extra`);
    const path = await write('ragged.csv', lines.join('\n'));
    const answer = await runJson<SegmentAnswer & { problems: { code: string; count?: number; line?: number }[] }>([
      'segment',
      path,
      '--k',
      '3',
    ]);
    expect(answer.dataset.rows).toBe(120);
    expect(answer.problems.find((problem) => problem.code === 'ragged-lines')).toMatchObject({ count: 2, line: 11 });
  });

  it('a column of unreadable dates', async () => {
    const path = await write(
      'dates.csv',
      orders(20)
        .map((line) => line.replace(/2024-\d\d-\d\d \d\d:\d\d:\d\d/, 'soon'))
        .join('\n'),
    );
    expectOneSentence(await segment(path, '--map', 'time=InvoiceDate'), 1, 'dates.csv', 'InvoiceDate', 'soon');
  });

  it('one customer', async () => {
    const path = await write('one.csv', orders(1, 5).join('\n'));
    expectOneSentence(await segment(path, '--k', '4'), 1, /1 customer/);
  });

  it('fewer customers than k', async () => {
    expectOneSentence(await segment(await write('few.csv', orders(3).join('\n')), '--k', '4'), 1, /3 customers/, /4/);
  });

  it('all amounts zero', async () => {
    const path = await write(
      'zero.csv',
      orders(20)
        .map((line) => line.replace(/,\d+\.\d\d,/, ',0.00,'))
        .join('\n'),
    );
    expectOneSentence(await segment(path), 1, 'zero.csv', /price|amount/i);
  });

  it('NaN and infinity are unreadable numbers, counted', async () => {
    const lines = orders(30);
    lines[4] = (lines[4] ?? '').replace(/,\d+\.\d\d,/, ',NaN,');
    lines[5] = (lines[5] ?? '').replace(/,\d+\.\d\d,/, ',Infinity,');
    lines[6] = (lines[6] ?? '').replace(/,\d+\.\d\d,/, ',-inf,');
    const { dataset } = await runJson<SegmentAnswer>(['segment', await write('nan.csv', lines.join('\n')), '--k', '3']);
    expect(dataset.ledger.find((entry) => entry.rule === 'unreadable-number')?.rows).toBe(3);
    expect(dataset.kept).toBe(87);
  });

  it('a single line of 10 MB', async () => {
    const ran = await segment(await write('long.csv', 'x'.repeat(10_000_000)));
    expectOneSentence(ran, 1, 'long.csv');
  });

  it('names of columns with quotes, semicolons, SQL and __proto__', async () => {
    const names = ['__proto__', `a"b`, `x'); drop table lines; --`, 'constructor', 'p;q', 'toString', `"quoted"`];
    const csv = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const rows = Array.from({ length: 60 }, (_, row) =>
      names.map((_, column) => String(((row * (column + 3)) % 17) + column)).join(','),
    );
    const path = await write('names.csv', [names.map(csv).join(','), ...rows].join('\n'));
    const answer = await runJson<SegmentAnswer>([
      'segment',
      path,
      '--kind',
      'customers',
      '--features',
      names.slice(0, 4).map(csv).join(','),
      '--k',
      '3',
    ]);
    expect(answer.recipe.features).toEqual(names.slice(0, 4));
    expect(Object.keys(answer.segmentation.segments[0]?.means ?? {})).toEqual(names.slice(0, 4));
  });

  it('a mapping to a column that is not there', async () => {
    const path = await write('mapped.csv', orders(10).join('\n'));
    expectOneSentence(await segment(path, '--map', 'customer=Custmer ID'), 2, 'Custmer ID', /Customer ID/);
  });

  it('a role that does not exist', async () => {
    const path = await write('role.csv', orders(10).join('\n'));
    expectOneSentence(await segment(path, '--map', 'who=Customer ID'), 2, 'who', /customer/);
  });

  it('a feature that does not exist', async () => {
    const path = await write('feature.csv', orders(10).join('\n'));
    expectOneSentence(await segment(path, '--features', 'recency,charm'), 2, 'charm', /recency/);
  });

  it.each([
    [['segment', 'x.csv', '--colour', 'red'], /--colour/],
    [['segment'], /file/i],
    [['cluster', 'x.csv'], /cluster/],
    [['segment', 'x.csv', '--k', 'many'], /--k/],
    [['segment', 'x.csv', '--k', '1'], /--k/],
    [['segment', 'x.csv', '--method', 'magic'], /magic/],
    [['segment', 'x.csv', '--from', 'yesterday'], /--from/],
    [['choose-k', 'x.csv', '--from-k', '9', '--to-k', '4'], /from-k|9/],
    [[], /command/],
  ])('wrong usage %j', async (args, words) => {
    const ran = await runCommand(args);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(words);
  });
});
