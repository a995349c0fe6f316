import { expect, it } from 'vitest';
import { placeOf } from './place-of.ts';

const plane = {
  loadings: [
    { x: 0.6, y: -0.8 },
    { x: 0.8, y: 0.6 },
  ],
  origin: { x: 2.2, y: 0.4 },
};

it('is what the components make of a row, from the mean of the customers', () => {
  const middle = placeOf(Float64Array.of(1, 2), plane);
  expect(middle?.x).toBeCloseTo(0, 12);
  expect(middle?.y).toBeCloseTo(0, 12);
  const place = placeOf(Float64Array.of(2, 2), plane);
  expect(place?.x).toBeCloseTo(0.6, 12);
  expect(place?.y).toBeCloseTo(-0.8, 12);
});

it('is none on a plane of other columns', () => {
  expect(placeOf(Float64Array.of(1), plane)).toBeNull();
});
