import { expect, it } from 'vitest';
import { modelValues } from './model-values.ts';

it('keeps the features of the model, also where a value is missing, and no others', () => {
  expect(
    modelValues({ recency: 4, Plan: 'gold', tenure: null, other: 1 }, ['recency', 'tenure', 'Plan', 'no']),
  ).toEqual({
    recency: 4,
    tenure: null,
    Plan: 'gold',
  });
});
