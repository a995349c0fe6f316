import type { FeatureInfo } from '@clientele/contracts';
import { expect, it } from 'vitest';
import { type Axes, axisFeatures, spaceAxes, withAxis } from './space-axes.ts';

const feature = (id: string, suggested = false, unit: FeatureInfo['unit'] = 'number'): FeatureInfo => ({
  id,
  label: id,
  unit,
  meaning: '',
  suggested,
  values: [],
});
const offered = [feature('a'), feature('b', true), feature('c', true), feature('d')];
const ids = (axes: Axes | null) => axes?.map(({ id }) => id);

it('starts with the recipe, filled up with the suggested features and then with any', () => {
  expect(ids(spaceAxes(offered, ['d', 'a', 'c', 'b'], []))).toEqual(['d', 'a', 'c']);
  expect(ids(spaceAxes(offered, ['d'], []))).toEqual(['d', 'b', 'c']);
  expect(ids(spaceAxes(offered, ['d', 'b', 'Gender'], []))).toEqual(['d', 'b', 'c']);
});

it('takes what was picked, and no feature twice', () => {
  expect(ids(spaceAxes(offered, ['d'], ['a', 'c', 'b']))).toEqual(['a', 'c', 'b']);
  expect(withAxis(spaceAxes(offered, [], ['a', 'b', 'c'])!, 0, 'd')).toEqual(['d', 'b', 'c']);
  expect(withAxis(spaceAxes(offered, [], ['a', 'b', 'c'])!, 0, 'c')).toEqual(['c', 'b', 'a']);
});

it('has no axes with fewer than three numbers', () => {
  const numbers = axisFeatures([...offered.slice(0, 2), feature('Gender', true, 'category')]);
  expect(spaceAxes(numbers, ['a', 'Gender'], [])).toBeNull();
});
