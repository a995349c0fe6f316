import { createText, type TextKey } from '@clientele/texts';
import { init, registerMap } from 'echarts';
import { describe, expect, it } from 'vitest';
import { context, tooltipOf } from '../../testing/draw.ts';
import type { Figure } from '../figure.ts';
import { createFormats } from '../format/create-formats.ts';
import { tokens } from '../theme/tokens.ts';
import { worldMap } from './world-map-figure.ts';

const row = (name: string, revenue: number, customers = 2, orders = 3) => ({ name, revenue, customers, orders });
const shop = [
  row('United Kingdom', 7308391.55, 3920, 16646),
  row('Netherlands', 285446.34, 9, 94),
  row('EIRE', 265545.9),
  row('France', 209024.05),
  row('Channel Islands', 20450.44),
  row('England', 0.1),
  row('Unspecified', 2667.07),
  row('European Community', 1300.25),
  row('Saudi Arabia', 145.92),
];
const dataset = { name: 'shop', kind: 'orders' as const, features: [] };

function make(rows: typeof shop, setting: Partial<typeof context> = {}): Figure {
  const figure = worldMap.make({ countries: rows }, { ...context, dataset, choices: {}, ...setting });
  if (figure === null) throw new Error('no figure');
  return figure;
}

async function draw(figure: Figure, width: number, scheme: 'light' | 'dark' = 'light'): Promise<string> {
  const ground = await figure.ground?.();
  if (ground === undefined || figure.option === null) throw new Error('nothing to draw');
  registerMap(ground.name, ground.geoJson as Parameters<typeof registerMap>[1]);
  const chart = init(null, null, { ssr: true, renderer: 'svg', width, height: figure.height });
  try {
    chart.setOption(figure.option({ scheme, width }));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

const numbers = (figure: Figure, key: string) => figure.table.rows.map((cells) => Number(cells[key]?.value ?? 0));

describe('the world map', () => {
  it('says who leads, how it is coloured, and what is not on it', () => {
    const figure = make(shop);
    expect(figure.title).toBe('The United Kingdom brings 90% of revenue, the Netherlands 4%');
    expect(figure.subtitle).toBe('Revenue by country, \u00A3; logarithmic colour steps, grey: none');
    expect(figure.note).toBe(
      '1 the United Kingdom 90.3%, 2 the Netherlands 3.5%, 3 EIRE 3.3%, 4 France 2.6%, 5 the Channel Islands 0.3%. ' +
        'Added up or shown within: United Kingdom (United Kingdom, England). ' +
        'Not on the map: Unspecified \u00A32,667, the European Community \u00A31,300.'.replace(
          'the European',
          'European',
        ),
    );
  });

  it('sums to the whole, to the cent, with the names in the table', () => {
    const figure = make(shop);
    const whole = shop.reduce((sum, { revenue }) => sum + Math.round(revenue * 100), 0);
    expect(numbers(figure, 'revenue').reduce((sum, value) => sum + Math.round(value * 100), 0)).toBe(whole);
    expect(numbers(figure, 'share').reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    expect(numbers(figure, 'customers').reduce((sum, value) => sum + value, 0)).toBe(3929 + 7 * 2);
    expect(figure.table.rows[0]).toMatchObject({
      country: { text: 'United Kingdom' },
      code: { value: 'GB' },
      names: { text: 'United Kingdom, England' },
      revenue: { value: 7308391.65 },
    });
    const unplaced = figure.table.rows.filter(({ code }) => code?.text === 'Not on the map');
    expect(unplaced.map(({ country }) => country?.text)).toEqual(['Unspecified', 'European Community']);
  });

  it('draws in Node, in both schemes, at any width', async () => {
    const figure = make(shop);
    for (const scheme of ['light', 'dark'] as const) {
      const svg = await draw(figure, 560, scheme);
      expect(svg.toLowerCase()).toContain(tokens[scheme].ramp[6]?.toLowerCase());
      expect(svg).toContain('\u00A310k');
      expect(svg).not.toContain('NaN');
    }
    for (const width of [60, 342, 1900]) expect(await draw(figure, width)).not.toContain('NaN');
  });

  it('carries the names in the data on its marks', () => {
    const option = make(shop).option?.({ scheme: 'light', width: 560 });
    expect(option?.series).toMatchObject([
      {
        type: 'map',
        data: expect.arrayContaining([expect.objectContaining({ names: ['United Kingdom', 'England'] })]),
      },
      { type: 'scatter', data: [{ names: ['Channel Islands'] }] },
      { type: 'custom' },
    ]);
    expect(option?.geo).toMatchObject({ roam: false, selectedMode: false, aspectScale: 1 });
  });

  it('tells a country in its tooltip, and nothing of a grey one', () => {
    const figure = make(shop);
    expect(tooltipOf(figure, 0)).toContain('\u00A37,308,392');
    expect(tooltipOf(figure, 0)).toContain('United Kingdom, England');
    expect(tooltipOf(figure, 0, 1)).toContain('Channel Islands');
    expect(tooltipOf(figure, 99)).toBe('');
  });

  it('shows customers where there is no revenue, and codes by their names', async () => {
    const figure = make([row('DE', 0, 30, 0), row('Austria', 0, 10, 0)]);
    expect(figure.title).toBe('Germany has 75% of customers, Austria 25%');
    expect(figure.note).toBe('1 Germany 75.0%, 2 Austria 25.0%.');
    expect(figure.table.columns.map(({ key }) => key)).toEqual(['country', 'code', 'names', 'customers', 'share']);
    expect(await draw(figure, 342)).toContain('20');
  });

  it('speaks German', async () => {
    const { loadMessages } = await import('@clientele/texts');
    const text = createText((await loadMessages('de')) as Record<TextKey, string>, 'de-DE');
    const figure = make(shop, { text, formats: createFormats({ locale: 'de-DE', currency: 'EUR' }) });
    expect(figure.title).toBe('Vereinigtes K\u00F6nigreich: 90\u00A0% des Umsatzes, Netherlands: 4\u00A0%');
    expect(figure.note).toContain('Nicht auf der Karte: Unspecified 2.667');
  });

  it('says so where revenue is below zero', async () => {
    const figure = make([row('France', 500), row('Spain', -20.5), row('Italy', 4)]);
    expect(figure.title).toBe('Revenue by country, \u00A3');
    expect(figure.note).toContain('3 Spain \u2212\u00A3');
    expect(await draw(figure, 560)).toContain('below 0');
  });

  it('lists what no map holds: regions of a shop, Antarctica, an empty name', () => {
    const figure = make([
      row('North', 5),
      row('', 3),
      row('Antarctica', 2),
      ...[1, 2, 3, 4, 5].map((n) => row(`Area ${n}`, 1)),
    ]);
    expect(figure.option).toBeNull();
    expect(figure.note).toBe(
      'Not on the map: North \u00A35, (empty) \u00A33, Antarctica \u00A32, Area 1 \u00A31, Area 2 \u00A31, Area 3 \u00A31, and 2 more (\u00A32).',
    );
    expect(figure.table.rows).toHaveLength(8);
    expect(worldMap.make({ countries: [] }, { ...context, dataset, choices: {} })).toBeNull();
  });

  it('takes hostile names as text', async () => {
    const figure = make([
      row('<img src=x onerror=alert(1)>', 5),
      row('{a|France}', 3),
      row('France', 3),
      row('__proto__', 1),
    ]);
    const svg = await draw(figure, 342);
    expect(svg).not.toContain('<img');
    expect(figure.table.rows).toHaveLength(4);
    const twice = make([row('france', 3), row('FR <b>', 1), row('France', 4)]);
    expect(tooltipOf(twice, 0)).toContain('france, France');
    expect(tooltipOf(twice, 0)).not.toContain('<b>');
  });
});
