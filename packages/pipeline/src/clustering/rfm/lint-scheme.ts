import type { Problem, RfmScheme } from '@clientele/contracts';
import { countOf, formatNumber, formatShare } from '../../preparation/format-value.ts';
import { axisNames, codeOf } from './cells.ts';
import { type Coverage, coverageOf } from './coverage.ts';

/** So many codes are written out in a sentence. */
const listed = 5;
/** A group of fewer customers, or of a smaller share, is tiny. */
const fewest = { customers: 5, share: 0.01 };

/**
 * What is wrong with a grid: codes of no group, groups that nobody can be in, overlaps; and, where it is known how many customers
 * have each code (a number a cell), groups without customers and tiny ones. Codes that no value can have do not count.
 */
export function lintScheme(scheme: RfmScheme, sizes?: ArrayLike<number>): Problem[] {
  const coverage = coverageOf(scheme);
  return [
    ...uncoveredProblem(scheme, coverage, sizes),
    ...scheme.groups.flatMap((_, group) => reachProblem(scheme, coverage, group)),
    ...(sizes === undefined ? [] : sizeProblems(scheme, coverage, sizes)),
  ];
}

/** The finding on codes of no group, which a run says too. */
export function uncoveredProblem(scheme: RfmScheme, coverage: Coverage, sizes?: ArrayLike<number>): Problem[] {
  const { uncovered, codes } = coverage;
  if (uncovered.length === 0) return [];
  const of = (cell: number) => sizes?.[cell] ?? 0;
  const customers = uncovered.reduce((sum, cell) => sum + of(cell), 0);
  // Those that matter most first; equal ones in the order of the grid.
  const shown = [...uncovered].sort((a, b) => of(b) - of(a) || a - b).slice(0, listed);
  const texts = shown.map(
    (cell) => codeOf(scheme, cell).join(',') + (customers > 0 ? ` (${formatNumber(of(cell), 0)})` : ''),
  );
  const more = uncovered.length > listed ? ` and ${formatNumber(uncovered.length - listed, 0)} more` : '';
  const list = `${axisNames(scheme).join(',')} ${texts.join(' ')}${more}`;
  const head = `${formatNumber(uncovered.length, 0)} of ${formatNumber(codes, 0)} codes ${isAre(uncovered.length)} in no group`;
  const who =
    sizes === undefined
      ? `so whoever has such a code is in no segment`
      : customers === 0
        ? 'and no customer has such a code now'
        : `so ${countOf(customers, 'customer')} (${formatShare(customers / total(sizes))}) ${isAre(customers)} in no segment`;
  const severity = sizes !== undefined && customers === 0 ? 'info' : 'warning';
  return [{ severity, code: 'grid-uncovered', message: `${head}, ${who}: ${list}.`, count: uncovered.length }];
}

function reachProblem({ groups }: RfmScheme, { held, got, takers }: Coverage, group: number): Problem[] {
  const { name = '', boxes = [] } = groups[group] ?? {};
  const all = held[group] ?? 0;
  const lost = all - (got[group] ?? 0);
  const from = [...(takers[group] ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([taker, count]) => `${groups[taker]?.name} ${formatNumber(count, 0)}`)
    .join(', ');
  if (all === lost) {
    const why =
      boxes.length === 0
        ? 'it has no codes'
        : all === 0
          ? 'two of its cut points are equal, so that no value has its scores'
          : `${allCodes(all)} in groups further up (${from})`;
    return [
      { severity: 'warning', code: 'grid-unreachable', message: `Nobody can be in ${name}: ${why}.`, count: all },
    ];
  }
  if (lost === 0) return [];
  const message = `${formatNumber(lost, 0)} of the ${formatNumber(all, 0)} codes of ${name} ${isAre(lost)} also in groups further up, and the first group has them: ${from}.`;
  return [{ severity: 'info', code: 'grid-overlap', message, count: lost }];
}

function sizeProblems(scheme: RfmScheme, coverage: Coverage, sizes: ArrayLike<number>): Problem[] {
  const customers = total(sizes);
  const inGroup = scheme.groups.map(() => 0);
  coverage.groups.forEach((group, cell) => {
    if (group >= 0) inGroup[group] = (inGroup[group] ?? 0) + (sizes[cell] ?? 0);
  });
  const empty: Problem[] = [];
  const tiny: Problem[] = [];
  scheme.groups.forEach(({ name }, group) => {
    const size = inGroup[group] ?? 0;
    const codes = coverage.got[group] ?? 0;
    if (codes === 0) return;
    if (size === 0) {
      const message = `No customer is in ${name} (${countOf(codes, 'code')}), so it is no segment for now.`;
      empty.push({ severity: 'info', code: 'grid-empty', message, count: 0 });
    } else if (size < fewest.customers || size < fewest.share * customers) {
      const share = size < fewest.share * customers ? 'under 1%' : formatShare(size / customers);
      const message = `${name} is tiny: ${countOf(size, 'customer')}, ${share} of all; give it more codes or join it to a neighbour.`;
      tiny.push({ severity: 'info', code: 'grid-tiny', message, count: size });
    }
  });
  return [...empty, ...tiny];
}

function allCodes(count: number): string {
  if (count === 1) return 'its only code is';
  return count === 2 ? 'both its codes are' : `all of its ${formatNumber(count, 0)} codes are`;
}

const isAre = (count: number) => (count === 1 ? 'is' : 'are');

function total(sizes: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < sizes.length; i++) sum += sizes[i] ?? 0;
  return sum;
}
