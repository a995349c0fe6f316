import type { RecipeInput, Segmentation } from '@clientele/contracts';

/** A list whose order means nothing. */
const asSet = (items: readonly string[] | undefined): string => [...(items ?? [])].sort().join('\n');

const filterText = ({ filters }: RecipeInput): string =>
  [filters.from ?? '', filters.to ?? '', asSet(filters.countries)].join('\n');

/** True where the segmentation came from what the form holds; a k that was recommended and then fixed is the same k. */
export function isSameRecipe(input: RecipeInput, { document }: Pick<Segmentation, 'document'>): boolean {
  const made = document.recipe;
  const isAlike =
    made.method === input.method &&
    made.asOf === input.asOf &&
    made.missing === input.missing &&
    filterText(made) === filterText(input);
  if (!isAlike || input.method === 'rfm') return isAlike;
  const isSameK =
    input.k === 'auto'
      ? made.k === 'auto' && made.fromK === input.fromK && made.toK === input.toK
      : document.model.k === input.k;
  return (
    isSameK &&
    made.transform === input.transform &&
    made.scale === input.scale &&
    made.starts === input.starts &&
    made.seed === input.seed &&
    asSet(made.features) === asSet(input.features)
  );
}
