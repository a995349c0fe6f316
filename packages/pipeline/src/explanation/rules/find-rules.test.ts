import { createRandom } from '@clientele/kernels';
import { describe, expect, it } from 'vitest';
import type { FeatureTable } from '../../features/feature-table.ts';
import { customerTable, orderTable } from '../../run/testing/tables.ts';
import { findRules } from './find-rules.ts';
import { meetsRule } from './meets-rule.ts';
import { hostileTable } from './testing/made-segmentation.ts';

const texts = (table: FeatureTable, labels: readonly number[], k: number) =>
  findRules({ table, labels: Int32Array.from(labels), k, currency: 'GBP' }).map((rule) => rule?.text ?? null);

describe('findRules', () => {
  it('finds by hand what can be seen', () => {
    const table = orderTable({
      recency: [5, 12, 44, 30, 8, 51, 200, 250, 300, 320],
      frequency: [7, 9, 8, 2, 1, 9, 1, 1, 2, 1],
      monetary: [700, 810, 655, 90, 40, 820, 30, 25, 60, 20],
    });
    const rules = findRules({ table, labels: Int32Array.from([0, 0, 0, 1, 1, 0, 2, 2, 2, 2]), k: 4, currency: 'GBP' });
    expect(rules.map((rule) => rule?.text ?? null)).toEqual([
      'more than 5 orders',
      'last order within 90 days and at most 5 orders',
      'last order more than 90 days ago',
      null,
    ]);
    expect(rules[0]).toMatchObject({ matched: 4, hits: 4, precision: 1, recall: 1 });
    expect(rules[0]?.boxes).toEqual([[{ kind: 'range', feature: 'frequency', min: 6, max: null }]]);
  });

  it('takes two boxes where one leaves half behind, and values of a category', () => {
    const x = Array.from({ length: 90 }, (_, i) => i + 0.25);
    const ends = x.map((value) => (value < 20 || value > 70 ? 0 : 1));
    expect(texts(customerTable({ x }), ends, 2)).toEqual(['x at least 70, or x at most 20', 'x 20 to 70']);
    const country = x.map((_, i) => ['France', 'Germany', 'Peru', 'Malta', null][i % 5] ?? null);
    const labels = country.map((name) => (name === 'France' || name === 'Germany' ? 0 : name === null ? 2 : 1));
    expect(texts(customerTable({ country }), labels, 3)).toEqual([
      'country is France or Germany',
      'country is Peru or Malta',
      null,
    ]);
  });

  it('counts a missing value in no range, and says where a value is known', () => {
    const gaps = Array.from({ length: 40 }, (_, i) => (i < 15 ? Number.NaN : i));
    const table = orderTable({ daysBetweenOrders: gaps });
    expect(
      texts(
        table,
        gaps.map((value) => (Number.isNaN(value) ? 0 : 1)),
        2,
      ),
    ).toEqual([null, 'more than one order']);
  });

  it('says nothing of an empty segment, of one without pattern, of all customers, or of no customers', () => {
    const random = createRandom(3);
    const x = Array.from({ length: 3000 }, () => random.next());
    const table = customerTable({ x, one: x.map(() => 1) });
    expect(
      texts(
        table,
        x.map(() => Number(random.next() < 0.4)),
        3,
      ),
    ).toEqual([null, null, null]);
    expect(
      texts(
        table,
        x.map(() => 0),
        2,
      ),
    ).toEqual([null, null]);
    expect(texts(customerTable({ x: [] }), [], 2)).toEqual([null, null]);
  });

  it('puts no threshold on a value, and counts as its conditions say', () => {
    for (const seed of [1, 2, 3]) {
      const { table, labels } = hostileTable(seed, 500);
      const rules = findRules({ table, labels, k: 4, currency: null });
      expect(rules.filter((rule) => rule !== null).length).toBeGreaterThanOrEqual(3);
      rules.forEach((rule, segment) => {
        const isMet = meetsRule(table, rule?.boxes ?? []);
        const rows = [...labels.keys()].filter(isMet);
        expect(rule?.matched ?? 0).toBe(rows.length);
        expect(rule?.hits ?? 0).toBe(rows.filter((row) => labels[row] === segment).length);
        for (const condition of rule?.boxes.flat() ?? []) {
          if (condition.kind !== 'range' || condition.feature !== 'spent "net", £') continue;
          for (const bound of [condition.min, condition.max])
            if (bound !== null) expect(table.numbers[condition.feature]).not.toContain(bound);
        }
      });
      expect(findRules({ table, labels, k: 4, currency: null })).toEqual(rules);
    }
  });

  it('is no worse than any rule of one condition, told apart by brute force', () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = createRandom(seed);
      const rows = 12 + Math.floor(random.next() * 30);
      const column = () => Array.from({ length: rows }, () => Math.floor(random.next() * 14) / 2);
      const columns = { x: column(), y: column() };
      const middle = random.next() * 6;
      const labels = columns.x.map((x) => Number(Math.abs(x - middle) > 1 + random.next()));
      const size = labels.filter((label) => label === 0).length;
      const [rule] = findRules({
        table: customerTable(columns),
        labels: Int32Array.from(labels),
        k: 1,
        currency: null,
      });
      for (const values of Object.values(columns)) {
        for (const min of values)
          for (const max of values) {
            const matched = values.filter((value) => value >= min && value <= max).length;
            const hits = values.filter((value, i) => value >= min && value <= max && labels[i] === 0).length;
            const share = size / rows;
            if (hits / matched < Math.min(2 * share, (1 + share) / 2)) continue;
            // A bound costs a hundredth.
            const reached = rule ? (2 * rule.hits) / (rule.matched + size) : 0;
            expect(reached).toBeGreaterThanOrEqual((2 * hits) / (matched + size) - 0.0101);
          }
      }
    }
  });

  it('finds the rule of a small segment among many customers', () => {
    const random = createRandom(8);
    const rows = 40_000;
    const recency = Array.from({ length: rows }, () => Math.floor(random.next() * 400));
    const frequency = Array.from({ length: rows }, () => 1 + Math.floor(random.next() ** 3 * 40));
    const labels = Int32Array.from(recency, (days, row) => (days <= 11 && (frequency[row] ?? 0) > 30 ? 1 : 0));
    const rules = findRules({ table: orderTable({ recency, frequency }), labels, k: 2, currency: null });
    expect(rules[1]).toMatchObject({
      text: 'last order within 11 days and more than 30 orders',
      precision: 1,
      recall: 1,
    });
  });
});
