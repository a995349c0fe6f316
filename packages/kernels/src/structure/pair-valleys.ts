import { checkCount, checkFinite, checkLabels, checkShape } from '../checks/check-points.ts';
import { checkSeed } from './sample-problem.ts';
import { spreadTiesInPlace } from './spread-ties.ts';
import { sampleProblem } from './take-sample.ts';
import { valleyEdge, valleyField } from './valley-edges.ts';
import { centredColumns, variedColumns } from './varied-columns.ts';

/** Labelled rows. */
export interface PairValleysOptions {
  rows: number;
  columns: number;
  /** One a row, 0 to clusters - 1, each in use. */
  labels: Int32Array;
  clusters: number;
  seed?: number;
  /** Above so many rows a sample of them is used. */
  maxRows?: number;
}

/** Which clusters are parted by a valley. All row-major, clusters x clusters, and symmetric. */
export interface PairValleys {
  /** Of the dip test between two clusters: below 0.05 there is a valley. NaN for two that are no neighbours, and of a cluster with itself. */
  pValues: Float64Array;
  /** Its dip; NaN likewise. */
  dips: Float64Array;
  /** Rows looked at; 0 likewise. */
  rowsBetween: Int32Array;
}

/**
 * The valleys between clusters of any labels, as `assessStructure` looks for them: columns of two values are left out, rounded ones spread.
 * `points` is row-major and is not changed. Cost n x k x (d + neighbours of a cluster). RangeError for sizes and labels that do not fit, and for
 * numbers that are not finite.
 */
export function pairValleys(points: Float64Array, options: PairValleysOptions): PairValleys {
  const { rows, columns, labels, clusters, seed = 1, maxRows = 4_000 } = options;
  checkShape(points, rows, columns);
  checkFinite(points, columns);
  checkSeed(seed);
  checkCount('maxRows', maxRows, 2);
  const found = checkLabels(labels, rows);
  if (found !== clusters) throw new RangeError(`clusters must be those of the labels, ${found}, got ${clusters}`);
  const size = clusters * clusters;
  const pairs: PairValleys = {
    pValues: new Float64Array(size).fill(Number.NaN),
    dips: new Float64Array(size).fill(Number.NaN),
    rowsBetween: new Int32Array(size),
  };
  const { varied } = variedColumns({ points, rows, columns, weights: null });
  if (varied.length === 0) return pairs;
  const { problem } = centredColumns({ points, rows, columns, weights: null }, varied, false);
  const centers = meansOf(problem.points, varied.length, labels, clusters);
  const sample = sampleProblem(problem, { maxRows, seed, shared: false }).problem;
  const seen = { ...sample, points: sample.points.slice() };
  spreadTiesInPlace(seen, seed);
  const field = valleyField(seen.points, varied.length, centers);
  for (let b = 0; b < clusters; b++) {
    for (let a = 0; a < b; a++) {
      const edge = valleyEdge(field, a, b);
      if (edge === null) continue;
      for (const at of [a * clusters + b, b * clusters + a]) {
        pairs.pValues[at] = edge.pValue;
        pairs.dips[at] = edge.dip;
        pairs.rowsBetween[at] = edge.rows;
      }
    }
  }
  return pairs;
}

function meansOf(points: Float64Array, columns: number, labels: Int32Array, clusters: number): Float64Array {
  const means = new Float64Array(clusters * columns);
  const sizes = new Float64Array(clusters);
  for (let i = 0; i < labels.length; i++) {
    sizes[labels[i]]++;
    for (let j = 0; j < columns; j++) means[labels[i] * columns + j] += points[i * columns + j];
  }
  return means.map((sum, p) => sum / sizes[Math.floor(p / columns)]);
}
