import { ClienteleError, type KChoice, type Problem } from '@clientele/contracts';
import { countOf, formatNumber } from '../preparation/format-value.ts';
import type { Prepared } from '../preparation/prepare.ts';
import { chanceWarnings } from './compare-with-chance.ts';
import { countDistinct } from './count-distinct.ts';
import type { RunEffects } from './kernel-calls.ts';
import { lowestBic } from './lowest-bic.ts';
import type { MeasuredRange } from './measured-range.ts';
import { recommendK } from './recommend-k.ts';

/** The range of k to try and how. */
export interface KRange {
  fromK: number;
  toK: number;
  starts: number;
  seed: number;
}

/** The choice, and what was measured for it. */
export interface MeasuredChoice {
  choice: KChoice;
  measured: MeasuredRange;
  /** Index of the recommended k in `measured`. */
  picked: number;
}

/**
 * Measures every k of a range by `measure` and recommends one: of mixtures the one with the lowest BIC, of the others by
 * {@link recommendK}'s rule. The range is cut, with a warning, to one less than the customers and to the number of different customers.
 *
 * Throws `usage` where the range is upside down, `too-few-customers` where not even its first k fits.
 */
export async function chooseK(
  prepared: Prepared,
  range: KRange,
  { measure, isKmeans }: { measure: (from: number, to: number) => Promise<MeasuredRange>; isKmeans: boolean },
  effects: RunEffects = {},
): Promise<MeasuredChoice> {
  const { rows } = prepared;
  const { from, to, warnings } = fitRange(prepared, range);
  const measured = await measure(from, to);
  const { candidates } = measured;
  const unfinished = candidates.filter((candidate) => !candidate.converged).map((candidate) => candidate.k);
  if (unfinished.length > 0) {
    const message = `The method had not come to rest at k = ${unfinished.join(', ')} when its passes were used up; the figures there may still improve with more starts.`;
    warnings.push({ severity: 'warning', code: 'not-converged', message, count: unfinished.length });
  }
  const isVoid = measured.partitions.map((partition) => partition.isBicVoid === true);
  const flat = candidates.filter((_, i) => isVoid[i]).map((candidate) => candidate.k);
  if (flat.length > 0) {
    const message = `At k = ${flat.join(', ')} a component of the mixture has no width: its customers share the same value of a feature, as those with a single order do, and BIC says nothing there; ${flat.length < candidates.length ? 'it is compared at the other k.' : 'k follows from silhouette and inertia.'}`;
    warnings.push({ severity: 'warning', code: 'flat-component', message, count: flat.length });
  }
  const lowest = lowestBic(candidates);
  if (lowest !== null && lowest.k === candidates.at(-1)?.k && candidates.length > 1) {
    const message = `The lowest BIC is at the last k tried, ${lowest.k}; a wider range may find a lower one.`;
    warnings.push({ severity: 'info', code: 'range-ends', message });
  }
  const recommended = recommendK(candidates, rows);
  const { k, why } = lowest ?? recommended;
  const picked = candidates.findIndex((candidate) => candidate.k === k);
  const silhouette = isKmeans ? (candidates[picked]?.silhouette ?? null) : null;
  const choice = {
    candidates,
    argument: null,
    recommended: { k, why },
    customers: rows,
    silhouetteExact: measured.silhouettes.every(({ exact }) => exact),
    warnings: [
      ...warnings,
      ...(k === recommended.k ? recommended.warnings : []),
      ...(await chanceWarnings(prepared, { k, silhouette }, range, effects)),
    ],
  };
  return { choice, measured, picked };
}

function fitRange(prepared: Prepared, range: KRange): { from: number; to: number; warnings: Problem[] } {
  const { matrix, rows, columns } = prepared;
  if (range.fromK > range.toK) {
    throw new ClienteleError(
      'usage',
      `The range of k runs from ${range.fromK} to ${range.toK}; the first must not be above the last.`,
    );
  }
  if (rows <= range.fromK) {
    throw new ClienteleError(
      'too-few-customers',
      `${countOf(rows, 'customer')} ${rows === 1 ? 'is' : 'are'} left after cleaning, and measuring k = ${range.fromK} needs at least ${range.fromK + 1}; widen the filters or try a smaller k.`,
      { customers: rows, needed: range.fromK + 1 },
    );
  }
  const warnings: Problem[] = [];
  let { fromK: from, toK: to } = range;
  if (to > rows - 1) {
    to = rows - 1;
    warnings.push({
      severity: 'warning',
      code: 'k-range-cut',
      message: `With ${countOf(rows, 'customer')} only k up to ${to} can be measured; ${range.toK} was asked for.`,
    });
  }
  const distinct = countDistinct(matrix, rows, columns, to + 1);
  if (distinct < to) {
    to = distinct;
    from = Math.min(from, to);
    warnings.push({
      severity: 'warning',
      code: 'few-distinct',
      message: `The ${countOf(rows, 'customer')} show only ${formatNumber(distinct, 0)} different sets of values, so k is tried up to ${to}; ${range.toK} was asked for.`,
      count: distinct,
    });
  }
  return { from, to, warnings };
}
