import { allocateFloat64, type Problem } from '../kmeans/problem.ts';
import { each, type Plan } from '../plan/plan.ts';
import { roundsOfPairs } from './rounds-of-pairs.ts';
import { samplingErrors } from './sampling-error.ts';
import { countClusters, thinCells } from './silhouette-cells.ts';
import { rowOrder, type SilhouetteResult, summariseSilhouettes } from './summarise-silhouettes.ts';

/** Pairs times columns that a sample may cost: a few seconds. */
const SAMPLE_WORK = 8e9;
/** Parts of a sample, to see how much they differ. */
const SAMPLE_BLOCKS = 16;
/** Rows on which the error of a sample is looked at. */
const ERROR_ROWS = 1_500;

/**
 * Silhouettes of several partitions of the same points, each distance found once: blocks of rows meet in rounds, so that in a round no
 * two tasks add to the same rows. Above `maxExactRows` a sample is used, fewer rows where there are very many columns.
 */
export function* silhouetteEach(
  { problem, shared }: { problem: Problem; shared: boolean },
  labelings: Int32Array[],
  clusterCounts: number[],
  { maxExactRows, seed }: { maxExactRows: number; seed: number },
  share: number,
): Plan<SilhouetteResult[]> {
  const { rows, columns } = problem;
  const exact = rows <= maxExactRows;
  const affordable = Math.max(2_000, Math.floor(Math.sqrt(SAMPLE_WORK / columns)));
  const sampleRows = exact ? rows : Math.min(maxExactRows, affordable);
  const blocks = exact ? blocksFor(rows) : SAMPLE_BLOCKS;
  const join = { problem, labelings, clusterCounts, sampleRows, blocks, seed, shared };
  const [cells] = yield* each('cells', [join], share * 0.05);

  const { positions, blockBegins } = cells;
  const totals = allocateFloat64(countClusters(cells) * positions, shared);
  const rounds = roundsOfPairs(blocks);
  const pairs = rounds.reduce((sum, round) => sum + round.length, 0);
  for (const round of rounds) {
    yield* each(
      'distances',
      round.map(([a, b]) => ({ cells, a, b, totals })),
      (share * (exact ? 0.9 : 0.75) * round.length) / pairs,
    );
  }
  const parts = yield* each(
    'silhouettes',
    Array.from({ length: blocks }, (_, b) => ({ cells, totals, block: b })),
    share * 0.05,
  );
  const silhouettes = labelings.map((_, l) => {
    const values = new Float64Array(positions);
    parts.forEach((part, b) => {
      const size = blockBegins[b + 1] - blockBegins[b];
      values.set(part.subarray(l * size, (l + 1) * size), blockBegins[b]);
    });
    return values;
  });

  let bounds: Float64Array = new Float64Array(labelings.length);
  if (!exact) {
    const some = thinCells(cells, Math.ceil(positions / ERROR_ROWS));
    const blockTotals = yield* each(
      'totalsOfBlock',
      Array.from({ length: blocks }, (_, b) => ({ rows: some, cells, b })),
      share * 0.15,
    );
    bounds = samplingErrors({ cells, silhouettes, rows: some, blockTotals });
  }
  const order = rowOrder(cells.rowOf);
  return silhouettes.map((values, l) => summariseSilhouettes(cells, order, l, values, bounds[l]));
}

/** Few enough that copying a block costs little beside its pairs, and enough for the threads and for looks at whether to stop. */
function blocksFor(rows: number): number {
  if (rows < 1_000) return 1;
  if (rows < 8_000) return 4;
  return rows < 60_000 ? 8 : 16;
}
