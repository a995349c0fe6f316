import { type SegmentationDocument, version } from '@clientele/contracts';
import { hashRecipe } from '@clientele/pipeline';
import { count } from './output/numbers.ts';

/** What a segmentation was, and what its recipe gives now. */
export interface VerifiedPair {
  before: SegmentationDocument;
  after: SegmentationDocument;
  /** Whether the source has the bytes that the receipt names; null where there is no receipt. */
  isSameSource: boolean | null;
  files: readonly { name: string; state: string }[];
}

/** Why a segmentation did not come out the same, one sentence each: edited files, data, recipe, version, and what came of it. */
export function whatChanged({ before, after, isSameSource, files }: VerifiedPair): string[] {
  const named = (state: string) => files.filter((file) => file.state === state).map(({ name }) => name);
  const missing = named('missing');
  const edited = named('edited');
  const sentences: string[] = [];
  if (missing.length > 0) sentences.push(`Missing: ${missing.join(', ')} of the folder; the rest was made again.`);
  if (edited.length > 0)
    sentences.push(
      `Edited: ${edited.join(', ')} changed since it was written; made again it is what the receipt says.`,
    );
  if (before.receipt.data !== after.receipt.data) {
    const customers =
      before.customers === after.customers
        ? `${count(after.customers)} customers as before, with other values`
        : `${count(after.customers)} customers, where there were ${count(before.customers)}`;
    sentences.push(
      `Data: the customers and their features are not those of the segmentation (${customers})${isSameSource === false ? '; the file itself has changed' : ''}.`,
    );
  } else if (isSameSource === false)
    sentences.push('Data: the bytes of the file have changed, yet the customers and their features are the same.');
  if (before.receipt.recipe !== after.receipt.recipe || hashRecipe(before.recipe) !== before.receipt.recipe)
    sentences.push(`Recipe: ${recipeDifference(before, after)}.`);
  if (before.receipt.version !== version)
    sentences.push(`Version: it was made by Clientele ${before.receipt.version}, and this is ${version}.`);
  const segments = segmentsDifference(before, after);
  if (segments !== null) sentences.push(segments);
  if (sentences.length === 0)
    sentences.push(
      'Files: data, recipe and version are the same, and the files are not; they were edited, or made with another build of this version.',
    );
  return sentences;
}

function segmentsDifference({ segments: before }: SegmentationDocument, { segments: after }: SegmentationDocument) {
  const sizes = (segments: SegmentationDocument['segments']) => segments.map(({ size }) => size).join();
  const listed = (segments: SegmentationDocument['segments']) =>
    segments.map(({ name, size }) => `${name} ${count(size)}`).join(', ');
  if (sizes(before) !== sizes(after)) return `Segments: were ${listed(before)}; are ${listed(after)}.`;
  const renamed = after.filter(({ name }, i) => name !== before[i]?.name);
  if (renamed.length === 0) return null;
  return `Names: segments were renamed by hand (${renamed.map(({ id, name }) => `${before[id]?.name} is made as ${name}`).join(', ')}).`;
}

function recipeDifference({ recipe: before }: SegmentationDocument, { recipe: after }: SegmentationDocument): string {
  const one = leavesOf(before);
  const other = leavesOf(after);
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const changed = keys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
  if (changed.length === 0) return 'it is not the one that the receipt was written for';
  const text = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));
  return `recipe.json differs from the recipe of the segmentation in ${changed.map((key) => `${key} (${text(one[key])}, now ${text(other[key])})`).join(', ')}`;
}

/** The values of a recipe by their path: `data.mapping.roles.time`. */
function leavesOf(value: unknown, path = ''): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { [path]: value };
  const inner = (key: string) => (path === '' ? key : `${path}.${key}`);
  return Object.assign({}, ...Object.entries(value).map(([key, member]) => leavesOf(member, inner(key))));
}
