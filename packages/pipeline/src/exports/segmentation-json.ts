import type { Recipe, SegmentationDocument } from '@clientele/contracts';
import { prettyJson } from './canonical-json.ts';

/** The text of segmentation.json: enough to score anywhere, and the same bytes for the same work. */
export function segmentationJson(document: SegmentationDocument): string {
  return prettyJson(document);
}

/** The text of recipe.json. */
export function recipeJson(recipe: Recipe): string {
  return prettyJson(recipe);
}
