import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Evidence,
  type Explanation,
  evidenceSchema,
  explanationSchema,
  type Problem,
  type SegmentationDocument,
  stabilityGrades,
} from '@clientele/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SegmentAnswer } from '../support/answers.ts';
import { runCommand, runJson } from '../support/run-command.ts';
import { writeShop } from '../support/sample-file.ts';

type Answer = SegmentAnswer & { segmentation: { evidence: Evidence | null }; problems: Problem[] };

describe('evidence at the prompt', () => {
  let folder: string;
  let shop: string;
  let out: string;
  let answer: Answer;
  const recipe = ['--k', '5', '--seed', '3'];
  const model = () => join(out, 'segmentation.json');
  const says = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runCommand(args);
    expect(code, stderr).toBe(0);
    return stdout;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-evidence-'));
    [shop, out] = [join(folder, 'shop.csv'), join(folder, 'out')];
    await writeShop(shop, { customers: 250 });
    answer = await runJson<Answer>(['segment', shop, ...recipe, '--out', out]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('comes with every segmentation: verdict, stability and rules', async () => {
    const evidence = evidenceSchema.parse(answer.segmentation.evidence);
    const { structure, stability, segments } = evidence;
    expect(structure.sentence).toMatch(structure.verdict === 'slices' ? /^No natural groups/ : /^These are \d/);
    expect(stability.segments.map(({ segment }) => segment)).toEqual([0, 1, 2, 3, 4]);
    for (const { grade, jaccard } of stability.segments) {
      expect(stabilityGrades).toContain(grade);
      expect(jaccard).toBeGreaterThan(0);
    }
    expect(segments.filter(({ rule }) => rule !== null).length).toBeGreaterThan(2);
    for (const { segment, rule } of segments)
      if (rule !== null)
        expect(rule.hits / rule.recall).toBeCloseTo(answer.segmentation.segments[segment]?.size ?? 0, 9);
    for (const warning of structure.warnings) expect(answer.problems).toContainEqual(warning);
    const written = JSON.parse(await readFile(model(), 'utf8')) as SegmentationDocument;
    expect(written.evidence).toEqual(answer.segmentation.evidence);
    expect((await readdir(join(out, 'rules'))).sort()).toEqual([
      'bigquery.sql',
      'duckdb.sql',
      'postgresql.sql',
      'rules.js',
      'snowflake.sql',
    ]);
  });

  it('is left out with --no-evidence, and changes nothing else', async () => {
    const bare = join(folder, 'bare');
    const without = await runJson<Answer>(['segment', shop, ...recipe, '--no-evidence', '--out', bare]);
    expect(without.segmentation.evidence).toBeNull();
    expect(without.segmentation.segments).toEqual(answer.segmentation.segments);
    expect(without.receipt).toEqual(answer.receipt);
    expect(existsSync(join(bare, 'rules'))).toBe(false);
    const { code, stderr } = await runCommand(['rules', '--model', join(bare, 'segmentation.json')]);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/has no evidence/);
  });

  it('is in customers.csv: a confidence from 0 to 1 and the grade of the segment', async () => {
    const [head = '', ...rows] = (await readFile(join(out, 'customers.csv'), 'utf8')).trim().split('\r\n');
    const header = head.split(',');
    expect(header.slice(-4)).toEqual(['segment', 'segment_name', 'segment_confidence', 'segment_stability']);
    expect(rows).toHaveLength(answer.dataset.customers);
    const grades = answer.segmentation.evidence?.stability.segments.map(({ grade }) => grade) ?? [];
    const sums = grades.map(() => 0);
    // Names may have commas, so the columns behind them are counted from the end.
    for (const cells of rows.map((row) => row.split(','))) {
      const [segment, confidence] = [Number(cells[header.indexOf('segment')]), Number(cells.at(-2))];
      expect(cells.at(-1)).toBe(grades[segment]);
      expect(cells.at(-2)).toMatch(/^(0\.\d{1,4}|1|0)$/);
      expect(confidence).toBeLessThanOrEqual(1);
      sums[segment] = (sums[segment] ?? 0) + confidence;
    }
    // The mean that the evidence states is of unrounded confidences.
    for (const { segment, confidence } of answer.segmentation.evidence?.segments ?? [])
      expect((sums[segment] ?? 0) / (answer.segmentation.segments[segment]?.size ?? 0)).toBeCloseTo(confidence, 4);
  });

  it('is printed, with segments that do not come back marked in their table', async () => {
    const text = await says('segment', shop, ...recipe);
    const { segments, evidence } = answer.segmentation;
    expect(text).toContain(evidence?.structure.sentence);
    expect(text).toContain(evidence?.structure.about);
    const marked = segments.filter(({ name, id }) => {
      const grade = evidence?.stability.segments[id]?.grade ?? '';
      const isDoubted = grade === 'doubtful' || grade === 'untrustworthy';
      expect(text.includes(`${name} (${grade})`), name).toBe(isDoubted);
      return isDoubted;
    });
    // Five segments of so few customers of one continuum: some of them are chance.
    expect(marked.length).toBeGreaterThan(0);
  });

  it('gives rules for a database', async () => {
    const script = await says('rules', '--model', model(), '--dialect', 'postgresql', '--table', 'shop.customers');
    expect(script).toMatch(/^SELECT/m);
    expect(script).toMatch(/FROM "?shop"?\."?customers"?/);
    expect(await says('rules', '--model', model(), '--dialect', 'postgresql')).toBe(
      await readFile(join(out, 'rules/postgresql.sql'), 'utf8'),
    );
    const table = await says('rules', '--model', model());
    for (const { rule } of answer.segmentation.evidence?.segments ?? [])
      if (rule !== null) expect(table).toContain(rule.text);
  });

  it('explains a customer, and the change moves', async () => {
    const asked = ['explain', '--model', model(), '--set'];
    const explanation = await runJson<Explanation>([...asked, 'recency=200,frequency=1,monetary=40']);
    expect(explanationSchema.parse(explanation)).toEqual(explanation);
    const { change, segment, name, sentence } = explanation;
    expect(sentence).toMatch(new RegExp(`^In ${name} `));
    expect(change?.segment).not.toBe(segment);
    const features = Object.entries(change?.features ?? {}).map(([id, value]) => `${id}=${value}`);
    const scored = await runJson<{ segment: number; name: string }>([
      'predict',
      '--model',
      model(),
      '--set',
      features.join(','),
    ]);
    expect(scored).toMatchObject({ segment: change?.segment, name: change?.name });
    const text = await says(...asked, 'recency=200,frequency=1,monetary=40');
    expect(text).toContain(change?.sentence);
  });

  it('draws a grid of RFM groups, by itself and with the customers', async () => {
    const alone = await says('rfm-grid');
    expect(alone).toMatch(/Champions/);
    expect(alone).toMatch(/Nothing is wrong with this grid\./);
    const { customers, problems } = await runJson<{ customers: number; problems: Problem[] }>(['rfm-grid', shop]);
    expect(customers).toBe(answer.dataset.customers);
    expect(problems.map(({ code }) => code)).not.toContain('grid-uncovered');
  });
});
