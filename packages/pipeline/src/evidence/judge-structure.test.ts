import type { Problem, RecipeInput, Structure } from '@clientele/contracts';
import { createRandom, type Random } from '@clientele/kernels';
import { describe, expect, it } from 'vitest';
import type { FeatureTable } from '../features/feature-table.ts';
import { prepare } from '../preparation/prepare.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { customerTable, testRecipe, threeClouds } from '../run/testing/tables.ts';
import { judgeStructure } from './judge-structure.ts';
import { type JudgedSegments, structureWarnings } from './structure-warnings.ts';

const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

/** A table of columns a, b, c ... whose values `of` draws. */
function drawn(seed: number, { rows, columns }: { rows: number; columns: number }, of: (random: Random) => number) {
  const random = createRandom(seed);
  const names = Array.from({ length: columns }, (_, column) => String.fromCharCode(97 + column));
  return customerTable(Object.fromEntries(names.map((name) => [name, Array.from({ length: rows }, () => of(random))])));
}

/** Groups of normal clouds in two columns, neighbours so many standard deviations apart on a ring. */
function planted(seed: number, groups: number, apart: number, size = 90): FeatureTable {
  const random = createRandom(seed);
  const radius = apart / (2 * Math.sin(Math.PI / groups));
  const at = (row: number, shape: (angle: number) => number) =>
    radius * shape((2 * Math.PI * (row % groups)) / groups) + normal(random);
  const column = (shape: (angle: number) => number) =>
    Array.from({ length: groups * size }, (_, row) => at(row, shape));
  return customerTable({ a: column(Math.cos), b: column(Math.sin) });
}

const plain: Partial<RecipeInput> = { transform: 'none', starts: 2 };

async function judged(table: FeatureTable, input: Partial<RecipeInput>): Promise<JudgedSegments> {
  const { document, labels } = await runRecipe({ table, recipe: testRecipe({ ...plain, ...input }) });
  const prepared = prepare(table, document.recipe);
  return { prepared, document, labels: Int32Array.from(prepared.kept, (row) => labels[row] ?? -1) };
}

const structureOf = async (table: FeatureTable, input: Partial<RecipeInput>): Promise<Structure> =>
  judgeStructure(await judged(table, input), {});

describe('the verdict', () => {
  it.each<[string, (seed: number) => FeatureTable]>([
    ['one Gaussian blob', (seed) => drawn(seed, { rows: 150, columns: 2 }, normal)],
    ['uniform noise', (seed) => drawn(seed, { rows: 150, columns: 3 }, (random) => random.next())],
    ['a skewed cloud', (seed) => drawn(seed, { rows: 150, columns: 2 }, (random) => Math.exp(normal(random)))],
  ])('says of %s: slices of a continuum', async (_, make) => {
    for (const seed of [1, 2]) {
      const found = await structureOf(make(seed), { k: 3, seed });
      expect(found, `seed ${seed}`).toMatchObject({ verdict: 'slices', groups: 1, rows: 150, exact: true });
      expect(found.sentence).toMatch(/^No natural groups: these are useful slices of a continuum\./);
      expect(found.unparted.length).toBe(found.neighbours);
      expect(found.about).toMatch(/^No valley lies at (any|the border)/);
    }
  });

  it.each([3, 4, 5])('names %i groups 6 standard deviations apart, within one', async (groups) => {
    const found = await structureOf(planted(groups, groups, 6), { k: groups });
    expect(found.verdict).toBe('natural-groups');
    expect(Math.abs(found.groups - groups)).toBeLessThanOrEqual(1);
    expect(found.sentence).toMatch(new RegExp(`^These are ${found.groups} natural groups: `));
    expect(found.unparted).toEqual([]);
    expect(found.about).toContain('a valley lies at every border between segments');
    expect(found.warnings).toEqual([]);
    const at = found.candidates.find(({ k }) => k === groups);
    expect(at?.silhouette).toBeGreaterThan(at?.expected ?? 1);
  });

  it('tells what more segments than groups are: one of three groups cut in two', async () => {
    const found = await structureOf(planted(2, 3, 9), { k: 4 });
    expect(found).toMatchObject({ groups: 3, verdict: 'natural-groups' });
    expect(found.unparted).toHaveLength(1);
    expect(found.about).toMatch(/^There are 4 segments and 3 groups; a valley lies at \d of the \d borders/);
  });

  it('has nothing to judge in one segment', async () => {
    const { document, prepared, labels } = await judged(planted(1, 2, 9, 20), { k: 2 });
    const one = { ...document, segments: document.segments.slice(0, 1) };
    const found = await judgeStructure({ prepared, document: one, labels: labels.map(() => 0) }, {});
    expect(found).toMatchObject({ about: 'There is one segment, so there is no border to judge.', neighbours: 0 });
    expect(found.warnings).toEqual([]);
  });
});

