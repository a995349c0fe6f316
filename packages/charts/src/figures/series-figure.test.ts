import type { Alert, Series } from '@clientele/contracts';
import { createText, loadMessages } from '@clientele/texts';
import { describe, expect, it } from 'vitest';
import { context, drawSvg, tooltipOf, withoutCurrency } from '../../testing/draw.ts';
import type { FigureContext } from '../figure.ts';
import { alertSentence } from '../findings/alert-sentence.ts';
import { createFormats } from '../format/create-formats.ts';
import { alertTableFigure } from './alert-table-figure.ts';
import { seriesFigure } from './series-figure.ts';

const german: FigureContext = {
  ...context,
  formats: createFormats({ locale: 'de-DE', currency: 'EUR' }),
  text: createText(await loadMessages('de'), 'de-DE'),
};

// The last day of UCI Online Retail (CC BY 4.0), as the pipeline finds it.
const birdie: Alert = {
  start: '2011-12-09',
  value: 184_349,
  expected: 43_755,
  difference: 140_594,
  money: 140_594,
  score: 9.3,
  drivers: [
    { kind: 'customer', name: '16446', value: 168_470, usual: 0, share: 1.198 },
    { kind: 'product', name: 'PAPER CRAFT , LITTLE BIRDIE', value: 168_470, usual: 0, share: 1.198 },
    { kind: 'country', name: 'United Kingdom', value: 179_563, usual: 28_682, share: 1.073 },
  ],
};
const closed: Alert = { ...birdie, start: '2011-12-05', value: 0, expected: 26_231, difference: -26_231, drivers: [] };

const step = (day: number): Series['steps'][number] => ({
  start: `2011-12-${String(day).padStart(2, '0')}`,
  value: 30_000 + 100 * day,
  expected: day === 3 ? null : 31_000,
  low: day === 3 ? null : 12_000,
  high: day === 3 ? null : 60_000,
  isFinished: true,
  isUnusual: false,
});

const days: Series = {
  grain: 'day',
  measure: 'revenue',
  rule: 'seasonal',
  period: 7,
  steps: Array.from({ length: 10 }, (_, index) => {
    const own = step(index + 1);
    if (index === 4) return { ...own, value: 0, isUnusual: true };
    if (index === 8) return { ...own, value: birdie.value, isUnusual: true };
    return index === 9 ? { ...own, expected: null, low: null, high: null, isFinished: false } : own;
  }),
  alerts: [birdie, closed],
};

describe('seriesFigure', () => {
  it('says what stands out, in its unit', () => {
    const figure = seriesFigure(days, context);
    expect(figure.title).toBe('2 of 9 days stand out; 9 Dec 2011 is £141k above what was to be expected');
    expect(figure.subtitle).toBe(
      'Revenue, £ thousand a day; thin line: expected, by trend and weekday; band: usual range; dashed: unfinished',
    );
    expect(figure.note).toContain('In 1 of them there was nothing at all.');
    expect(figure.note).toContain('less than two years');
    expect(figure.note).not.toContain('Weekdays');
    const rest = days.steps.map((each, index) => (index === 2 ? { ...each, value: 0 } : each));
    expect(seriesFigure({ ...days, steps: rest }, context).note).toContain('Weekdays that mostly have nothing');
    expect(figure.table.rows[8]).toMatchObject({
      start: { value: '2011-12-09', text: '9 Dec 2011' },
      expected: { value: 31_000, text: '£31,000' },
      note: { text: 'Unusual' },
    });
    expect(figure.table.rows[2]!.expected).toEqual({ value: null, text: '–' });
    expect(figure.table.rows[9]!.note!.text).toBe('Unfinished');
    expect(tooltipOf(figure, 0)).toContain('£12,000 – £60,000');
  });

  it('counts weeks, months, orders, and the single one', () => {
    const one = { ...days, alerts: [{ ...birdie, value: 131, difference: 52.4 }] };
    one.steps = one.steps.map((each, index) => (index === 4 ? { ...each, isUnusual: false } : each));
    const title = (change: Partial<Series>) => seriesFigure({ ...one, ...change }, context).title;
    expect(title({ grain: 'week', measure: 'orders' })).toBe(
      '1 of 9 weeks stands out; the week of 9 Dec 2011 is 52 orders above what was to be expected',
    );
    expect(title({ grain: 'month', measure: 'customers' })).toBe(
      '1 of 9 months stands out; December 2011 is 52 customers above what was to be expected',
    );
    expect(title({ alerts: [] })).toBe('None of 9 days stands out');
    const unknown = one.steps.map((each) => ({ ...each, expected: null, low: null, high: null, isUnusual: false }));
    expect(title({ alerts: [], steps: unknown })).toBe('Revenue by day');
  });

  it('draws: rings, band, light and dark, wide and narrow, much and nothing', () => {
    const many: Series = {
      ...days,
      grain: 'day',
      steps: Array.from({ length: 1200 }, (_, index) => ({
        ...step(1),
        start: new Date(Date.UTC(2009, 0, 1 + index)).toISOString().slice(0, 10),
        value: 100 + (index % 9),
        isUnusual: index % 40 === 0,
      })),
    };
    for (const series of [
      days,
      many,
      { ...days, steps: days.steps.slice(0, 1), alerts: [] },
      { ...days, measure: 'orders' as const },
    ])
      for (const scheme of ['light', 'dark'] as const)
        for (const width of [340, 760]) {
          const svg = drawSvg(seriesFigure(series, context), { scheme, width });
          expect(svg).toContain('<svg');
          expect(svg).not.toContain('NaN');
        }
    expect(drawSvg(seriesFigure(days, context), { scheme: 'light', width: 760 })).toContain('£141k above');
    expect(seriesFigure({ ...days, steps: [], alerts: [] }, context).option).toBeNull();
  });

  it('speaks German', () => {
    expect(seriesFigure(days, german).title).toMatch(
      /^2 von 9 Tagen fallen auf; 9\. Dez\. 2011: .* über dem Erwarteten$/,
    );
    expect(alertTableFigure(days, german)!.title).toBe('2 auffällige Tage, am stärksten am 9. Dez. 2011');
  });
});

