import { expect, it } from 'vitest';
import { type NumberInputOf, positionOf, rounded, sliderSteps, valueAt } from './inputs.ts';

const input = (patch: Partial<NumberInputOf>): NumberInputOf => ({
  kind: 'number',
  id: 'monetary',
  label: 'Revenue',
  unit: 'money',
  low: 5,
  high: 5000,
  median: 260,
  isLog: true,
  isWhole: false,
  ...patch,
});

it('puts the ends of the range at the ends of the slider', () => {
  const revenue = input({});
  expect([positionOf(5, revenue), positionOf(5000, revenue)]).toEqual([0, sliderSteps]);
  expect([valueAt(0, revenue), valueAt(sliderSteps, revenue)]).toEqual([5, 5000]);
});

it('gives a log slider half its way to the geometric middle', () => {
  const middle = valueAt(sliderSteps / 2, input({ low: 0, high: 9999 }));
  expect(middle).toBe(99);
  expect(valueAt(sliderSteps / 2, input({ low: 0, high: 9999, isLog: false }))).toBe(5000);
});

it('holds the thumb at the end for a value beyond it', () => {
  expect(positionOf(1e9, input({}))).toBe(sliderSteps);
  expect(positionOf(0, input({}))).toBe(0);
});

it('keeps whole numbers whole and others to three digits', () => {
  expect(rounded(12.6, { isWhole: true })).toBe(13);
  expect(rounded(0.123456, { isWhole: false })).toBe(0.123);
  expect(rounded(78537.19, { isWhole: false })).toBe(78537);
});

it('does not divide by a range of nothing', () => {
  expect(positionOf(3, input({ low: 3, high: 3 }))).toBe(0);
});
