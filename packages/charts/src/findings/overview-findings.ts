import type { Dataset, Views } from '@clientele/contracts';
import type { FigureContext } from '../figure.ts';
import type { Finding, FindingsInput, FindingsViews, RankedFinding } from './finding.ts';
import { cancelledButCounted, leadingCountry, oneTimers, topShare, unusualMonth } from './revenue-findings.ts';
import { carryingSegment, largestSegment, overdueSegment, quietSegment } from './segment-findings.ts';
import { leadingCategory, missingNumber, skewedNumber } from './table-findings.ts';

const rules: readonly ((input: FindingsInput, context: FigureContext) => RankedFinding | null)[] = [
  carryingSegment,
  overdueSegment,
  cancelledButCounted,
  unusualMonth,
  topShare,
  oneTimers,
  quietSegment,
  leadingCountry,
  largestSegment,
  missingNumber,
  skewedNumber,
  leadingCategory,
];

/** The views that findings on such data are looked for in. Numbers and categories speak only where there is no money, and cost a pass over the lines. */
export function findingViews(kind: Dataset['kind']): readonly (keyof Views & keyof FindingsViews)[] {
  const shared = ['kpis', 'months', 'topCustomers', 'countries', 'points', 'segmentTotals'] as const;
  return kind === 'orders' ? shared : [...shared, 'numbers', 'categories'];
}

/** What stands out, most telling first: at most so many findings, fewer where fewer rules hold, none where none does. */
export function overviewFindings(input: FindingsInput, context: FigureContext, most = 3): Finding[] {
  return rules
    .map((rule) => rule(input, context))
    .filter((finding) => finding !== null)
    .sort((left, right) => right.weight - left.weight)
    .slice(0, most)
    .map(({ weight: _weight, ...finding }) => finding);
}