describe('the traps', () => {
  const warningsOf = async (table: FeatureTable, input: Partial<RecipeInput>): Promise<Problem[]> =>
    structureWarnings(await judged(table, input), {});
  const codes = (warnings: Problem[]) => warnings.map(({ code }) => code);
  /** The rows of a table with so many strays far from them, and from each other by little. */
  const withStrays = (table: FeatureTable, count: number, far: number) =>
    customerTable(
      Object.fromEntries(
        Object.entries(table.numbers).map(([id, values]) => [
          id,
          [...values, ...Array.from({ length: count }, (_, i) => far + i)],
        ]),
      ),
    );

  it('a few outliers carry the silhouette', async () => {
    const blob = drawn(1, { rows: 300, columns: 2 }, normal);
    const [warning, ...others] = await warningsOf(withStrays(blob, 2, 60), { k: 2 });
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ severity: 'warning', code: 'outlier-trap', count: 2 });
    expect(warning?.message).toMatch(
      /^One segment holds only 2 customers \(0\.7%\): the silhouette of 0\.9\d\d .*nothing of the 300 customers of the only other segment; .* Take a log transform,/,
    );
  });

  it('tells the others who are in no segment, and no remedy that was taken', async () => {
    const blob = drawn(1, { rows: 300, columns: 2 }, (random) => Math.exp(normal(random)));
    const input = await judged(withStrays(blob, 2, 1e9), { k: 2, transform: 'log' });
    const [warning] = await structureWarnings(input, {});
    expect(warning?.message).toMatch(/ is not a good segmentation here\. Look at these customers one by one\.$/);
    const document = { ...input.document, segments: input.document.segments.filter(({ size }) => size === 2) };
    const noise = { ...input, document, labels: input.labels.map((label) => (label === 0 ? 0 : -1)) };
    const [stray] = await structureWarnings(noise, {});
    expect(stray?.message).toContain('says nothing of the other 300 customers, who are in no segment;');
  });

  it('not where the others are parted without the outliers, nor where nobody is far', async () => {
    expect(codes(await warningsOf(withStrays(planted(1, 3, 12), 2, 90), { k: 4, scale: 'none' }))).toEqual([]);
    const blob = drawn(1, { rows: 300, columns: 2 }, normal);
    expect(codes(await warningsOf(blob, { k: 2 }))).toEqual([]);
    // Halves of a blob score low whether or not two strays stand beside them.
    expect(codes(await warningsOf(withStrays(blob, 2, 60), { k: 3 }))).toEqual([]);
  });

  it('one feature does all the work', async () => {
    const random = createRandom(3);
    const a = Array.from({ length: 240 }, (_, row) => 10 * (row % 2) + normal(random));
    const noise = () => Array.from({ length: 240 }, () => normal(random));
    const [warning, ...others] = await warningsOf(customerTable({ a, b: noise(), c: noise() }), { k: 2 });
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ severity: 'warning', code: 'one-feature' });
    expect(warning?.message).toMatch(/^a does (9\d|100)% of the work: /);
  });

  it('not where two share it, nor where there is only one', async () => {
    expect(codes(await warningsOf(planted(1, 4, 8), { k: 4 }))).toEqual([]);
    expect(codes(await warningsOf(drawn(1, { rows: 90, columns: 1 }, normal), { k: 2 }))).toEqual([]);
    expect(codes(await warningsOf(threeClouds(40), { k: 3 }))).toEqual([]);
  });

  it('a scale left raw, which is then the only one said', async () => {
    const { a = [], b = [] } = planted(1, 4, 8).numbers;
    const table = customerTable({ a: [...a].map((value) => 1000 * value), b: [...b] });
    const [warning, ...others] = await warningsOf(table, { k: 4, scale: 'none' });
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ severity: 'warning', code: 'raw-scale' });
    expect(warning?.message).toMatch(/: a varies [\d,]+ times as widely as b and decides where customers go; /);
    for (const scale of ['standard', 'minmax', 'robust'] as const)
      expect(codes(await warningsOf(table, { k: 4, scale })), scale).toEqual([]);
    expect(codes(await warningsOf(planted(1, 4, 8), { k: 4, scale: 'none' }))).toEqual([]);
  });
});
