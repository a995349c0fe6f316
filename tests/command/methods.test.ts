import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SegmentAnswer } from '../support/answers.ts';
import { root, runCommand, runJson } from '../support/run-command.ts';

type Answer = SegmentAnswer & { segmentation: { unassigned?: { size: number }; bic?: number } };

const raw = ['--transform', 'none', '--scale', 'none'];

/** Fisher's iris by scikit-learn 1.9: sizes of the groups, ascending, and customers in none. */
const published: [method: string, flags: string[], sizes: number[], noise: number][] = [
  ['kmeans', ['--k', '3'], [38, 50, 62], 0],
  ['minibatch', ['--k', '3'], [38, 50, 62], 0],
  ['ward', ['--k', '3'], [36, 50, 64], 0],
  ['average', ['--k', '3'], [36, 50, 64], 0],
  ['complete', ['--k', '3'], [28, 50, 72], 0],
  ['single', ['--k', '3'], [2, 50, 98], 0],
  ['gmm', ['--k', '3'], [45, 50, 55], 0],
  ['hdbscan', ['--min-cluster-size', '5'], [50, 100], 0],
];

describe('methods at the prompt', () => {
  let folder: string;
  let iris: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-methods-'));
    iris = join(folder, 'iris.csv');
    const [head = '', ...lines] = (await readFile(join(root, 'packages/kernels/testing/iris.csv'), 'utf8'))
      .trim()
      .split('\n');
    await writeFile(iris, [`id,${head}`, ...lines.map((line, i) => `flower-${i + 1},${line}`)].join('\n'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(published)('%s gives the published groups of iris', async (method, flags, sizes, noise) => {
    const { segmentation } = await runJson<Answer>(['segment', iris, '--method', method, ...raw, ...flags]);
    expect(segmentation.segments.map(({ size }) => size).sort((a, b) => a - b)).toEqual(sizes);
    expect(segmentation.unassigned?.size ?? 0).toBe(noise);
  });

  it('dbscan leaves 17 in no segment, and says so', async () => {
    const args = ['segment', iris, '--method', 'dbscan', ...raw, '--eps', '0.5', '--min-samples', '5'];
    const { segmentation } = await runJson<Answer>(args);
    expect(segmentation).toMatchObject({ k: 2, unassigned: { size: 17 } });
    const { stdout } = await runCommand(args);
    expect(stdout).toMatch(/No segment +17 +11\.3%/);
  });

  it('gmm takes the k with the lowest BIC', async () => {
    const { segmentation } = await runJson<Answer>(['segment', iris, '--method', 'gmm', ...raw]);
    expect(segmentation.k).toBe(2);
    expect(segmentation.bic).toBeCloseTo(574.0178, 1);
  });

  it('refuses a parameter of another method, naming both', async () => {
    const { code, stderr } = await runCommand(['segment', iris, '--method', 'ward', '--eps', '1']);
    expect(code).toBe(2);
    expect(stderr).toContain('--eps');
    expect(stderr).toContain('Ward');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('tells every method and its parameters in the help', async () => {
    const { stdout } = await runCommand(['segment', '--help']);
    for (const flag of [
      '--eps',
      '--min-samples',
      '--min-cluster-size',
      '--covariance',
      '--height',
      '--gamma',
      '--selection',
      '--batch-rows',
    ])
      expect(stdout).toContain(flag);
  });
});
