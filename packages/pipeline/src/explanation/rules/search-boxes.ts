import { bestLimit } from './best-limit.ts';
import { type Box, f1, type Limit, type RuleProblem, rowsIn, type Tally, tally } from './box.ts';
import { mostConditions, priceOf } from './price.ts';

/** A box and what the rule matches with it. */
export interface BoxFound extends Tally {
  box: Box;
  /** F1 of the rule less the price of this box. */
  score: number;
}

/** What other boxes of the rule have already. */
export interface Beside {
  base: Tally;
  /** By row: 1 where another box matches. */
  taken: Uint8Array | null;
}

export const alone: Beside = { base: { matched: 0, hits: 0 }, taken: null };

const beamWidth = 4;
const rounds = 4;

/** Sets each limit of a box anew to its best, the others held, and leaves out those not worth their price, until nothing changes. */
export function improveBox(problem: RuleProblem, box: Box, beside: Beside): BoxFound {
  let best = measure(problem, box, beside);
  for (let round = 0; round < rounds; round++) {
    const before = best.score;
    for (const { column } of best.box) {
      const others = best.box.filter((limit) => limit.column !== column);
      const alive = rowsIn(problem, others, beside.taken);
      if (others.length > 0) best = better(best, found(problem, others, add(beside.base, tally(problem, alive))));
      const step = bestLimit(problem, column, alive, beside.base);
      if (step !== null) best = better(best, found(problem, [...others, step.limit], step));
    }
    if (best.score <= before + 1e-9) break;
  }
  return best;
}

/**
 * Boxes of one condition up to four, the best ones of each length: forwards by a beam of best single limits, and backwards from a box
 * around the middle nine tenths of the segment on all columns, dropping what is missed least; each improved limit by limit.
 */
export function searchBoxes(problem: RuleProblem, beside: Beside = alone): BoxFound[] {
  return [...searchForwards(problem, beside), ...searchBackwards(problem, beside)];
}

function searchForwards(problem: RuleProblem, beside: Beside): BoxFound[] {
  const all: BoxFound[] = [];
  let beam: Box[] = [[]];
  for (let length = 1; length <= mostConditions; length++) {
    const grown = new Map<string, BoxFound>();
    for (const box of beam) {
      const alive = rowsIn(problem, box, beside.taken);
      problem.columns.forEach((_, column) => {
        if (box.some((limit) => limit.column === column)) return;
        const step = bestLimit(problem, column, alive, beside.base);
        if (step !== null) keepBest(grown, found(problem, [...box, step.limit], step));
      });
    }
    const improved = new Map<string, BoxFound>();
    for (const { box } of bestFirst([...grown.values()]).slice(0, beamWidth))
      keepBest(improved, improveBox(problem, box, beside));
    const next = bestFirst([...improved.values()]);
    all.push(...next);
    beam = next.filter(({ box }) => box.length === length).map(({ box }) => box);
    if (beam.length === 0) break;
  }
  return all;
}

function searchBackwards(problem: RuleProblem, beside: Beside): BoxFound[] {
  const all: BoxFound[] = [];
  let box: Box = problem.columns.flatMap((_, column) => aroundSegment(problem, column));
  while (box.length > 0) {
    const now = box.length > 1 || all.length === 0 ? improveBox(problem, box, beside) : measure(problem, box, beside);
    if (now.box.length <= mostConditions) all.push(now);
    const shorter = now.box.map((each) => {
      const rest = now.box.filter((limit) => limit !== each);
      return measure(problem, rest, beside);
    });
    box = bestFirst(shorter)[0]?.box ?? [];
  }
  return all;
}

/** The middle nine tenths of the segment on a numeric column. */
function aroundSegment({ columns, inside }: RuleProblem, column: number): Limit[] {
  const facts = columns[column];
  if (facts === undefined || facts.kind === 'category' || facts.size < 2) return [];
  const ranks = facts.ranks.filter((rank, row) => rank >= 0 && inside[row] === 1).sort();
  if (ranks.length === 0) return [];
  const at = (share: number) => ranks[Math.round((ranks.length - 1) * share)] ?? 0;
  return [{ column, low: at(0.05), high: at(0.95), allowed: null }];
}

function measure(problem: RuleProblem, box: Box, { base, taken }: Beside): BoxFound {
  return found(problem, box, add(base, tally(problem, rowsIn(problem, box, taken))));
}

function found(problem: RuleProblem, box: Box, { matched, hits }: Tally): BoxFound {
  const score = f1({ matched, hits }, problem.size) - priceOf([box], problem.columns);
  return { box: [...box].sort((a, b) => a.column - b.column), matched, hits, score };
}

const add = (a: Tally, b: Tally): Tally => ({ matched: a.matched + b.matched, hits: a.hits + b.hits });
const better = (a: BoxFound, b: BoxFound): BoxFound => (b.score > a.score + 1e-12 ? b : a);
const bestFirst = (boxes: BoxFound[]): BoxFound[] => boxes.sort((a, b) => b.score - a.score);

function keepBest(kept: Map<string, BoxFound>, each: BoxFound): void {
  const key = each.box.map(({ column }) => column).join();
  const known = kept.get(key);
  if (known === undefined || each.score > known.score) kept.set(key, each);
}
