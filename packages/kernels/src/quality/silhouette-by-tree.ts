import { allocateInt32, type Problem } from '../kmeans/problem.ts';
import { each, type Plan } from '../plan/plan.ts';
import { createRandom } from '../random/create-random.ts';
import type { SilhouetteResult } from './summarise-silhouettes.ts';

/** How large a node may look before it is opened; half of it costs four times as much and errs a tenth. */
const ANGLE = 0.9;
/** Pairs a row may cost; above (many columns) a sample says more for the same time. */
const WORK_PER_ROW = 15_000;
/** Rows measured exactly as well, to set the mean right and to know how far it may be off. */
const CONTROL_ROWS = 512;
/** Of each cluster, where it has them. */
const FEWEST_CONTROLS = 8;
/** Rows of one group of controls, and of one look at what a tree costs. */
const AT_ONCE = 64;
const TASKS = 48;
const FEWEST_ROWS_A_TASK = 8_192;

/**
 * Silhouettes of all rows by {@link treeSilhouettes}, and the mean set right by some rows measured against all others exactly; null
 * where the trees would cost too much, unless that does not matter. `bound` is of 99.9 %: from the spread of the error over those rows and its largest value.
 * Sources: regression estimator with known slope (Cochran 1977, 7.2); empirical Bernstein bound (Maurer and Pontil 2009), with the
 * largest error seen for the range.
 */
export function* silhouetteByTree(
  { problem, shared }: { problem: Problem; shared: boolean },
  labels: Int32Array,
  clusters: number,
  { seed, anyCost }: { seed: number; anyCost: boolean },
  share: number,
): Plan<SilhouetteResult | null> {
  const seen = allocateInt32(labels.length, shared);
  seen.set(labels);
  const [parts] = yield* each('splitClusters', [{ problem, labels: seen, clusters, shared }], share * 0.04);
  const { rows, begins, clusterOf } = parts;
  const sizes = new Int32Array(clusters);
  clusterOf.forEach((c, t) => {
    sizes[c] += begins[t + 1] - begins[t];
  });
  const trees = yield* each(
    'distanceTree',
    Array.from(clusterOf, (_, t) => ({ problem, rows: rows.subarray(begins[t], begins[t + 1]), shared })),
    share * 0.14,
  );
  const forest = { trees, clusterOf, begins, sizes };
  const starts = Array.from(sizes, (_, c) => sizes.subarray(0, c).reduce((sum, size) => sum + size, 0));
  const every = Array.from({ length: clusters }, (_, c) => c);

  const looks = yield* each(
    'treeSilhouettes',
    every.map((c) => ({ forest, cluster: c, positions: placesToLook(starts[c], sizes[c]), angle: ANGLE })),
    share * 0.04,
  );
  const work = every.reduce((sum, c) => sum + (looks[c].work / looks[c].values.length) * sizes[c], 0);
  if (!anyCost && work > WORK_PER_ROW * problem.rows) return null;

  const span = Math.max(FEWEST_ROWS_A_TASK, Math.ceil(problem.rows / TASKS));
  const spans = every.flatMap((cluster) =>
    Array.from({ length: Math.ceil(sizes[cluster] / span) }, (_, s) => {
      const from = starts[cluster] + s * span;
      return { cluster, positions: { from, to: Math.min(starts[cluster] + sizes[cluster], from + span) } };
    }),
  );
  const found = yield* each(
    'treeSilhouettes',
    spans.map((one) => ({ ...one, forest, angle: ANGLE })),
    share * 0.58,
  );
  const values = new Float64Array(problem.rows);
  spans.forEach(({ positions }, s) => {
    values.set(found[s].values, positions.from);
  });

  const random = createRandom(seed, -4);
  const controls = every.flatMap((cluster) => {
    const size = sizes[cluster];
    const wanted = Math.max(FEWEST_CONTROLS, Math.round((CONTROL_ROWS * size) / problem.rows));
    const drawn = drawPositions(size, Math.min(size, wanted), random).map((position) => starts[cluster] + position);
    return Array.from({ length: Math.ceil(drawn.length / AT_ONCE) }, (_, s) => ({
      cluster,
      positions: drawn.slice(s * AT_ONCE, (s + 1) * AT_ONCE),
    }));
  });
  const exact = yield* each(
    'treeSilhouettes',
    controls.map((one) => ({ ...one, forest, angle: 0 })),
    share * 0.2,
  );
  const samples = new Float64Array(problem.rows);
  trees.forEach(({ order }, t) => {
    for (let p = 0; p < order.length; p++) samples[order[p]] = values[begins[t] + p];
  });
  const perCluster = every.map((c) => values.subarray(starts[c], starts[c] + sizes[c]));
  const errors = every.map((c) =>
    controls.flatMap(({ cluster, positions }, s) =>
      cluster === c ? Array.from(positions, (position, i) => exact[s].values[i] - values[position]) : [],
    ),
  );
  return { ...setRight(perCluster, errors), samples, sampleRows: Int32Array.from(samples.keys()) };
}

/** Some windows of neighbours spread over a tree. */
function placesToLook(start: number, size: number): Int32Array {
  if (size <= 4 * AT_ONCE) return Int32Array.from({ length: size }, (_, p) => start + p);
  const step = (size - AT_ONCE) / 3;
  return Int32Array.from(
    { length: 4 * AT_ONCE },
    (_, i) => start + Math.floor(Math.floor(i / AT_ONCE) * step) + (i % AT_ONCE),
  );
}

/** Some of the positions 0..size-1, each as likely as any other, ascending. */
function drawPositions(size: number, wanted: number, random: { integer(n: number): number }): Int32Array {
  const drawn = new Set<number>();
  // Floyd's algorithm (Bentley and Floyd 1987).
  for (let top = size - wanted; top < size; top++) {
    const position = random.integer(top + 1);
    drawn.add(drawn.has(position) ? top : position);
  }
  return Int32Array.from(drawn).sort();
}

/** Adds to each cluster's mean the mean of the errors seen in it. */
function setRight(values: Float64Array[], errorsOf: number[][]): Omit<SilhouetteResult, 'samples' | 'sampleRows'> {
  const rows = values.reduce((sum, { length }) => sum + length, 0);
  const clusterMeans = new Float64Array(values.length);
  let mean = 0;
  let variance = 0;
  let largest = 0;
  let seen = 0;
  values.forEach((own, c) => {
    const errors = errorsOf[c];
    const error = errors.reduce((sum, one) => sum + one, 0) / errors.length;
    const squares = errors.reduce((sum, one) => sum + (one - error) ** 2, 0);
    clusterMeans[c] = own.reduce((sum, value) => sum + value, 0) / own.length + error;
    mean += (clusterMeans[c] * own.length) / rows;
    if (errors.length === own.length) return;
    largest = errors.reduce((most, one) => Math.max(most, Math.abs(one)), largest);
    seen += errors.length;
    variance += ((own.length / rows) ** 2 * squares) / (errors.length - 1) / errors.length;
  });
  // 99.9 % both ways: the normal quantile, and ln(4 / 0.001) for the range.
  const bound = 3.29 * Math.sqrt(variance) + (seen > 1 ? (7 * largest * Math.log(4_000)) / (3 * (seen - 1)) : 0);
  return { mean, clusterMeans, bound, exact: false, method: 'tree', rowsUsed: rows };
}