describe('alertTableFigure', () => {
  it('lists what the alerts were made of', () => {
    const figure = alertTableFigure(days, context)!;
    expect(figure.title).toBe('2 unusual days, the strongest on 9 Dec 2011');
    expect(figure.option).toBeNull();
    expect(figure.table.rows.map(({ start, difference }) => [start!.text, difference!.text])).toEqual([
      ['9 Dec 2011', '+£140,594'],
      ['5 Dec 2011', '−£26,231'],
    ]);
    expect(figure.table.rows[0]!.drivers!.text).toBe(
      'customer 16446: £168,470, usually £0; PAPER CRAFT , LITTLE BIRDIE: £168,470, usually £0; United Kingdom: £179,563, usually £28,682',
    );
    expect(alertTableFigure({ ...days, alerts: [] }, context)).toBeNull();
  });

  it('adds the revenue where the measure is another', () => {
    const orders = { ...days, measure: 'orders' as const };
    expect(alertTableFigure(orders, context)!.table.columns.map(({ label }) => label)).toContain(
      'Revenue against usual, £',
    );
    const poor = { ...orders, alerts: [{ ...birdie, money: null, drivers: [] }] };
    expect(alertTableFigure(poor, withoutCurrency)!.table.columns).toHaveLength(5);
  });
});

describe('alertSentence', () => {
  const kind = { grain: 'day', measure: 'revenue' } as const;

  it('names the order that made the day', () => {
    expect(alertSentence(birdie, kind, context)).toBe(
      'Revenue on 9 Dec 2011 was £184,349, £141k above what was to be expected; 91% of it is customer 16446 buying PAPER CRAFT , LITTLE BIRDIE.',
    );
  });

  it('says no more than the numbers do', () => {
    const [customer, product, country] = birdie.drivers as [
      Alert['drivers'][0],
      Alert['drivers'][0],
      Alert['drivers'][0],
    ];
    expect(alertSentence({ ...birdie, drivers: [customer, { ...product, value: 80_000 }] }, kind, context)).toContain(
      '; customer 16446 brought £168,470, usually £0.',
    );
    expect(alertSentence({ ...birdie, drivers: [country] }, kind, context)).toContain(
      '; United Kingdom brought £179,563, usually £28,682.',
    );
    // 82 % of the usual revenue and 82 % of the deviation: nothing to say.
    expect(alertSentence({ ...birdie, drivers: [{ ...country, usual: 35_879, share: 0.82 }] }, kind, context)).toMatch(
      /expected\.$/,
    );
    expect(alertSentence({ ...birdie, drivers: [{ ...customer, share: 0.2 }] }, kind, context)).toMatch(/expected\.$/);
    expect(alertSentence(closed, kind, context)).toBe('No revenue on 5 Dec 2011; £26,231 was to be expected.');
    expect(
      alertSentence(
        { ...birdie, start: '2011-11-01', value: 2658, difference: 900, drivers: [] },
        { grain: 'month', measure: 'orders' },
        context,
      ),
    ).toBe('Orders in November 2011 were 2,658, 900 orders above what was to be expected.');
  });
});
