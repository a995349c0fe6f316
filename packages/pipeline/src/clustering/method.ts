import type { Method as MethodId, Model, Problem, Quality, Recipe, SegmentationDocument } from '@clientele/contracts';
import type { FeatureTable } from '../features/feature-table.ts';
import type { Prepared } from '../preparation/prepare.ts';
import type { MeasuredChoice } from './choose-k.ts';
import type { RunEffects } from './kernel-calls.ts';

/** What a method is fitted to. */
export interface FitInput {
  table: FeatureTable;
  prepared: Prepared;
  recipe: Recipe;
  /** Whether the measures over k are to have gap, prediction strength and stability, which take longer. */
  evidence?: boolean;
}

/** What a method gives, segments already in their final order. */
export interface Fit {
  /** For each row of the prepared matrix its segment, 0 to model.k - 1; -1 for a customer in none. */
  labels: Int32Array;
  model: Model;
  quality: Quality;
  /** Where k was chosen automatically. */
  choice: { k: number; why: string } | null;
  /** Names the method itself gives its segments; null where names follow from the profile. */
  groups: { name: string; why: string }[] | null;
  warnings: Problem[];
}

/** How one customer stands to every segment. */
export interface Scores {
  /** In prepared space; null where the method knows no distance. */
  distances: (number | null)[];
  /** One a segment; their sum is 1, or less where the customer may belong to none. */
  confidences: number[];
  /** The segment the method gives; -1 for none. */
  segment: number;
  notes: string[];
}

/** Scores one customer from prepared values (`row`) and filled raw ones (`raw`), a number a column. */
export type Scorer = (customer: { row: Float64Array; raw: Float64Array }) => Scores;

/** How a method is fitted again, to a part of the customers: for measures made of many fits. */
export interface Refit {
  /** The cluster of each row of the prepared matrix, -1 for none; clusters in no certain order. Methods that find k themselves leave `k` aside. */
  labelsOf(input: FitInput, k: number, effects: RunEffects): Promise<Int32Array>;
  /** Most customers that resamples are drawn from. */
  mostRows: number;
  /** How many of so many a resample draws; absent: the kernels' `resampleSize`. */
  drawn?(rows: number): number;
  /** The recipe for a part of the customers: what was found for all stays, and what counts customers goes with their share. */
  recipe?(recipe: Recipe, part: RefitPart): Recipe;
}

/** A part of the customers, and what was found for all. */
export interface RefitPart {
  model: Model | undefined;
  /** Above 0, at most 1. */
  share: number;
  /** Prepared columns. */
  columns: number;
}

/** A way to part customers. Each is one folder with the same files; methods.ts lists them. */
export interface SegmentationMethod {
  id: MethodId;
  /**
   * True where segments follow from the transformed and scaled features; false where they follow from the raw ones, so that
   * what was found out about transform and scale is of no use to the reader.
   */
  usesPreparation: boolean;
  /** Fewest customers that this recipe can part, and why that many. */
  fewest(recipe: Recipe): { customers: number; because: string };
  fit(input: FitInput, effects: RunEffects): Promise<Fit>;
  /** Quality over the recipe's range of k; absent where the method is not given a k. */
  chooseK?(input: FitInput, effects: RunEffects): Promise<MeasuredChoice>;
  refit: Refit;
  /** Throws `model-invalid` where the document is of another method. */
  scorer(document: SegmentationDocument): Scorer;
}
