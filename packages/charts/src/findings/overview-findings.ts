import type { FigureContext } from '../figure.ts';
import type { Finding, FindingsInput, RankedFinding } from './finding.ts';
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

/** What stands out, most telling first: at most so many findings, fewer where fewer rules hold, none where none does. */
export function overviewFindings(input: FindingsInput, context: FigureContext, most = 3): Finding[] {
  return rules
    .map((rule) => rule(input, context))
    .filter((finding) => finding !== null)
    .sort((left, right) => right.weight - left.weight)
    .slice(0, most)
    .map(({ weight: _weight, ...finding }) => finding);
}
