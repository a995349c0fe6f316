import { type Hooks, stopIfAsked } from '../hooks.ts';
import { createMemoryLayout } from '../simd/memory-layout.ts';
import { simd } from '../simd/simd.ts';
import { addTreePlainly, GROUP } from './add-tree-plainly.ts';
import type { DistanceTree } from './distance-trees.ts';
import { silhouetteOf } from './silhouettes-from-totals.ts';

/** All rows in trees, each cluster in one or several that follow each other. */
export interface Forest {
  trees: DistanceTree[];
  /** The cluster of each tree, ascending. */
  clusterOf: Int32Array;
  /** First position of each tree among those of all trees, and the end of the last. */
  begins: Int32Array;
  /** Rows of each cluster. */
  sizes: Int32Array;
}

/** Rows of one cluster whose silhouettes are wanted. */
export interface TreeSilhouettesInput {
  forest: Forest;
  cluster: number;
  /** Positions of rows of the cluster among those of all trees, ascending. */
  positions: Int32Array | { from: number; to: number };
  /** How large a node may look from a group of rows before it is opened: its radius over its distance. 0 opens all. */
  angle: number;
}

/** Silhouettes in the order of the positions, and what they cost. */
export interface TreeSilhouettes {
  values: Float64Array;
  /** Pairs and their like that were summed. */
  work: number;
}

/** Groups between two looks at whether to stop: fewer where all pairs are measured. */
const LOOK_EVERY = 16;

/**
 * Silhouettes of some rows, with the distances to far nodes summed by their second-order expansion about the node's mean: exact with an
 * `angle` of 0. Rows of a leaf share their walk through the trees. Source: Barnes and Hut 1986. Cost about log n a row and cluster where
 * columns are few; memory one copy of the trees.
 */
export function treeSilhouettes(input: TreeSilhouettesInput, hooks: Hooks = {}): TreeSilhouettes {
  const { forest, cluster, positions, angle } = input;
  const { trees, clusterOf, sizes } = forest;
  const { columns } = trees[0];
  const places =
    positions instanceof Int32Array
      ? positions
      : Int32Array.from({ length: positions.to - positions.from }, (_, i) => positions.from + i);
  const groups = angle > 0 ? leafGroups(forest, places) : evenGroups(places.length);
  const { memory, addTree, images, group, centre, sums, stack } = layOut(trees, hooks);
  const inGroup = new Float64Array(memory, group, GROUP * columns);
  const centreOf = new Float64Array(memory, centre, columns);
  const sumOf = new Float64Array(memory, sums, GROUP);
  const values = new Float64Array(places.length);
  const inside = new Float64Array(GROUP);
  const nearest = new Float64Array(GROUP);
  const lookEvery = angle > 0 ? LOOK_EVERY : 1;
  let work = 0;
  let home = 0;
  for (let g = 0; g + 1 < groups.length; g++) {
    if (g % lookEvery === 0) {
      stopIfAsked(hooks);
      hooks.onProgress?.(g / groups.length);
    }
    const from = groups[g];
    const count = groups[g + 1] - from;
    const even = count + (count % 2);
    for (let i = 0; i < even; i++) {
      const place = places[from + Math.min(i, count - 1)];
      while (forest.begins[home + 1] <= place) home++;
      const { points, size } = trees[home];
      for (let j = 0; j < columns; j++) inGroup[j * GROUP + i] = points[j * size + place - forest.begins[home]];
    }
    const radius = findCentre(inGroup, count, columns, centreOf);
    nearest.fill(Infinity);
    sumOf.fill(0);
    for (let t = 0; t < trees.length; t++) {
      const { records, links, points } = images[t];
      work += addTree(columns, group, even, centre, radius, records, links, points, trees[t].size, angle, stack, sums);
      const c = clusterOf[t];
      if (clusterOf[t + 1] === c) continue;
      for (let i = 0; i < count; i++) {
        if (c === cluster) inside[i] = sumOf[i];
        else nearest[i] = Math.min(nearest[i], sumOf[i] / sizes[c]);
      }
      sumOf.fill(0);
    }
    for (let i = 0; i < count; i++) values[from + i] = silhouetteOf(inside[i], sizes[cluster], 1, nearest[i]);
  }
  return { values, work };
}

/** Where groups begin, and the end of the last: the rows of one leaf make a group, or several. */
function leafGroups({ trees, begins }: Forest, places: Int32Array): number[] {
  const groups = [0];
  let leaves: Int32Array = new Int32Array(0);
  let leaf = 0;
  let home = -1;
  for (let i = 0; i < places.length; i++) {
    let isNew = i - groups[groups.length - 1] >= GROUP;
    while (home < 0 || begins[home + 1] <= places[i]) {
      home++;
      if (begins[home + 1] > places[i]) leaves = leafBegins(trees[home]);
      leaf = 0;
      isNew = true;
    }
    while (leaf < leaves.length && leaves[leaf] <= places[i] - begins[home]) {
      leaf++;
      isNew = true;
    }
    if (isNew && i > 0) groups.push(i);
  }
  groups.push(places.length);
  return groups;
}

function leafBegins({ links }: DistanceTree): Int32Array {
  const begins: number[] = [];
  for (let node = 0; node < links.length; node += 3) if (links[node] === 0) begins.push(links[node + 1]);
  return Int32Array.from(begins).sort();
}

function evenGroups(rows: number): number[] {
  return Array.from({ length: Math.ceil(rows / GROUP) + 1 }, (_, g) => Math.min(rows, g * GROUP));
}

/** Writes the middle of the group's box and answers its radius. */
function findCentre(group: Float64Array, count: number, columns: number, centre: Float64Array): number {
  let squared = 0;
  for (let j = 0; j < columns; j++) {
    let low = Infinity;
    let high = -Infinity;
    for (let i = 0; i < count; i++) {
      low = Math.min(low, group[j * GROUP + i]);
      high = Math.max(high, group[j * GROUP + i]);
    }
    centre[j] = (low + high) / 2;
    squared += Math.max(high - centre[j], centre[j] - low) ** 2;
  }
  return Math.sqrt(squared);
}

/** Copies the trees into the memory of the compiled loops. */
function layOut(trees: DistanceTree[], hooks: Hooks) {
  const { columns } = trees[0];
  const layout = createMemoryLayout();
  const { place } = layout;
  const group = place(GROUP * columns * 8);
  const centre = place(columns * 8);
  const sums = place(GROUP * 8);
  // Two children wait for each level at most, and a level halves the rows.
  const stack = place(128 * 4);
  const images = trees.map(({ records, links, points }) => ({
    records: place(records.length * 8),
    links: place(links.length * 4),
    points: place(points.length * 8),
  }));
  const loops = simd();
  const memory = loops?.reserve(layout.bytes()) ?? new ArrayBuffer(layout.bytes());
  trees.forEach((tree, t) => {
    stopIfAsked(hooks);
    new Float64Array(memory, images[t].records, tree.records.length).set(tree.records);
    new Int32Array(memory, images[t].links, tree.links.length).set(tree.links);
    new Float64Array(memory, images[t].points, tree.points.length).set(tree.points);
  });
  const addTree = loops?.addTree ?? addTreePlainly.bind(null, memory);
  return { memory, addTree, images, group, centre, sums, stack };
}
