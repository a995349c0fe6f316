import { createHash } from 'node:crypto';
import type { Recipe } from '@clientele/contracts';
import { canonicalJson } from '../exports/canonical-json.ts';
import { normaliseRecipe } from './make-recipe.ts';

/** SHA-256, in hex, of the recipe in canonical form: the same for equal recipes, however their keys were ordered. */
export function hashRecipe(recipe: Recipe): string {
  return createHash('sha256')
    .update(canonicalJson(normaliseRecipe(recipe)))
    .digest('hex');
}
