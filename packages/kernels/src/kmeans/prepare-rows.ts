import { each, type Plan } from '../plan/plan.ts';
import { allocateFloat64, type Problem } from './problem.ts';
import { chunksOf, type RowsInfo } from './settle-rows.ts';
import type { Drawn, Survey } from './survey-rows.ts';

/** Points made ready for `fitEach`. */
export interface Prepared {
  problem: Problem;
  /** A few weighted points for all, see `summarise`; null where every row is seen. */
  summary: Problem | null;
  shared: boolean;
  /** Where there are very many rows: what the summary was made from. */
  sample?: Problem;
  /** Where there are very many rows: they are then worked on in chunks. */
  info?: RowsInfo;
}

/** Up to so many rows one task works on all of them. */
const ROWS_A_TASK = 65_536;

/** Rows drawn of very many, on average. */
const ROWS_DRAWN = 16_384;

/**
 * Checks that every number is finite, moves the points of `problem` so that each column's (weighted) mean is 0, and makes the summary for
 * the starts; of very many rows the summary is made from a sample in which far rows weigh less and are more. Cost n x d.
 */
export function* prepareRows(
  problem: Problem,
  shared: boolean,
  share: number,
): Plan<Prepared & { offsets: Float64Array }> {
  const { rows, columns, points } = problem;
  if (rows <= ROWS_A_TASK) {
    const [{ offsets, summary }] = yield* each('centre', [{ problem, shared, summary: true }], share);
    return { problem, summary, shared, offsets };
  }
  const ranges = chunksOf(rows).map((range) => ({ problem, ...range }));
  const survey = addSurveys(yield* each('survey', ranges, share * 0.3));
  const { mass, sums, squares, heaviest } = survey;
  const offsets = sums.map((sum, j) => points[j] + sum / mass);
  const variance = squares.reduce((total, square, j) => total + square / mass - (sums[j] / mass) ** 2, 0);
  const even = ROWS_DRAWN / 2 / mass;
  const far = variance > 0 ? even / variance : 0;
  const drawn = yield* each(
    'draw',
    ranges.map((range) => ({ ...range, offsets, even, far })),
    share * 0.4,
  );
  const sample = joinDrawn(drawn, columns, shared);
  const [summary] = yield* each('summarise', [{ problem: sample, shared }], share * 0.3);
  const largest = offsets.reduce((most, offset) => Math.max(most, Math.abs(offset)), survey.largest);
  return { problem, summary, shared, offsets, sample, info: { rounding: 2 * largest * 1e-11, heaviest } };
}

function addSurveys(surveys: Survey[]): Survey {
  return surveys.reduce((sum, next) => ({
    mass: sum.mass + next.mass,
    sums: sum.sums.map((value, j) => value + next.sums[j]),
    squares: sum.squares.map((value, j) => value + next.squares[j]),
    largest: Math.max(sum.largest, next.largest),
    heaviest: Math.max(sum.heaviest, next.heaviest),
  }));
}

function joinDrawn(parts: Drawn[], columns: number, shared: boolean): Problem {
  const rows = parts.reduce((sum, part) => sum + part.weights.length, 0);
  const points = allocateFloat64(rows * columns, shared);
  const weights = allocateFloat64(rows, shared);
  let at = 0;
  for (const part of parts) {
    points.set(part.points, at * columns);
    weights.set(part.weights, at);
    at += part.weights.length;
  }
  return { points, rows, columns, weights };
}
