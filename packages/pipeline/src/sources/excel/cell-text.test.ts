import { describe, expect, it } from 'vitest';
import { clockText, numberKind, numberText, serialText } from './cell-text.ts';

describe('number formats', () => {
  it.each<[number, string | undefined, string]>([
    [0, undefined, 'number'],
    [14, undefined, 'time'],
    [22, undefined, 'time'],
    [20, undefined, 'clock'],
    [164, 'yyyy-mm-dd', 'time'],
    [164, 'd/m/yy h:mm', 'time'],
    [164, '[$-409]mmm;@', 'time'],
    [164, 'h:mm AM/PM', 'clock'],
    [164, '[h]:mm', 'number'],
    [164, '#,##0.00 "days"', 'number'],
    [164, '[Red]0.00;[Blue]-0.00', 'number'],
    [164, '0.00\\d', 'number'],
    [164, 'General', 'number'],
  ])('%i %s is a %s', (id, code, kind) => {
    expect(numberKind(id, code)).toBe(kind);
  });
});

describe('days as text', () => {
  // 40153.4375 and its date are as Excel shows them in Online Retail II.
  it.each([
    [40153.4375, '2009-12-06 10:30:00'],
    [1, '1900-01-01 00:00:00'],
    [59, '1900-02-28 00:00:00'],
    [61, '1900-03-01 00:00:00'],
    [40513.999999999, '2010-12-02 00:00:00'],
  ])('%d is %s', (serial, expected) => {
    expect(serialText(serial, false)).toBe(expected);
  });

  it('counts from 1904 and knows the time of day', () => {
    expect(serialText(0, true)).toBe('1904-01-01 00:00:00');
    expect(clockText(0.75)).toBe('18:00:00');
  });
});

it('writes numbers as briefly as they can be', () => {
  expect(['489434.0', '0.30000000000000004', '1E+21', '-0.5', 'x'].map(numberText)).toEqual([
    '489434',
    '0.3',
    '1e+21',
    '-0.5',
    'x',
  ]);
});
