export type Cell = string | null | undefined;

/** Words that programs write where a value is missing. */
export const missingWords: readonly string[] = ['nan', 'null', 'none', 'n/a', '#n/a', 'nat', '<na>'];
/** In a category `None` is a value like any other: no membership, no discount. */
export const missingCategoryWords: readonly string[] = missingWords.filter((word) => word !== 'none');
const missing = new Set(['', ...missingWords]);

/** True for an empty cell: nothing, white space, or a word such as NaN that stands for nothing. */
export function isMissing(cell: Cell): boolean {
  return cell === null || cell === undefined || (cell.length < 8 && missing.has(cell.trim().toLowerCase()));
}

const yes = new Set(['true', 'yes', 'y', 'ja', 'oui', 'si', 'sí', 'wahr']);
const no = new Set(['false', 'no', 'n', 'nein', 'non', 'nee', 'falsch']);

/** A yes or no in words; null for anything else. */
export function readBoolean(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : null;
}
