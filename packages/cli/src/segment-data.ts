import type { Recipe, RecipeInput, SegmentationDocument } from '@clientele/contracts';
import {
  computeFeatures,
  type FeatureTable,
  gatherEvidence,
  type ImportedSource,
  makeRecipe,
  type RecipeData,
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
  { evidence: hasEvidence, names }: { evidence: boolean; names?: DataNames },
): Promise<SegmentedData> {
  const data = await account();
  const { table, source } = data;
  const { filters, method } = input;
  const asked = { ids: input.features, method, filters, asOf: input.asOf ?? undefined };
  const features = await computeFeatures(engine, table, asked);
  const recipe: Recipe = makeRecipe(
    { ...input, features: features.features.map((feature) => feature.id) },
    renamed(recipeData(table, source.name, features.features), names),
  );
  const effects = effectsFor(features.ids.length, method, hasEvidence);
  const { document, labels } = await runRecipe({ table: features, recipe }, effects);
  if (!hasEvidence) return { data, features, document, labels };
  const evidence = await gatherEvidence({ table: features, document, labels }, effects);
  return { data, features, document: withEvidence(document, evidence), labels };
}

/** The names of the files as a recipe holds them. */
export interface DataNames {
  name: string;
  attributes?: string | undefined;
}

/** The data under the names that they had: a file that was moved is still the same. */
function renamed(data: RecipeData, names: DataNames | undefined): RecipeData {
  if (names === undefined) return data;
  const { attributes } = data;
  return {
    ...data,
    name: names.name,
    ...(attributes && { attributes: { ...attributes, name: names.attributes ?? attributes.name } }),
  };
}
