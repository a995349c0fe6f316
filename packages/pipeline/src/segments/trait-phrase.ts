import type { PreparedFeature } from '@clientele/contracts';
import { categoryWords, featureWords } from './feature-words.ts';
import type { GroupProfile } from './profile.ts';

/** What phrases are made from. */
export interface PhraseContext {
  columns: readonly PreparedFeature[];
  /** True where features come from order lines. */
  isOrders: boolean;
  base: GroupProfile;
}

/** The value of a category that a column speaks of at this effect, or null where it only says what customers are not. */
export function categoryValue(context: PhraseContext, column: PreparedFeature, effect: number): string | null {
  if (effect >= 0) return column.category;
  const siblings = context.columns.filter(({ id, category }) => id === column.id && category !== null);
  if (siblings.length > 1) return null;
  const prefix = `${column.id}=`;
  const others = Object.keys(context.base.means)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((value) => value !== column.category);
  return others[0] ?? null;
}

/** One trait as a phrase: "high income", "recent", "mostly Female"; null where there is nothing telling to say. */
export function traitPhrase(context: PhraseContext, own: GroupProfile, index: number, effect: number): string | null {
  const column = context.columns[index];
  if (column === undefined) return null;
  if (column.category !== null) {
    const value = categoryValue(context, column, effect);
    return value === null ? null : categoryWords(column.label, value, own.means[`${column.id}=${value}`] ?? 0);
  }
  const words = featureWords(column.id, column.label, context.isOrders);
  return effect >= 0 ? words.high : words.low;
}

/** One trait against another segment: "lower income", "more orders". */
export function comparePhrase(
  context: PhraseContext,
  own: GroupProfile,
  index: number,
  difference: number,
): string | null {
  const column = context.columns[index];
  if (column === undefined) return null;
  if (column.category !== null) return traitPhrase(context, own, index, difference);
  const words = featureWords(column.id, column.label, context.isOrders);
  return difference >= 0 ? words.higher : words.lower;
}
