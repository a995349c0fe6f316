import type { Recipe, RecipeInput, SegmentationDocument } from '@clientele/contracts';
import {
  computeFeatures,
  type FeatureTable,
  gatherEvidence,
  type ImportedSource,
  makeRecipe,
  recipeData,
  runRecipe,
  withEvidence,
} from '@clientele/pipeline';
import type { OpenedData } from './open-data.ts';

/** A file segmented. */
export interface SegmentedData {
  data: ImportedSource;
  features: FeatureTable;
  document: SegmentationDocument;
  /** For each customer of `features` a segment, -1 for none. */
  labels: Int32Array;
}

/** Runs a recipe on an opened file, and gathers the evidence where it is wanted. */
export async function segmentData(
  { engine, effectsFor, account }: OpenedData,
  input: RecipeInput,
  { evidence: hasEvidence }: { evidence: boolean },
): Promise<SegmentedData> {
  const data = await account();
  const { table, source } = data;
  const { filters, method } = input;
  const asked = { ids: input.features, method, filters, asOf: input.asOf ?? undefined };
  const features = await computeFeatures(engine, table, asked);
  const recipe: Recipe = makeRecipe(
    { ...input, features: features.features.map((feature) => feature.id) },
    recipeData(table, source.name, features.features),
  );
  const effects = effectsFor(features.ids.length, method, hasEvidence);
  const { document, labels } = await runRecipe({ table: features, recipe }, effects);
  if (!hasEvidence) return { data, features, document, labels };
  const evidence = await gatherEvidence({ table: features, document, labels }, effects);
  return { data, features, document: withEvidence(document, evidence), labels };
}
