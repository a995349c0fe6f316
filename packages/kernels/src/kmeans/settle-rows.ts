import type { Hooks } from '../hooks.ts';
import { createMixer } from './mix-steps.ts';
import type { Base, Problem } from './problem.ts';
import { joinRows, type Scan, type ScanInput, scanRows, takeRows } from './scan-rows.ts';
import { settle } from './settle.ts';

/** Rows a chunk: sums of chunks are added in order, so that the number of threads cannot change them. */
const CHUNK = 65_536;
const CHUNKS_AT_MOST = 64;

/** How far the centres are let go before all rows are looked at again, in steps of the last iteration. */
const REACH_IN_STEPS = 25;
/** Rows are set aside only once the reach is this part of the spread within clusters; after so many passes anyhow. */
const REACH_AT_MOST = 0.1;
const PASSES_BEFORE = 16;
const PASSES_AGAIN = 4;
/** Iterations of a part before those of its rows are set aside that stay, and the fewest rows for that. */
const ITERATIONS_A_ROUND = 24;
const ROWS_TO_SHRINK = 2_000;

/** More open rows than this are not gathered. */
const MOST_OPEN = 4_000_000;
const SLACK_AT_MOST = 0.05;

/** What the rows are, besides their points. */
export interface RowsInfo {
  /** Above what rounding can add to a distance. */
  rounding: number;
  /** The largest weight. */
  heaviest: number;
}

/** The rows that may change cluster, to be settled on their own. */
export interface PartInput {
  problem: Problem;
  open: Int32Array;
  centers: Float64Array;
  base: Base;
  /** See {@link ScanInput}. */
  slack: number;
  maxIterations: number;
}

/** What {@link settleSteps} asks for: a scan of all chunks, or a part to be settled. */
export type Request = { kind: 'scan'; inputs: ScanInput[] } | { kind: 'part'; inputs: [PartInput] };

/** Where a part ended. */
export interface PartResult {
  centers: Float64Array;
  iterations: number;
  converged: boolean;
}

/** The scans of all chunks for these centres. */
export function scansFor(
  problem: Problem,
  centers: Float64Array,
  reach: number,
  slack: number,
  labels: Int32Array | null,
): ScanInput[] {
  return chunksOf(problem.rows).map((range) => ({ problem, ...range, centers, reach, slack, labels }));
}

/** All rows in chunks. */
export function chunksOf(rows: number): { from: number; to: number }[] {
  const chunk = Math.max(CHUNK, Math.ceil(rows / CHUNKS_AT_MOST));
  return Array.from({ length: Math.ceil(rows / chunk) }, (_, c) => ({
    from: c * chunk,
    to: Math.min(rows, (c + 1) * chunk),
  }));
}

/** Adds the scans of chunks, in order. */
export function addScans(scans: Scan[]): Scan {
  const mass = scans[0].mass.slice();
  const sums = scans[0].sums.slice();
  const sizes = scans[0].sizes.slice();
  let { cost } = scans[0];
  for (const scan of scans.slice(1)) {
    for (let c = 0; c < mass.length; c++) mass[c] += scan.mass[c];
    for (let p = 0; p < sums.length; p++) sums[p] += scan.sums[p];
    for (let c = 0; c < sizes.length; c++) sizes[c] += scan.sizes[c];
    cost += scan.cost;
  }
  return { mass, sums, cost, sizes, open: joinRows(scans.map((scan) => scan.open)) };
}

/**
 * The fixed point of Lloyd's iteration and of single moves on many rows, from centres that are near it. After some passes over all rows
 * only those are iterated that have two centres almost equally near; the sums of the others stand, for as long as no two centres have gone
 * farther than the gap that was left. Source: Hamerly 2010 (the bound), used to set rows aside once instead of testing each in every pass.
 * Cost a few passes of n x k x d. Gives null where a cluster is empty.
 */
