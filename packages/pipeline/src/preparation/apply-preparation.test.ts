import { describe, expect, it } from 'vitest';
import { customerTable } from '../run/testing/tables.ts';
import { applyPreparation } from './apply-preparation.ts';
import { prepare } from './prepare.ts';

const { preparation } = prepare(customerTable({ age: [20, 30, 40, 70], sex: ['f', 'f', 'm', 'f'] }), {
  transform: 'none',
  scale: 'none',
  missing: 'median',
});
const known = new Map([['sex', new Set(['f', 'm'])]]);

describe('applyPreparation', () => {
  it('takes numbers, numbers written as text, and categories', () => {
    expect(Array.from(applyPreparation(preparation, { age: '25', sex: 'm' }).row)).toEqual([25, 1]);
  });

  it('fills in what is missing and says so', () => {
    const { raw, notes } = applyPreparation(preparation, { age: null }, known);
    expect(Array.from(raw)).toEqual([35, 0]);
    expect(notes).toEqual(['No value for age: the median 35 is filled in.', 'No value for sex: f is filled in.']);
  });

  it('notes what the base did not have', () => {
    const { row, notes } = applyPreparation(preparation, { age: 90, sex: 'x' }, known);
    expect(Array.from(row)).toEqual([90, 0]);
    expect(notes).toEqual([
      'age: 90 lies outside what the model saw (20 to 70).',
      'sex: the model has not seen x; it knows f, m.',
    ]);
  });

  it('refuses an unknown feature, listing the known ones', () => {
    expect(() => applyPreparation(preparation, { income: 5 })).toThrow(
      'The model has no feature income; its features are age, sex.',
    );
  });

  it('refuses text and infinities for a number', () => {
    expect(() => applyPreparation(preparation, { age: 'old' })).toThrow(/age \(age\) is "old"; a finite number/);
    expect(() => applyPreparation(preparation, { age: Number.POSITIVE_INFINITY })).toThrow(
      /finite number was expected/,
    );
  });

  it('does not take inherited names for values', () => {
    expect(() => applyPreparation(preparation, JSON.parse('{"__proto__": 1}'))).toThrow(/no feature __proto__/);
    expect(applyPreparation(preparation, {}, known).notes).toHaveLength(2);
  });
});
