import { type Box, f1, type RuleProblem, rowsIn, type Tally, tally } from './box.ts';
import { priceOf } from './price.ts';
import { type Beside, type BoxFound, improveBox, searchBoxes } from './search-boxes.ts';

/** One box or two, what they match together, and F1 less the price of all. */
export interface RuleFound extends Tally {
  boxes: readonly Box[];
  score: number;
}

/** First boxes that a second one is sought for, and an F1 above which a second could not pay. */
const firstBoxes = 2;
const goodEnough = 0.93;

/** Rules worth a look: the best box of each length, and pairs of boxes where one leaves much over. */
export function searchRules(problem: RuleProblem): RuleFound[] {
  const singles = bestOfEachLength(searchBoxes(problem));
  const rules = singles.map(({ box }) => measureRule(problem, [box]));
  const reached = Math.max(0, ...rules.map((rule) => f1(rule, problem.size)));
  if (reached >= goodEnough) return rules;
  for (const { box } of singles.slice(0, firstBoxes)) {
    const second = searchBoxes(problem, besides(problem, [box])).sort((a, b) => b.score - a.score)[0];
    if (second !== undefined) rules.push(improveRule(problem, [box, second.box]));
  }
  return rules;
}

/** Improves each box beside the other until nothing changes. */
export function improveRule(problem: RuleProblem, boxes: readonly Box[]): RuleFound {
  let best = measureRule(problem, boxes);
  for (let round = 0; round < 4; round++) {
    const before = best.score;
    for (let i = 0; i < boxes.length; i++) {
      const others = best.boxes.filter((_, at) => at !== i);
      const { box } = improveBox(problem, best.boxes[i] as Box, besides(problem, others));
      const next = measureRule(
        problem,
        best.boxes.map((each, at) => (at === i ? box : each)),
      );
      if (next.score > best.score + 1e-12) best = next;
    }
    if (best.score <= before + 1e-9) break;
  }
  return best;
}

export function measureRule(problem: RuleProblem, boxes: readonly Box[]): RuleFound {
  const all = besides(problem, boxes).base;
  return { boxes, ...all, score: f1(all, problem.size) - priceOf(boxes, problem.columns) };
}

/** The rows that boxes match, as one has to see them who adds another box. */
export function besides(problem: RuleProblem, boxes: readonly Box[]): Beside {
  if (boxes.length === 0) return { base: { matched: 0, hits: 0 }, taken: null };
  const taken = new Uint8Array(problem.rows);
  for (const box of boxes) {
    const alive = rowsIn(problem, box, null);
    for (let row = 0; row < taken.length; row++) if (alive[row] === 1) taken[row] = 1;
  }
  return { base: tally(problem, taken), taken };
}

function bestOfEachLength(boxes: readonly BoxFound[]): BoxFound[] {
  const best = new Map<number, BoxFound>();
  for (const each of boxes) {
    const known = best.get(each.box.length);
    if (known === undefined || each.score > known.score) best.set(each.box.length, each);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}
