import { kChoiceSchema } from '@clientele/contracts';
import { createPool, createRandom, type Random } from '@clientele/kernels';
import { describe, expect, it } from 'vitest';
import type { FeatureTable } from '../features/feature-table.ts';
import { kChoiceFor } from '../run/run-recipe.ts';
import { customerTable, orderTable, testRecipe } from '../run/testing/tables.ts';

/** About a normal number, of standard deviation 1. */
const bell = (random: Random): number => 2 * (random.next() + random.next() + random.next()) - 3;

/** Four groups of 40 around points in two pairs: the pairs lie far apart, the two of a pair nearer, told apart by y alone. */
function pairsOfGroups(): FeatureTable {
  const random = createRandom(5);
  const places = [
    [0, 0],
    [0, 20],
    [60, 0],
    [60, 28],
  ];
  const rows = places.flatMap(([x = 0, y = 0]) =>
    Array.from({ length: 40 }, () => [x + bell(random) / 2, y + bell(random)]),
  );
  return customerTable({ x: rows.map(([x = 0]) => x), y: rows.map(([, y = 0]) => y) });
}

const none = { transform: 'none', scale: 'none' } as const;

describe('the argument for a k', () => {
  it('changes nothing where it is not asked for', async () => {
    const table = pairsOfGroups();
    const recipe = testRecipe({ ...none, toK: 4 });
    const plain = await kChoiceFor({ table, recipe });
    expect(plain.argument).toBeNull();
    const full = await kChoiceFor({ table, recipe }, {}, { evidence: true });
    expect(full.recommended).toEqual(plain.recommended);
    expect(full.warnings).toEqual(plain.warnings);
    for (const [i, candidate] of plain.candidates.entries()) {
      expect(candidate.gap).toBeUndefined();
      expect(full.candidates[i]).toMatchObject(candidate);
      expect(full.candidates[i]?.gap).toBeTypeOf('number');
      expect(full.candidates[i]?.predictionStrength).toBeTypeOf('number');
      expect(full.candidates[i]?.jaccardLowest).toBeTypeOf('number');
    }
    expect(JSON.parse(JSON.stringify(full))).toEqual(kChoiceSchema.parse(full));
  });

  it('tells which planted groups one less would join, by the feature that parts them', async () => {
    const table = pairsOfGroups();
    const recipe = testRecipe({ ...none, fromK: 3, toK: 5 });
    const { argument, recommended } = await kChoiceFor({ table, recipe }, {}, { evidence: true });
    expect(recommended.k).toBe(4);
    const { fewer, more } = argument ?? {};
    expect(fewer?.k).toBe(3);
    expect(fewer?.parts.map(({ whole, parts }) => [whole.size, parts.map(({ size }) => size)])).toEqual([
      [80, [40, 40]],
    ]);
    // The nearer pair, x about 0: only y parts its halves.
    const means = fewer?.parts[0]?.parts.map(({ means: each }) => each) ?? [];
    expect(means.map((each) => Object.keys(each))).toEqual([['y'], ['y']]);
    expect(means.map(({ y = 0 }) => Math.abs(Math.round(y))).sort((a, b) => a - b)).toEqual([0, 20]);
    expect(fewer?.sentence).toMatch(
      /^With 3 segments .+ \(40\) and .+ \(40\) are one: customers with y .+ on average would be written to like those with y .+\. That costs 0\.\d+ of silhouette\.$/,
    );
    expect(more?.k).toBe(5);
    expect(more?.sentence).toMatch(/^A fifth segment would part .+ \(40\) into .+; it costs 0\.\d+ of silhouette\.$/);
  });

  it('has no step below two segments, nor beyond the range', async () => {
    const table = customerTable({ x: [1, 2, 3, 4, 101, 102, 103, 104], y: [1, 2, 1, 2, 51, 52, 51, 52] });
    const { argument, recommended } = await kChoiceFor(
      { table, recipe: testRecipe({ ...none, toK: 2 }) },
      {},
      { evidence: true },
    );
    expect(recommended.k).toBe(2);
    expect([argument?.fewer, argument?.more]).toEqual([null, null]);
    expect(argument?.votes.find(({ measure }) => measure === 'revenueApart')).toBeUndefined();
  });

  it('measures gap and prediction strength beside other methods, and says of what', async () => {
    const table = pairsOfGroups();
    const recipe = testRecipe({ ...none, method: 'ward', toK: 5 });
    const { candidates, argument } = await kChoiceFor({ table, recipe }, {}, { evidence: true });
    expect(
      candidates.every(
        ({ gap, predictionStrength, jaccard }) =>
          gap !== undefined && predictionStrength !== undefined && jaccard === undefined,
      ),
    ).toBe(true);
    const said = argument?.votes.filter(({ says }) => says.includes('k-means')).map(({ measure }) => measure);
    expect(said).toEqual(['gap', 'predictionStrength']);
  });

  it('gives the same with workers, and stops when it is asked to', async () => {
    const random = createRandom(9);
    const values = Array.from({ length: 120 }, () => Math.exp(bell(random)));
    const table = orderTable({
      recency: values.map((value) => Math.round(200 / (value + 0.5))),
      frequency: values.map((value) => 1 + Math.round(3 * value)),
      monetary: values.map((value) => Math.round(900 * value * (0.5 + random.next())) / 10),
    });
    const input = { table, recipe: testRecipe({ transform: 'log', toK: 4 }, 'orders') };
    const here = await kChoiceFor(input, {}, { evidence: true });
    expect(here.candidates.every(({ revenueApart = -1 }) => revenueApart > 0 && revenueApart <= 1)).toBe(true);
    const pool = createPool({ threads: 2 });
    try {
      expect(await kChoiceFor(input, { pool }, { evidence: true })).toEqual(here);
    } finally {
      await pool.close();
    }
    const abort = new AbortController();
    abort.abort();
    await expect(kChoiceFor(input, { signal: abort.signal }, { evidence: true })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
