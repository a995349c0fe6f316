import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Evidence, SegmentationDocument } from '@clientele/contracts';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addRules } from './rules.ts';
import { addSegment } from './segment.ts';

const rule = {
  boxes: [[{ kind: 'range' as const, feature: 'spend', min: null, max: 40 }]],
  text: 'spend at most 40',
  matched: 20,
  hits: 20,
  precision: 1,
  recall: 1,
};
const evidence: Evidence = {
  structure: {
    verdict: 'slices',
    groups: 1,
    sentence: '',
    about: '',
    candidates: [],
    references: [],
    gap: { k: 1, decided: false, candidates: [] },
    dip: { dip: 0, pValue: 1 },
    hopkins: { statistic: 0.5, expected: 0.5 },
    unparted: [],
    rows: 40,
    neighbours: 0,
    outliers: 0,
    exact: true,
    warnings: [],
  },
  stability: { resamples: 0, rows: 40, exact: true, segments: [], seeds: null, methods: [] },
  segments: [
    { segment: 0, sentence: '', rule, confidence: 1, unsure: 0 },
    { segment: 1, sentence: '', rule: null, confidence: 1, unsure: 0 },
  ],
};

let folder: string;
let bare: string;
let model: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-rules-'));
  const rows = Array.from({ length: 40 }, (_, i) => `c${i},${i < 20 ? 20 + (i % 7) : 90 + (i % 5)}`);
  await writeFile(join(folder, 'people.csv'), `id,spend\n${rows.join('\n')}\n`);
  const asked = ['--features', 'spend', '--method', 'kmeans', '--k', '2', '--no-evidence', '--out', folder];
  await runs('segment', join(folder, 'people.csv'), ...asked);
  bare = join(folder, 'segmentation.json');
  model = join(folder, 'with-evidence.json');
  const document = JSON.parse(await readFile(bare, 'utf8')) as SegmentationDocument;
  await writeFile(model, JSON.stringify({ ...document, evidence }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a command prints, and its notes. */
async function runs(...args: string[]): Promise<{ printed: string; notes: string }> {
  const program = new Command().exitOverride();
  addRules(program);
  addSegment(program);
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => undefined });
  const ran = { printed: '', notes: '' };
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text: unknown, done?: unknown) => {
    ran.printed += String(text);
    if (done instanceof Function) done();
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text: unknown) => {
    ran.notes += String(text);
    return true;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
  return ran;
}

describe('clientele rules', () => {
  it('prints the rules for a reader', async () => {
    const { printed } = await runs('rules', '--model', model);
    expect(printed).toMatch(/20 +20 +100\.0% +100\.0% +spend at most 40\n/);
    expect(printed).toMatch(/20 +– +– +– +no short rule\n/);
  });

  it('prints them as SQL or JavaScript, into a file where asked', async () => {
    const { printed } = await runs('rules', '--model', model, '--dialect', 'postgresql', '--table', 'shop.customers');
    expect(printed).toContain('SELECT "customer"\nFROM "shop"."customers"\nWHERE "spend" <= 40;');
    const out = join(folder, 'made', 'rules.js');
    const { notes } = await runs('rules', '--model', model, '--dialect', 'javascript', '--out', out);
    expect(notes).toBe(`Written to ${out}: the rules for javascript.\n`);
    expect(await readFile(out, 'utf8')).toContain('return number(customer["spend"]) <= 40;');
    const sql = join(folder, 'rules.sql');
    const json = await runs('rules', '--model', model, '--out', sql, '--json');
    const answer = JSON.parse(json.printed);
    expect(answer).toMatchObject({
      dialect: 'duckdb',
      rules: [
        { segment: 0, size: 20, rule },
        { segment: 1, rule: null },
      ],
    });
    expect(await readFile(sql, 'utf8')).toBe(answer.script);
  });

  it('says how to get evidence, and what it cannot read', async () => {
    await expect(runs('rules', '--model', bare)).rejects.toThrow(
      'segmentation.json has no evidence, and rules are part of it; run clientele segment without --no-evidence and with --out DIR, then give the new segmentation.json.',
    );
    await expect(runs('rules', '--model', model, '--dialect', 'mysql')).rejects.toThrow(/Allowed choices are duckdb/);
    const badTable = ['--dialect', 'duckdb', '--table', 'a..b'];
    await expect(runs('rules', '--model', model, ...badTable)).rejects.toThrow(/"a\.\.b" is no name of a table/);
  });
});