export function* settleSteps(
  problem: Problem,
  initial: Float64Array,
  { rounding, heaviest }: RowsInfo,
  maxIterations: number,
): Generator<Request, PartResult | null, unknown> {
  const { columns } = problem;
  let centers = initial;
  let iterations = 0;
  let reach = 0;
  let slack = 0;
  const mixer = createMixer();
  let lastCost = Infinity;
  let passes = 0;
  /** Where a jump was made from. */
  let retreat: Float64Array | null = null;
  const passOnce = function* (): Generator<Request, boolean, unknown> {
    const inputs = scansFor(problem, centers, -1, 0, null);
    const { mass, sums, cost } = addScans((yield { kind: 'scan', inputs }) as Scan[]);
    iterations++;
    if (retreat !== null && cost > lastCost) {
      centers = retreat;
      retreat = null;
      mixer.forget();
      return false;
    }
    retreat = null;
    lastCost = cost;
    if (mass.some((m) => !(m > 0))) {
      iterations = 0;
      return false;
    }
    const next = sums.map((sum, p) => sum / mass[Math.floor(p / columns)]);
    const before = centers;
    const spread = Math.sqrt(cost / mass.reduce((sum, m) => sum + m, 0) / columns);
    const wanted = REACH_IN_STEPS * farthestTwo(centers, next, columns);
    const isNear = wanted < REACH_AT_MOST * spread;
    reach = Math.min(wanted, REACH_AT_MOST * spread) + 4 * rounding;
    slack = slackFor(mass, heaviest);
    centers = next;
    if (isNear || ++passes >= PASSES_BEFORE) return true;
    retreat = next;
    centers = mixer.next(before, next);
    return false;
  };
  const start = (): void => {
    mixer.forget();
    lastCost = Infinity;
    retreat = null;
  };
  for (;;) {
    while (iterations < maxIterations) {
      if (yield* passOnce()) break;
      if (iterations === 0) return null;
    }
    if (iterations < maxIterations) {
      const close = Math.min(slack, SLACK_AT_MOST);
      const inputs = scansFor(problem, centers, reach, close, null);
      const { mass, sums, open } = addScans((yield { kind: 'scan', inputs }) as Scan[]);
      if (open.length > MOST_OPEN) continue;
      const base: Base = { mass, sums, reach, rounding };
      const part: PartInput = { problem, open, centers, base, slack: close, maxIterations: maxIterations - iterations };
      const [ended] = (yield { kind: 'part', inputs: [part] }) as PartResult[];
      centers = ended.centers;
      iterations += ended.iterations;
      if (ended.converged) return { centers, iterations, converged: true };
      if (ended.iterations === 0) return null;
      start();
      passes = PASSES_BEFORE - PASSES_AGAIN;
    }
    if (iterations >= maxIterations) return { centers, iterations, converged: false };
  }
}

/** All rows at once: where a cluster is empty. */
export function settleWhole(
  input: { problem: Problem; centers: Float64Array; maxIterations: number },
  hooks: Hooks = {},
): PartResult {
  const { centers, iterations, converged } = settle(input.problem, input.centers, input, hooks);
  return { centers, iterations, converged };
}

/** Settles the open rows on top of the others. */
export function settlePart(input: PartInput, hooks: Hooks = {}): PartResult {
  const { problem, open, centers, base, slack, maxIterations } = input;
  return settleShrinking(takeRows(problem, open), centers, base, slack, maxIterations, hooks);
}

/** As the steps get shorter, more and more rows are set aside. */
function settleShrinking(
  part: Problem,
  initial: Float64Array,
  base: Base,
  slack: number,
  maxIterations: number,
  hooks: Hooks,
): PartResult {
  const { columns } = part;
  let centers = initial;
  let iterations = 0;
  while (iterations < maxIterations) {
    const asked = Math.min(maxIterations - iterations, part.rows > ROWS_TO_SHRINK ? ITERATIONS_A_ROUND : Infinity);
    const left = base.reach - farthestTwo(initial, centers, columns);
    if (!(left > 0)) break;
    const fixed = settle(part, centers, { maxIterations: asked, base: { ...base, reach: left } }, hooks);
    iterations += fixed.iterations;
    hooks.onProgress?.(iterations / (iterations + ITERATIONS_A_ROUND));
    if (fixed.converged) return { centers: fixed.centers, iterations, converged: true };
    const reach = Math.min(
      farthestTwo(centers, fixed.centers, columns),
      base.reach - farthestTwo(initial, fixed.centers, columns),
    );
    centers = fixed.centers;
    if (fixed.iterations < asked || !(reach > 4 * base.rounding)) break;
    const input = { problem: part, from: 0, to: part.rows, centers, reach, slack, labels: null };
    const { mass, sums, open } = scanRows(input, hooks);
    if (open.length > part.rows / 2) continue;
    const rest: Base = {
      mass: mass.map((m, c) => m + base.mass[c]),
      sums: sums.map((sum, p) => sum + base.sums[p]),
      reach,
      rounding: base.rounding,
    };
    const inner = settleShrinking(takeRows(part, open), centers, rest, slack, maxIterations - iterations, hooks);
    centers = inner.centers;
    iterations += inner.iterations;
    if (inner.converged && farthestTwo(initial, centers, columns) + base.rounding < base.reach) {
      return { centers, iterations, converged: true };
    }
    if (inner.iterations === 0) break;
  }
  return { centers, iterations, converged: false };
}

/** How far the two centres that moved most have gone, together. */
function farthestTwo(a: Float64Array, b: Float64Array, columns: number): number {
  const ways: number[] = [];
  for (let p = 0; p < a.length; p += columns) {
    let square = 0;
    for (let j = p; j < p + columns; j++) square += (a[j] - b[j]) * (a[j] - b[j]);
    ways.push(Math.sqrt(square));
  }
  ways.sort((x, y) => y - x);
  return ways[0] + (ways[1] ?? 0);
}

/** How much farther than its own, relative, another centre may be and still gain from a single move: twice that, as masses change. */
function slackFor(mass: Float64Array, heaviest: number): number {
  const least = mass.reduce((min, m) => Math.min(min, m), Infinity);
  if (least <= 2 * heaviest) return Infinity;
  return 2 * (Math.sqrt((least / (least - heaviest)) * ((least + heaviest) / least)) - 1);
}
