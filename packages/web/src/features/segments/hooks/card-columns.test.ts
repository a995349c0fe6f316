import { expect, it } from 'vitest';
import { cardColumns } from './card-columns.ts';

it('sets the cards of few segments side by side', () => {
  expect([1, 2, 4, 5].map(cardColumns)).toEqual([1, 2, 4, 5]);
});

it('leaves few gaps in the last row, and prefers wider rows among equals', () => {
  expect([6, 7, 8, 10, 11, 12].map(cardColumns)).toEqual([3, 4, 4, 5, 4, 4]);
});
