import type { Condition } from '@clientele/contracts';
import { type Box, f1, type Limit, type RuleProblem, rowsIn, type Tally, tallyRanks } from './box.ts';
import { roundBetween } from './round-between.ts';
import { firstAtLeast, type RuleColumn } from './rule-columns.ts';
import { besides } from './search-rule.ts';

export interface ReadableOptions {
  /** Whether a column's lower bound is said as "more than". */
  speaksOfMore: (id: string) => boolean;
  /** By column the cuts of all rules so far, of whole numbers the largest below; new ones are added. */
  cuts: Map<string, number[]>;
}

/** F1 that a rounder number may cost. */
const worthRounding = 0.002;

/**
 * The boxes as conditions in the units of the features. Each bound is the roundest number that loses next to nothing and that no value
 * lies on; of whole numbers one that they may lie on: up to 6, more than 6. A cut made before is made again where it serves as well.
 */
export function readableBoxes(
  problem: RuleProblem,
  boxes: readonly Box[],
  { speaksOfMore, cuts }: ReadableOptions,
): Condition[][] {
  const now = boxes.map((box) => [...box]);
  return now.map((box, at) => {
    const beside = besides(
      problem,
      now.filter((_, other) => other !== at),
    );
    return box.map((limit, index): Condition => {
      const column = problem.columns[limit.column] as RuleColumn;
      const feature = column.id;
      if (limit.allowed !== null) {
        return {
          kind: 'values',
          feature,
          values: column.texts.filter((_, rank) => limit.allowed?.[rank] === 1).flat(),
        };
      }
      const others = box.filter((each) => each.column !== limit.column);
      const sums = tallyRanks(problem, limit.column, rowsIn(problem, others, beside.taken));
      const known = cuts.get(feature) ?? [];
      cuts.set(feature, known);
      const cut: Cut = { column, ...sums, base: beside.base, size: problem.size, known };
      const min = limit.low === 0 ? null : roundLow(cut, limit, speaksOfMore(feature));
      const low = min === null ? 0 : firstAtLeast(column.numbers, min);
      const max = limit.high === column.size - 1 ? null : roundHigh(cut, { ...limit, low });
      const high = max === null ? column.size - 1 : firstAbove(column.numbers, max) - 1;
      box[index] = { ...limit, low, high };
      if (min !== null) known.push(column.isWhole ? min - 1 : min);
      if (max !== null) known.push(max);
      return { kind: 'range', feature, min: min === null ? null : min + 0, max: max === null ? null : max + 0 };
    });
  });
}

interface Cut {
  column: RuleColumn;
  matched: Float64Array;
  hits: Float64Array;
  base: Tally;
  size: number;
  known: readonly number[];
}

function roundLow(cut: Cut, { low, high }: Limit, speaksOfMore: boolean): number {
  const { column, known } = cut;
  const { numbers, isWhole } = column;
  const [first, last] = asGood(cut, low, high, 'low');
  const [below, above] = [numbers[first - 1] ?? 0, numbers[last] ?? 0];
  const own = numbers[low] ?? 0;
  if (!isWhole) return roundOpen(column, below, above, known) ?? own;
  if (speaksOfMore) return (roundWhole(column, below, above - 1, known) ?? own - 1) + 1;
  const next = known.map((each) => each + 1);
  return roundWhole(column, below + 1, above, next) ?? own;
}

function roundHigh(cut: Cut, { low, high }: Limit): number {
  const { column, known } = cut;
  const { numbers, isWhole } = column;
  const [first, last] = asGood(cut, low, high, 'high');
  const [below, above] = [numbers[first] ?? 0, numbers[last + 1] ?? 0];
  const round = isWhole ? roundWhole(column, below, above - 1, known) : roundOpen(column, below, above, known);
  return round ?? numbers[high] ?? 0;
}

function roundOpen({ isDays, numbers }: RuleColumn, below: number, above: number, known: readonly number[]) {
  return roundBetween(below, above, { isDays, known, allows: unseen(numbers) });
}

/** The roundest whole number from `from` to `to`; beyond 2^51 numbers are left as they are. */
function roundWhole({ isDays }: RuleColumn, from: number, to: number, known: readonly number[]): number | null {
  if (Math.max(Math.abs(from), Math.abs(to)) >= 2 ** 51) return null;
  return roundBetween(from - 0.5, to + 0.5, { isDays, known, allows: Number.isInteger });
}

const unseen = (numbers: Float64Array) => (value: number) => numbers[firstAtLeast(numbers, value)] !== value;

function firstAbove(numbers: Float64Array, value: number): number {
  const at = firstAtLeast(numbers, value);
  return numbers[at] === value ? at + 1 : at;
}

/** The ranks around one end of an interval with an F1 next to as good, without a break. */
function asGood({ matched, hits, base, size }: Cut, low: number, high: number, end: 'low' | 'high'): [number, number] {
  const all = { ...base };
  for (let rank = low; rank <= high; rank++) {
    all.matched += matched[rank] ?? 0;
    all.hits += hits[rank] ?? 0;
  }
  const enough = f1(all, size) - worthRounding;
  const walk = (towards: 1 | -1): number => {
    const moved = { ...all };
    const shrinks = (end === 'low') === (towards === 1);
    let at = end === 'low' ? low : high;
    for (;;) {
      const rank = shrinks ? at : at + towards;
      const next = at + towards;
      if (end === 'low' ? next < 1 || next > high : next < low || next > matched.length - 2) return at;
      moved.matched += (matched[rank] ?? 0) * (shrinks ? -1 : 1);
      moved.hits += (hits[rank] ?? 0) * (shrinks ? -1 : 1);
      if (f1(moved, size) < enough) return at;
      at = next;
    }
  };
  return [walk(-1), walk(1)];
}
