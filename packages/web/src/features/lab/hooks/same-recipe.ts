import { methodTable, type RecipeInput, type Segmentation, takesK } from '@clientele/contracts';
import { schemeText } from '../rfm/hooks/scheme-edits.ts';
import { parameterValue } from './parameter-values.ts';
import { isCutByHeight } from './recipe-form.ts';

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
  if (!isAlike) return false;
  if (input.method === 'rfm') return schemeOf(input) === schemeOf(made);
  return (
    isSameK(input, document) &&
    made.transform === input.transform &&
    made.scale === input.scale &&
    asSet(made.features) === asSet(input.features) &&
    methodTable[input.method].parameters
      .filter((name) => name !== 'k' && name !== 'fromK' && name !== 'toK')
      .every((name) => parameterValue(made, name) === parameterValue(input, name))
  );
}

const schemeOf = ({ rfm }: RecipeInput): string => (rfm === undefined ? '' : schemeText(rfm));

function isSameK(input: RecipeInput, { recipe: made, model }: Segmentation['document']): boolean {
  if (!takesK(input.method) || isCutByHeight(input)) return true;
  return input.k === 'auto'
    ? made.k === 'auto' && made.fromK === input.fromK && made.toK === input.toK
    : model.k === input.k;
}
