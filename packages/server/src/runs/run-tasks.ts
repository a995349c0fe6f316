import type { Evidence, KChoice, Recipe, SegmentationDocument } from '@clientele/contracts';
import type { Pool } from '@clientele/kernels';
import {
  type EvidenceInput,
  type FeatureTable,
  gatherEvidence,
  kChoiceFor,
  type Progress,
  runRecipe,
  type UmapInput,
  type UmapPlaces,
  umapPlaces,
} from '@clientele/pipeline';
import type { Plane } from '../store/write-members.ts';
import { type FigureInput, makeFigure, makeReport, type ReportInput } from './make-report.ts';
import { planeOf } from './plane-of.ts';

/** A recipe as it is to run, and the features of the customers that it runs on. */
export interface RunInput {
  recipe: Recipe;
  table: FeatureTable;
}

/** What a run gives: the frozen document, and for each customer of the table a segment (-1: none) and a place. */
export interface RunOutput {
  document: SegmentationDocument;
  labels: Int32Array;
  plane: Plane;
}

/** What a task needs from where it runs. */
export interface TaskEffects {
  pool: Pool;
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/** The computing that jobs do, by name: plain data in, plain data out, so that it can run in another thread. */
export const runTasks = {
  async segment(input: RunInput, effects: TaskEffects): Promise<RunOutput> {
    const { document, labels } = await runRecipe(input, effects);
    return { document, labels, plane: planeOf(input.table, input.recipe) };
  },
  chooseK: (
    { evidence = false, ...input }: RunInput & { evidence?: boolean },
    effects: TaskEffects,
  ): Promise<KChoice> => kChoiceFor(input, effects, { evidence }),
  evidence: (input: EvidenceInput, effects: TaskEffects): Promise<Evidence> => gatherEvidence(input, effects),
  report: (input: ReportInput): Promise<Uint8Array | string> => makeReport(input),
  figure: (input: FigureInput): Promise<string> => makeFigure(input),
  umap: (input: UmapInput, effects: TaskEffects): Promise<UmapPlaces> => umapPlaces(input, effects),
};

/** The name of a task. */
export type RunTask = keyof typeof runTasks;
/** What a task takes. */
export type RunInputOf<Task extends RunTask> = Parameters<(typeof runTasks)[Task]>[0];
/** What a task gives. */
export type RunResultOf<Task extends RunTask> = Awaited<ReturnType<(typeof runTasks)[Task]>>;

/** Does a task here. */
export function runTask<Task extends RunTask>(
  task: Task,
  input: RunInputOf<Task>,
  effects: TaskEffects,
): Promise<RunResultOf<Task>> {
  const work = runTasks[task] as (input: RunInputOf<Task>, effects: TaskEffects) => Promise<RunResultOf<Task>>;
  return work(input, effects);
}
