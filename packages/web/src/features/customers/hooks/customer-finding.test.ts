import { asOfDay, createFormats } from '@clientele/charts';
import type { CustomerDetail } from '@clientele/contracts';
import { createText, en, loadMessages } from '@clientele/texts';
import { describe, expect, it } from 'vitest';
import { customerFinding } from './customer-finding.ts';
import { rankText } from './rank-text.ts';

const context = { formats: createFormats({ locale: 'en-GB', currency: 'GBP' }), text: createText(en, 'en-GB') };
const order = (day: string) => ({ order: day, time: `${day}T10:00:00`, amount: 10, items: 1, lines: 1 });
const customer = (days: string[], recency: number, patch: Partial<CustomerDetail> = {}): CustomerDetail => ({
  id: '12637',
  country: null,
  segment: null,
  features: { recency },
  firstOrder: days[0] === undefined ? null : `${days[0]}T10:00:00`,
  lastOrder: days.length === 0 ? null : `${days.at(-1)}T10:00:00`,
  orders: days.map(order),
  against: [],
  prediction: null,
  ...patch,
});

describe('customerFinding', () => {
  it('says how late an order is against the usual gap', () => {
    const late = customer(['2011-01-01', '2011-01-31', '2011-03-02'], 40);
    expect(asOfDay(late)).toBe('2011-04-11');
    expect(customerFinding(late, [], context)).toEqual({
      figure: '10 days late',
      sentence: 'Last order 40 days ago; the usual gap between orders is 30.',
    });
  });

  it('says so in German too', async () => {
    const german = {
      formats: createFormats({ locale: 'de-DE', currency: 'GBP' }),
      text: createText(await loadMessages('de'), 'de-DE'),
    };
    expect(customerFinding(customer(['2011-01-01', '2011-01-31', '2011-03-02'], 40), [], german)).toEqual({
      figure: '10 Tage überfällig',
      sentence: 'Letzte Bestellung vor 40 Tagen; üblicher Abstand zwischen Bestellungen in Tagen: 30.',
    });
  });

  it('says when the next order is due while it is not late', () => {
    const due = customer(['2011-01-01', '2011-01-31', '2011-03-02'], 5);
    expect(customerFinding(due, [], context)?.figure).toBe('Due 1 Apr 2011');
  });

  it('makes no rhythm out of one order', () => {
    expect(customerFinding(customer(['2011-01-01'], 1), [], context)).toEqual({
      figure: 'One order so far',
      sentence: 'It came 1 day ago.',
    });
  });

  it('tells the rarest value where there are no orders', () => {
    const against = [
      { feature: 'Age', label: 'Age', value: 70, rank: 0.98, p05: 19, p25: 28, median: 36, p75: 49, p95: 66 },
      { feature: 'Income', label: 'Income', value: 60, rank: 0.5, p05: 20, p25: 40, median: 60, p75: 80, p95: 100 },
    ];
    const found = customerFinding(customer([], 0, { features: {}, against }), [], context);
    expect(found).toEqual({ figure: 'Top 2%', sentence: 'Age is 70; the median is 36.' });
  });
});

describe('rankText', () => {
  it('names the nearer end, and of days the longer or shorter', () => {
    expect(rankText(0.95, 'money', context)).toBe('top 5%');
    expect(rankText(0.12, 'money', context)).toBe('lowest 12%');
    expect(rankText(1, 'days', context)).toBe('longest 1%');
    expect(rankText(null, 'money', context)).toBeNull();
  });
});
