import type { Hooks } from '../hooks.ts';
import type { Problem } from '../kmeans/problem.ts';
import { createLayout } from './create-layout.ts';
import type { Curve } from './find-ab.ts';
import { fuzzyGraph } from './fuzzy-graph.ts';
import { runLayoutInPlace } from './run-layout.ts';
import { centreInPlace, type Start, startPlaces } from './start-places.ts';

/** The neighbours of all rows, and how they are to be laid out. */
export interface FitUmapInput {
  problem: Problem;
  /** Row-major, rows x neighbours, themselves left out. */
  indices: Int32Array;
  distances: Float64Array;
  neighbours: number;
  dimensions: number;
  curve: Curve;
  epochs: number;
  start: Start;
  seed: number;
}

/** Part of the work that comes before the layout. */
const BEFORE = 0.15;

/** From neighbours to places: one task, since each move of the layout builds on the one before. */
export function fitUmap(input: FitUmapInput, hooks: Hooks = {}): Float64Array {
  const { problem, indices, distances, neighbours, dimensions, curve, epochs, start, seed } = input;
  const graph = fuzzyGraph(indices, distances, { rows: problem.rows, neighbours }, hooks);
  hooks.onProgress?.(BEFORE / 3);
  const places = startPlaces(problem, graph, { dimensions, start, seed }, hooks);
  hooks.onProgress?.(BEFORE);
  const layout = createLayout(graph, places, { dimensions, epochs, curve });
  const onProgress = (done: number): void => hooks.onProgress?.(BEFORE + (1 - BEFORE) * done);
  runLayoutInPlace(layout, { epochs, seed }, { ...hooks, onProgress });
  centreInPlace(places, dimensions);
  return places;
}
