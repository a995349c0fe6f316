import type { SegmentRule } from '@clientele/contracts';
import { expect } from 'vitest';
import type { FeatureTable } from '../../../features/feature-table.ts';
import { findRules } from '../find-rules.ts';

/** Runs one statement and answers its rows, each by column. */
export type RunStatement = (sql: string) => Promise<Record<string, unknown>[]>;

/** A segmentation, its rules, and their script. */
export interface Executed {
  table: FeatureTable;
  labels: Int32Array;
  rules: readonly (SegmentRule | null)[];
  script: string;
}

export function rulesOf(table: FeatureTable, labels: Int32Array): (SegmentRule | null)[] {
  return findRules({ table, labels, k: 4, currency: null });
}

/** Runs the statements of a script: each gives the rows its rule states, and the last one flags the same. */
export async function expectStated({ table, labels, rules, script }: Executed, run: RunStatement): Promise<void> {
  const stated = rules.flatMap((rule, segment) => (rule === null ? [] : [{ rule, segment }]));
  const statements = script.split(/;\n(?:\n|$)/).filter((each) => /^\s*SELECT/m.test(each));
  expect(statements.length).toBe(stated.length + 1);
  const labelOf = new Map(table.ids.map((id, row) => [id, labels[row]]));
  const hitsIn = (ids: readonly unknown[], segment: number) =>
    ids.filter((id) => labelOf.get(String(id)) === segment).length;
  const flags = await run(statements[statements.length - 1] ?? '');
  expect(flags.length).toBe(table.ids.length);
  for (const [at, { rule, segment }] of stated.entries()) {
    const ids = (await run(statements[at] ?? '')).map((row) => row.customer);
    expect([ids.length, hitsIn(ids, segment)]).toEqual([rule.matched, rule.hits]);
    const flagged = flags.filter((row) => Number(row[`rule_${segment}`]) === 1).map((row) => row.customer);
    expect(flagged.sort()).toEqual(ids.sort());
  }
}
