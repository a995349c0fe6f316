import type { RfmGrid, RfmScheme } from '@clientele/contracts';
import { cellAt, cellsIn, joinedScore, noGroup } from './rfm-cells.ts';

export interface RfmSum {
  customers: number;
  revenue: number;
}

/** Whether the scores of an answer are those that a scheme asks for; the weights may differ, as codes say F and M apart. */
export function hasSameScores(scheme: RfmScheme, { scheme: asked }: Pick<RfmGrid, 'scheme'>): boolean {
  return (
    scheme.scores === asked.scores &&
    JSON.stringify(scheme.cuts) === JSON.stringify(asked.cuts) &&
    (scheme.ties === asked.ties || scheme.cuts !== 'quantile')
  );
}

/** Customers and revenue of each cell, from the codes of the last answer. */
export function cellSums(scheme: RfmScheme, { codes }: Pick<RfmGrid, 'codes'>): RfmSum[] {
  const sums = Array.from({ length: cellsIn(scheme) }, () => ({ customers: 0, revenue: 0 }));
  for (const { r, f, m, customers, revenue } of codes) {
    const place =
      scheme.axes === 'r-fm' ? { r, across: joinedScore(f, m, scheme.weights), layer: 1 } : { r, across: f, layer: m };
    const sum = sums[cellAt(place, scheme)];
    if (sum === undefined) continue;
    sum.customers += customers;
    sum.revenue += revenue;
  }
  return sums;
}

/** Sums of the groups, in their order, and at the end of what is in none. */
export function groupSums(cells: readonly number[], sums: readonly RfmSum[], groups: number): RfmSum[] {
  const all = Array.from({ length: groups + 1 }, () => ({ customers: 0, revenue: 0 }));
  cells.forEach((group, cell) => {
    const into = all[group === noGroup ? groups : group];
    const from = sums[cell];
    if (into === undefined || from === undefined) return;
    into.customers += from.customers;
    into.revenue += from.revenue;
  });
  return all;
}

/** Codes that each group gets, in their order, and at the end those of none. */
export function groupCodes(cells: readonly number[], groups: number): number[] {
  const counts = Array.from({ length: groups + 1 }, () => 0);
  for (const group of cells) {
    const at = group === noGroup ? groups : group;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Whether a group is so small that little can be said of it: the linter's measure. */
export const isTiny = (customers: number, all: number): boolean =>
  customers > 0 && (customers < 5 || customers < 0.01 * all);
