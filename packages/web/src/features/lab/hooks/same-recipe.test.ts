import { recipeInputSchema, type Segmentation } from '@clientele/contracts';
import { expect, it } from 'vitest';
import { isSameRecipe } from './same-recipe.ts';

const input = (patch: object = {}) => recipeInputSchema.parse({ features: ['recency', 'monetary'], ...patch });
const made = (patch: object = {}) =>
  ({ document: { recipe: input(patch), model: { k: 4 } } }) as unknown as Pick<Segmentation, 'document'>;

it('takes another order of features or countries for the same recipe', () => {
  const other = input({ features: ['monetary', 'recency'], filters: { countries: ['B', 'A'] } });
  expect(isSameRecipe(other, made({ filters: { countries: ['A', 'B'] } }))).toBe(true);
});

it('takes the k that was recommended for the same k once it is fixed, and no other', () => {
  expect(isSameRecipe(input({ k: 4 }), made())).toBe(true);
  expect(isSameRecipe(input({ k: 5 }), made())).toBe(false);
});

it('sees a changed filter, transform or seed', () => {
  for (const patch of [{ filters: { from: '2011-01-01' } }, { transform: 'log' }, { seed: 2 }, { asOf: '2011-12-10' }])
    expect(isSameRecipe(input(patch), made()), JSON.stringify(patch)).toBe(false);
});

it('looks for RFM scores only at what matters to them', () => {
  const rfm = made({ method: 'rfm', features: ['recency', 'frequency', 'monetary'], seed: 7 });
  expect(isSameRecipe(input({ method: 'rfm', transform: 'none', k: 9 }), rfm)).toBe(true);
});
