import { describe, expect, it } from 'vitest';
import { countOf, formatMoney, formatNumber, formatShare, formatValue } from './format-value.ts';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [0.005, '0.01'],
    [0.0001234, '0.000123'],
    [-0.001, '−0.001'],
    [1.5, '1.5'],
    [4.272, '4.27'],
    [12.04, '12'],
    [92.54, '92.5'],
    [280206.02, '280,206'],
    [-1234567, '−1,234,567'],
    [1e21, '1e+21'],
  ])('%s is %s', (value, text) => expect(formatNumber(value)).toBe(text));

  it('has no minus before a zero', () => expect(formatNumber(-0.001, 1)).toBe('0'));
});

describe('the others', () => {
  it('money has its symbol, its code or nothing', () => {
    expect(formatMoney(1352, 'GBP')).toBe('£1,352');
    expect(formatMoney(-5, 'EUR')).toBe('−€5');
    expect(formatMoney(5, 'CHF')).toBe('CHF 5');
    expect(formatMoney(5, null)).toBe('5');
  });

  it('a share is in per cent, and neither nothing nor everything unless it is', () => {
    expect([0, 0.001, 0.336, 0.999, 1].map(formatShare)).toEqual(['0%', 'under 1%', '34%', 'over 99%', '100%']);
  });

  it('a value goes by its unit', () => {
    expect(formatValue(0.25, 'share', null)).toBe('25%');
    expect(formatValue(1000, 'money', 'USD')).toBe('$1,000');
    expect(formatValue(1000, 'days', 'USD')).toBe('1,000');
  });

  it('counts agree with their noun', () => {
    expect([countOf(1, 'day'), countOf(0, 'day'), countOf(4338, 'customer')]).toEqual([
      '1 day',
      '0 days',
      '4,338 customers',
    ]);
  });
});
