import { type RfmScheme, rfmGridSchema, rfmSchemeSchema } from '@clientele/contracts';
import { createRandom } from '@clientele/kernels';
import { describe, expect, it } from 'vitest';
import { runRecipe } from '../../run/run-recipe.ts';
import { customerTable, orderTable, realData, rfmOrdersTable, testRecipe } from '../../run/testing/tables.ts';
import { countRfmCodes } from './count-codes.ts';
import { defaultScheme } from './default-scheme.ts';
import { rfmGridFrom, rfmGridOf } from './rfm-grid-of.ts';
import { rfmPresets } from './rfm-presets.ts';

const ladder = orderTable({
  recency: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  frequency: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
  monetary: [100, 90, 80, 70, 60, 50, 40, 30, 20, 10],
});

function shop(customers: number, seed = 1) {
  const random = createRandom(seed);
  const column = (make: (share: number) => number) => Array.from({ length: customers }, () => make(random.next()));
  return orderTable({
    recency: column((share) => Math.floor(share * 365)),
    frequency: column((share) => 1 + Math.floor(share ** 6 * 40)),
    monetary: column((share) => Math.exp(share * 6)),
  });
}

describe('rfmGridOf', () => {
  it('counts a ladder as worked by hand', () => {
    const grid = rfmGridOf(ladder, defaultScheme());
    expect(rfmGridSchema.parse(grid)).toEqual(grid);
    expect(grid).toMatchObject({ customers: 10, revenue: 550, unassigned: 0 });
    const sized = grid.groups.filter(({ customers }) => customers > 0);
    expect(sized.map(({ name, codes, customers, revenue }) => [name, codes, customers, revenue])).toEqual([
      ['Champions', 3, 3, 270],
      ['Loyal customers', 4, 1, 70],
      ['Potential loyalists', 4, 1, 60],
      ['Needs attention', 3, 3, 120],
      ['About to sleep', 1, 1, 20],
      ['Lost', 1, 1, 10],
    ]);
    expect(sized[0]).toMatchObject({ share: 0.3, revenueShare: 270 / 550 });
    expect(grid.codes.at(-1)).toEqual({ r: 5, f: 5, m: 5, fm: 5, group: 0, customers: 1, revenue: 100 });
    expect(new Set(grid.problems.map(({ code }) => code))).toEqual(new Set(['grid-empty', 'grid-tiny']));
  });

  it('says the same of every scheme as the run does', async () => {
    const table = shop(700);
    const some: Partial<RfmScheme>[] = [
      { scores: 7, ties: 'values', groups: defaultScheme(7).groups, weights: { frequency: 2, monetary: 0.5 } },
      { scores: 3, groups: [{ name: 'Recent', boxes: [{ r: [2, 3] }] }] },
      {
        scores: 3,
        axes: 'r-f-m',
        cuts: { recency: [30, 90], frequency: [2, 2], monetary: [5.5, 100] },
        groups: [
          { name: 'Big', boxes: [{ r: [1, 3], m: [3, 3] }] },
          { name: 'Recent', boxes: [{ r: [3, 3] }] },
        ],
      },
    ];
    const schemes = [...rfmPresets().map(({ scheme }) => scheme), ...some.map((each) => rfmSchemeSchema.parse(each))];
    for (const scheme of schemes) {
      const grid = rfmGridOf(table, scheme);
      const { document } = await runRecipe({ table, recipe: testRecipe({ method: 'rfm', rfm: scheme }, 'orders') });
      const filled = grid.groups.filter(({ customers }) => customers > 0);
      const sizes = filled.map(({ name, customers }) => [name, customers]);
      expect(Object.fromEntries(document.segments.map(({ name, size }) => [name, size]))).toEqual(
        Object.fromEntries(sizes),
      );
      for (const { name, revenue } of document.segments)
        expect(revenue).toBeCloseTo(filled.find((each) => each.name === name)?.revenue ?? Number.NaN, 6);
      expect(document.unassigned?.size ?? 0).toBe(grid.unassigned);
      expect(document.model).toMatchObject({ cuts: grid.cuts, scores: scheme.scores, axes: scheme.axes });
      const said = document.warnings.filter(({ code }) => /^(score|grid)-/.test(code)).map(({ message }) => message);
      expect(grid.problems.map(({ message }) => message)).toEqual(expect.arrayContaining(said));
    }
  });

  it('regroups what was counted once', () => {
    const table = shop(500);
    const [first, other] = [defaultScheme(), { ...defaultScheme(), weights: { frequency: 0, monetary: 1 } }];
    const counts = countRfmCodes(table, first);
    expect(rfmGridFrom(counts, other)).toEqual(rfmGridOf(table, other));
    expect(counts.codes.reduce((sum, { customers }) => sum + customers, 0)).toBe(500);
  });

  it('says which scores fixed cut points leave empty, and what ties do', () => {
    const fixed = rfmSchemeSchema.parse({
      scores: 3,
      cuts: { recency: [100, 200], frequency: [5, 8], monetary: [20, 50] },
      groups: [{ name: 'All', boxes: [{ r: [1, 3] }] }],
    });
    expect(rfmGridOf(ladder, fixed).problems.map(({ message }) => message)).toEqual([
      'Recency: no customer has scores 1, 2 with the cut points 100, 200.',
    ]);
    const tied = orderTable({ ...columnsOf(ladder), frequency: [1, 1, 1, 1, 1, 1, 1, 2, 3, 9] });
    const ties = (scheme: RfmScheme) => rfmGridOf(tied, scheme).problems.find(({ code }) => code === 'score-ties');
    expect(ties(defaultScheme())?.message).toMatch(/hold 7, 0, 0, 2, 1 customers .*Fewer scores, ties by values/);
    expect(ties({ ...defaultScheme(4), ties: 'values' })).toEqual({
      severity: 'info',
      code: 'score-ties',
      message:
        'Frequency is cut by its 4 different values and not by customers (cuts 2, 3, 5), so scores 1 to 4 hold 7, 1, 1, 1 customers and not a quarter each.',
      column: 'frequency',
    });
  });

  it('fills in what is missing, and refuses customers without the features', () => {
    const gaps = orderTable({ ...columnsOf(ladder), recency: [Number.NaN, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
    expect(rfmGridOf(gaps, defaultScheme()).codes).toEqual(
      rfmGridOf(orderTable({ ...columnsOf(ladder), recency: [6, 2, 3, 4, 5, 6, 7, 8, 9, 10] }), defaultScheme()).codes,
    );
    expect(() => rfmGridOf(customerTable({ age: [1, 2, 3] }), defaultScheme())).toThrow(/recency is not among/);
    const customers = customerTable(columnsOf(ladder));
    expect(rfmGridOf(customers, defaultScheme()).revenue).toBe(550);
  });

  it('takes 100,000 customers in well under 100 ms', () => {
    const table = shop(100_000);
    const times = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      rfmGridOf(table, defaultScheme(10));
      return process.cpuUsage(start).user / 1000;
    });
    // Of the processor's time, and the least: the rest measures the neighbours of this process.
    expect(Math.min(...times)).toBeLessThan(100);
  });
});

const orders = realData('rfm_data_orders.csv');

describe.skipIf(orders === null)('R rfm example orders', () => {
  it('has as many Champions and their revenue as the package says', () => {
    const old = rfmPresets().find(({ id }) => id === 'r-rfm-0.2')!;
    const grid = rfmGridOf(rfmOrdersTable(orders ?? ''), old.scheme);
    expect(grid.groups[0]).toMatchObject({ name: 'Champions', customers: 158, revenue: 120178 });
    expect(grid.revenue).toBe(464158);
  });
});

function columnsOf(table: typeof ladder) {
  const column = (id: string) => Array.from(table.numbers[id] ?? []);
  return { recency: column('recency'), frequency: column('frequency'), monetary: column('monetary') };
}
