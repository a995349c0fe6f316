import type { Method as MethodId, Model, Problem, Quality, Recipe, SegmentationDocument } from '@clientele/contracts';
import type { FeatureTable } from '../features/feature-table.ts';
import type { Prepared } from '../preparation/prepare.ts';
import type { RunEffects } from './kernel-calls.ts';

/** One parameter of a method: it documents, and makes the form and the flags. */
export interface Parameter {
  /** As in the recipe. */
  name: 'k' | 'fromK' | 'toK' | 'starts' | 'seed';
  type: 'integer' | 'integer-or-auto';
  range: { min: number; max: number };
  default: number | 'auto';
  /** One line. */
  meaning: string;
}

/** What a method is fitted to. */
export interface FitInput {
  table: FeatureTable;
  prepared: Prepared;
  recipe: Recipe;
}

/** What a method gives, segments already in their final order. */
export interface Fit {
  /** For each row of the prepared matrix its segment, 0 to model.k - 1. */
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
  /** Sum 1. */
  confidences: number[];
  /** The segment the method gives. */
  segment: number;
  notes: string[];
}

/** Scores one customer from prepared values (`row`) and filled raw ones (`raw`), a number a column. */
export type Scorer = (customer: { row: Float64Array; raw: Float64Array }) => Scores;

/** A way to part customers. Each is one folder with the same files; methods.ts lists them. */
export interface SegmentationMethod {
  id: MethodId;
  label: string;
  parameters: readonly Parameter[];
  /**
   * True where segments follow from the transformed and scaled features; false where they follow from the raw ones, so that
   * what was found out about transform and scale is of no use to the reader.
   */
  usesPreparation: boolean;
  /** Fewest customers that this recipe can part, and why that many. */
  fewest(recipe: Recipe): { customers: number; because: string };
  fit(input: FitInput, effects: RunEffects): Promise<Fit>;
  /** Throws `model-invalid` where the document is of another method. */
  scorer(document: SegmentationDocument): Scorer;
}
