import type { RfmGrid, RfmScheme } from '@clientele/contracts';
import type { FeatureTable } from '../../features/feature-table.ts';
import { cellCount, cellOf } from './cells.ts';
import { countRfmCodes, type RfmCodeCounts } from './count-codes.ts';
import { coverageOf } from './coverage.ts';
import { lintScheme } from './lint-scheme.ts';
import { fmOf } from './scores.ts';

/** A scheme held against customers: sizes and revenue of codes and groups, and what is wrong. Throws as {@link countRfmCodes} does. */
export function rfmGridOf(table: FeatureTable, scheme: RfmScheme): RfmGrid {
  return rfmGridFrom(countRfmCodes(table, scheme), scheme);
}

/** The same from customers counted before by the scores, cuts and ties of the scheme. */
export function rfmGridFrom(counts: RfmCodeCounts, scheme: RfmScheme): RfmGrid {
  const coverage = coverageOf(scheme);
  const sizes = new Float64Array(cellCount(scheme));
  const groups = scheme.groups.map(({ name }, group) => ({
    name,
    codes: coverage.got[group] ?? 0,
    customers: 0,
    share: 0,
    revenue: 0,
    revenueShare: 0,
  }));
  let unassigned = 0;
  const codes = counts.codes.map(({ r, f, m, customers, revenue }) => {
    const cell = cellOf(scheme, r, f, m);
    sizes[cell] = (sizes[cell] ?? 0) + customers;
    const group = coverage.groups[cell] ?? -1;
    const of = groups[group];
    if (of === undefined) unassigned += customers;
    else {
      of.customers += customers;
      of.revenue += revenue;
    }
    return { r, f, m, fm: fmOf(f, m, scheme.weights), group, customers, revenue };
  });
  for (const of of groups) {
    of.share = of.customers / counts.customers;
    of.revenueShare = counts.revenue === 0 ? 0 : of.revenue / counts.revenue;
  }
  const { cuts, customers, revenue, problems } = counts;
  return {
    scheme,
    cuts,
    customers,
    revenue,
    codes,
    groups,
    unassigned,
    problems: [...lintScheme(scheme, sizes), ...problems],
  };
}
