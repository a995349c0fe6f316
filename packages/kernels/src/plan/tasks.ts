import { coreDistances } from '../density/core-distances.ts';
import { fitDbscan } from '../density/fit-dbscan.ts';
import { joinHdbscan } from '../density/join-hdbscan.ts';
import { markCorePoints } from '../density/mark-core-points.ts';
import { fitHierarchical } from '../hierarchical/fit-hierarchical.ts';
import type { Hooks } from '../hooks.ts';
import { centrePointsInPlace } from '../kmeans/centre-points.ts';
import { breedStarts, finishStarts, fitFrom } from '../kmeans/finish-starts.ts';
import { runStart } from '../kmeans/run-start.ts';
import { scanRows } from '../kmeans/scan-rows.ts';
import { settlePart, settleWhole } from '../kmeans/settle-rows.ts';
import { summariseTask } from '../kmeans/summarise.ts';
import { drawRowsInPlace, surveyRows } from '../kmeans/survey-rows.ts';
import { assignRows } from '../minibatch/assign-rows.ts';
import { startMiniBatch } from '../minibatch/start-mini-batch.ts';
import { assignMixture } from '../mixture/assign-mixture.ts';
import { emPass } from '../mixture/em-pass.ts';
import { prepareMixture } from '../mixture/prepare-mixture.ts';
import { roundingVariances } from '../mixture/rounding-variances.ts';
import { startMixture } from '../mixture/start-mixture.ts';
import { buildTree } from '../neighbours/build-tree.ts';
import { descendNeighbours } from '../neighbours/descend-neighbours.ts';
import { nearestRows } from '../neighbours/nearest-rows.ts';
import { trustworthyRows } from '../projection/trustworthy-rows.ts';
import { finishPrototypes } from '../prototypes/finish-prototypes.ts';
import { startPrototypes } from '../prototypes/start-prototypes.ts';
import { addDistancesInPlace, totalsOfBlock } from '../quality/add-distances.ts';
import { buildDistanceTree } from '../quality/distance-trees.ts';
import { measurePartition } from '../quality/measure-partition.ts';
import { joinCells } from '../quality/silhouette-cells.ts';
import { silhouettesFromTotals } from '../quality/silhouettes-from-totals.ts';
import { splitClusters } from '../quality/split-clusters.ts';
import { treeSilhouettes } from '../quality/tree-silhouettes.ts';
import { resampleKmeans } from '../stability/resample.ts';
import { dipOfPoints } from '../structure/dip-of-points.ts';
import { gapFits, gapReference } from '../structure/gap-reference.ts';
import { hopkinsRuns } from '../structure/hopkins-runs.ts';
import { labelStructure } from '../structure/label-structure.ts';
import { splitStrength } from '../structure/split-strength.ts';
import { structureFits } from '../structure/structure-fits.ts';
import { structureReference } from '../structure/structure-reference.ts';
import { fitUmap } from '../umap/fit-umap.ts';
import { placeRows } from '../umap/place-rows.ts';

/** The parts into which plans cut their work: pure functions of what can be sent to a worker. A new one is one line here. */
const tasks = {
  centre: centrePointsInPlace,
  start: runStart,
  finish: finishStarts,
  survey: surveyRows,
  draw: drawRowsInPlace,
  summarise: summariseTask,
  breed: breedStarts,
  fitFrom,
  scanRows,
  settlePart,
  settleWhole,
  measure: measurePartition,
  corePoints: markCorePoints,
  dbscan: fitDbscan,
  coreDistances,
  hdbscanJoin: joinHdbscan,
  hierarchical: fitHierarchical,
  cells: joinCells,
  distances: addDistancesInPlace,
  silhouettes: silhouettesFromTotals,
  totalsOfBlock,
  splitClusters,
  distanceTree: buildDistanceTree,
  treeSilhouettes,
  buildTree,
  nearestRows,
  descendNeighbours,
  trustworthyRows,
  fitUmap,
  placeRows,
  mixturePrepare: prepareMixture,
  mixtureStart: startMixture,
  mixtureRounding: roundingVariances,
  mixturePass: emPass,
  mixtureAssign: assignMixture,
  prototypesStart: startPrototypes,
  prototypesFinish: finishPrototypes,
  miniBatchStart: startMiniBatch,
  assignRows,
  gapFits,
  gapReference,
  splitStrength,
  hopkins: hopkinsRuns,
  dip: dipOfPoints,
  structureFits,
  structureReference,
  labelStructure,
  resampleKmeans,
};

type Tasks = typeof tasks;
/** The name of a task. */
export type TaskKind = keyof Tasks;
/** What a task takes. */
export type TaskInput<K extends TaskKind> = Parameters<Tasks[K]>[0];
/** What a task gives. */
export type TaskOutput<K extends TaskKind> = ReturnType<Tasks[K]>;

/** Runs one task here. */
export function runTask<K extends TaskKind>(kind: K, input: TaskInput<K>, hooks: Hooks = {}): TaskOutput<K> {
  const task = tasks[kind] as (input: TaskInput<K>, hooks: Hooks) => TaskOutput<K>;
  return task(input, hooks);
}
