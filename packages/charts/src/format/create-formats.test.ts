import { describe, expect, it } from 'vitest';
import { createFormats } from './create-formats.ts';
import { featureAxisText } from './feature-text.ts';
import { moneyScale } from './money-scale.ts';

const pounds = createFormats({ locale: 'en-GB', currency: 'GBP' });
const plain = createFormats({ locale: 'en-GB', currency: null });
const euros = createFormats({ locale: 'de-DE', currency: 'EUR' });

describe('counts and numbers', () => {
  it('groups thousands', () => expect(pounds.count(4338)).toBe('4,338'));
  it('writes the minus as U+2212', () => {
    expect(pounds.count(-8905)).toBe('\u22128,905');
    expect(pounds.money(-5)).toBe('\u2212£5');
    expect(pounds.fixed(-0.25, 3)).toBe('\u22120.250');
    expect(pounds.share(-0.101)).toBe('\u221210.1%');
  });
  it('never writes a negative zero', () => {
    expect(pounds.count(-0)).toBe('0');
    expect(pounds.count(-0.2)).toBe('0');
    expect(pounds.fixed(-0.0001, 2)).toBe('0.00');
    expect(pounds.moneyExact(-0.001)).toBe('£0.00');
    expect(pounds.share(-0.0001)).toBe('0.0%');
  });
  it('takes decimals as the size asks', () => {
    expect([92.5364, 4.272, 12, 2054.27, 0.336].map((value) => pounds.number(value))).toEqual([
      '92.5',
      '4.27',
      '12',
      '2,054',
      '0.34',
    ]);
  });
  it('writes nothing as an en dash', () => {
    const { count, money, moneyShort, moneyExact, share, number, date, time } = pounds;
    for (const write of [count, money, moneyShort, moneyExact, share, number, date, time])
      expect(write(null)).toBe('\u2013');
    expect(pounds.fixed(null, 2)).toBe('\u2013');
    expect(pounds.feature(null, 'money')).toBe('\u2013');
    expect(pounds.count(Number.NaN)).toBe('\u2013');
    expect(pounds.money(Number.POSITIVE_INFINITY)).toBe('\u2013');
  });
});

describe('money', () => {
  it('is short in tiles', () => {
    const amounts = [8911407.904, 538917, 1161817, 12_500_000, 280206, 99_999, 674.485, 3.75, 0, 999_600, 2.5e9];
    expect(amounts.map(pounds.moneyShort)).toEqual([
      '£8.91M',
      '£539k',
      '£1.16M',
      '£12.5M',
      '£280k',
      '£99,999',
      '£674',
      '£3.75',
      '£0',
      '£1.00M',
      '£2.50B',
    ]);
    expect(pounds.moneyShort(-538917)).toBe('\u2212£539k');
  });
  it('is whole in tables and exact in the ledger', () => {
    expect(pounds.money(280206.02)).toBe('£280,206');
    expect(pounds.money(0.4)).toBe('£0.40');
    expect(pounds.moneyExact(8911407.904)).toBe('£8,911,407.90');
  });
  it('has no sign without a currency', () => {
    expect(plain.currencySign).toBe('');
    expect(plain.moneyShort(8911407.904)).toBe('8.91M');
    expect(plain.moneyExact(5)).toBe('5.00');
  });
  it('puts the sign of the locale behind Latin digits', () => {
    expect(createFormats({ locale: 'ar-EG', currency: null }).moneyShort(539_000)).toMatch(/^539\s\S+$/);
    expect(createFormats({ locale: 'en-US', currency: 'USD' }).moneyShort(539_000)).toBe('$539k');
  });
  it('follows the locale', () => {
    expect(euros.currencySign).toBe('€');
    expect(euros.moneyExact(1234.5).replace(/\s/g, ' ')).toBe('1.234,50 €');
    const short = [8_911_407, 538_917, 2.5e9, -1_200_000].map((value) => euros.moneyShort(value).replace(/\s/g, ' '));
    expect(short).toEqual(['8,91 Mio. €', '538.917 €', '2,50 Mrd. €', '\u22121,20 Mio. €']);
    expect(euros.share(0.648).replace(/\s/g, ' ')).toBe('64,8 %');
  });
});

describe('words of numbers', () => {
  it('are those of the locale', () => {
    expect([1, 12, 92.54, 0.5].map(pounds.days)).toEqual(['1 day', '12 days', '92.5 days', '0.5 days']);
    expect([1, 12].map(euros.days)).toEqual(['1 Tag', '12 Tage']);
    expect(featureAxisText(20_000, 'money', pounds)).toBe('£20k');
    expect(featureAxisText(20_000, 'money', euros).replace(/\s/g, ' ')).toBe('20.000 €');
    expect(featureAxisText(2e6, 'number', euros).replace(/\s/g, ' ')).toBe('2 Mio.');
  });
  it('scale an axis', () => {
    const units = (largest: number) => [pounds, plain, euros].map((formats) => moneyScale(largest, formats).unit);
    expect(units(5e4)).toEqual(['£ thousand', 'thousands', 'Tausend €']);
    expect(units(5e7)).toEqual(['£ million', 'millions', 'Millionen €']);
    expect(units(50)).toEqual(['£', '', '€']);
  });
});

describe('dates', () => {
  it('writes dates and times in UTC', () => {
    expect(pounds.date('2011-12-09')).toBe('9 Dec 2011');
    expect(pounds.date('2011-12-09T23:59:00')).toBe('9 Dec 2011');
    expect(pounds.time('2011-12-09 12:50:00')).toBe('9 Dec 2011, 12:50');
    expect(pounds.range('2010-12-01', '2011-12-09')).toBe('1 Dec 2010 \u2013 9 Dec 2011');
  });
  it('writes months', () => {
    expect(pounds.month('2010-12')).toBe('Dec');
    expect(pounds.month('2010-12', true)).toBe('Dec \u201910');
  });
});

it('writes features by their unit', () => {
  expect(pounds.feature(6022.4, 'money')).toBe('£6,022');
  expect(pounds.feature(0.344, 'share')).toBe('34.4%');
  expect(pounds.feature(92.54, 'days')).toBe('92.5');
});

it('takes tags that no standard knows', () => {
  for (const locale of ['en-US@posix', 'C', 'en_US.UTF-8', ''])
    expect(createFormats({ locale, currency: 'GBP' }).money(1234)).toBe('£1,234');
});
