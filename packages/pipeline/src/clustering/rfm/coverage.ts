import type { RfmScheme } from '@clientele/contracts';
import { cellCount, codeOf, eachCell } from './cells.ts';
import { fmOf, type RfmFeature } from './scores.ts';

/** Who has which code of a grid. */
export interface Coverage {
  /** Group of each cell; -1 where no group has it. */
  groups: Int16Array;
  /** 1 where a customer can have the code: not so with fixed cut points of which two are equal. Only these are counted below. */
  possible: Uint8Array;
  /** Number of possible codes. */
  codes: number;
  /** Cells of no group. */
  uncovered: number[];
  /** For each group the codes in its boxes, and those of them that no group before it has. */
  held: number[];
  got: number[];
  /** For each group how many of its codes which group before it has. */
  takers: Map<number, number>[];
}

/** Goes through every code of a scheme: the first group in whose boxes it lies has it. */
export function coverageOf(scheme: RfmScheme): Coverage {
  const cells = cellCount(scheme);
  const possible = possibleCells(scheme);
  const groups = new Int16Array(cells).fill(-1);
  const held: number[] = [];
  const got: number[] = [];
  const takers: Map<number, number>[] = [];
  scheme.groups.forEach(({ boxes }, group) => {
    const seen = new Uint8Array(cells);
    const taken = new Map<number, number>();
    let own = 0;
    let all = 0;
    const visit = (cell: number) => {
      if (seen[cell]) return;
      seen[cell] = 1;
      const before = groups[cell] ?? -1;
      if (before < 0) groups[cell] = group;
      if (!possible[cell]) return;
      all++;
      if (before < 0) own++;
      else taken.set(before, (taken.get(before) ?? 0) + 1);
    };
    for (const box of boxes) eachCell(scheme, box, visit);
    held.push(all);
    got.push(own);
    takers.push(taken);
  });
  const uncovered: number[] = [];
  groups.forEach((group, cell) => {
    if (group < 0 && possible[cell]) uncovered.push(cell);
  });
  const codes = possible.reduce((count, each) => count + each, 0);
  return { groups, possible, codes, uncovered, held, got, takers };
}

function possibleCells(scheme: RfmScheme): Uint8Array {
  const { scores, axes, weights } = scheme;
  const recency = possibleScores(scheme, 'recency');
  const frequency = possibleScores(scheme, 'frequency');
  const monetary = possibleScores(scheme, 'monetary');
  const joined = new Set([...frequency].flatMap((f) => [...monetary].map((m) => fmOf(f, m, weights))));
  const possible = new Uint8Array(axes === 'r-fm' ? scores ** 2 : scores ** 3);
  return possible.map((_, cell) => {
    const [r = 1, f = 1, m = 1] = codeOf(scheme, cell);
    const isPossible = recency.has(r) && (axes === 'r-fm' ? joined.has(f) : frequency.has(f) && monetary.has(m));
    return isPossible ? 1 : 0;
  });
}

/** Scores that some value has: between two equal cut points there is none. */
function possibleScores({ scores, cuts }: RfmScheme, feature: RfmFeature): Set<number> {
  const all = Array.from({ length: scores }, (_, interval) => interval);
  const bounds = cuts === 'quantile' ? null : [-Infinity, ...cuts[feature], Infinity];
  const open = all.filter((interval) => bounds === null || (bounds[interval] ?? 0) < (bounds[interval + 1] ?? 0));
  return new Set(open.map((interval) => (feature === 'recency' ? scores - interval : interval + 1)));
}
