import type { CountryTotals } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure, type FigureSetting } from '../define-figure.ts';
import type { Drawing, Figure } from '../figure.ts';
import { capitalised } from '../format/capitalised.ts';
import { countryInText } from '../format/country-name.ts';
import { withUnit } from '../format/money-scale.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { isNamedOtherwise, isoOf, mapCountries } from '../map/map-countries.ts';
import { mapNote } from '../map/map-note.ts';
import { worldMapHeight, worldMapOption } from '../map/world-map-option.ts';

/** Revenue by country on a world map, or customers where there is no revenue. */
export const worldMap = defineFigure({
  id: 'world-map',
  name: 'world-map.name',
  help: 'world-map.help',
  screen: 'overview',
  needs: ['countries'],
  make: ({ countries }, setting) => (countries.length === 0 ? null : makeWorldMap(countries, setting)),
});

function makeWorldMap(rows: readonly CountryTotals[], { formats, text }: FigureSetting): Figure {
  const measure = rows.some(({ revenue }) => revenue !== 0) ? 'revenue' : 'customers';
  const isMoney = measure === 'revenue';
  const value = (row: CountryTotals) => row[measure];
  const countries = mapCountries(rows, value, formats.locale);
  const all = [...countries.onMap, ...countries.offMap].sort((left, right) => value(right) - value(left));
  const total = rows.reduce((sum, row) => sum + value(row), 0);
  // Of a sum with negative parts no part is a share.
  const isWhole = total > 0 && all.every((row) => value(row) >= 0);
  const share = (row: CountryTotals) => (isWhole ? value(row) / total : null);
  const amount = (of: number) => (isMoney ? formats.money(of) : formats.count(of));
  const label = ({ name }: CountryTotals) => (name.trim() === '' ? text('world-map.unnamed') : name);

  const { option, scale } = worldMapOption(countries, {
    value,
    isMoney,
    formats,
    below: text('world-map.below'),
    describe: (row) => ({
      title: label(row),
      rows: [
        ...(isMoney ? [[text('common.revenue'), formats.money(row.revenue)] as const] : []),
        [text('common.customers'), formats.count(row.customers)],
        ...(isMoney ? [[text('common.orders'), formats.count(row.orders)] as const] : []),
        [text('common.share'), formats.share(share(row))],
        ...(isNamedOtherwise(row) ? [[text('world-map.column.names'), row.names.join(', ')] as const] : []),
      ],
    }),
  });
  const name = withUnit(text(`world-map.measure.${measure}`), isMoney ? formats.currencySign : '');
  const hasMap = countries.onMap.length > 0;

  return {
    id: 'world-map',
    title: isWhole
      ? title(
          all.map((row) => ({ name: label(row), value: value(row) })),
          total,
        )
      : name,
    subtitle: hasMap
      ? text('world-map.subtitle', { measure: name, steps: scale })
      : text('world-map.subtitle.unmapped', { measure: name }),
    option: hasMap ? (drawing: Drawing): EChartsOption => option(drawing) : null,
    renderer: 'svg',
    height: worldMapHeight,
    note: mapNote(countries, { value, share, amount, label, formats, text }),
    ground: async () => (await import('../map/world-ground.ts')).worldGround(),
    table: {
      columns: [
        textColumn('country', text('common.country')),
        textColumn('code', text('world-map.column.code')),
        ...(all.some(isNamedOtherwise) ? [textColumn('names', text('world-map.column.names'))] : []),
        numberColumn('customers', text('common.customers')),
        ...(isMoney
          ? [
              numberColumn('orders', text('common.orders')),
              numberColumn('revenue', withUnit(text('common.revenue'), formats.currencySign)),
            ]
          : []),
        numberColumn('share', text('common.share')),
      ],
      rows: all.map((row) => ({
        country: cell(label(row)),
        code: cell(isoOf(row), row.code === null ? text('world-map.offMap') : undefined),
        names: cell(row.names.join(', ')),
        customers: cell(row.customers, formats.count(row.customers)),
        orders: cell(row.orders, formats.count(row.orders)),
        revenue: cell(row.revenue, formats.money(row.revenue)),
        share: cell(share(row), formats.share(share(row))),
      })),
    },
  };

  function title(ranked: readonly { name: string; value: number }[], whole: number): string {
    const [first, second] = ranked;
    if (first === undefined) return name;
    const inText = (country: string) => (formats.locale.startsWith('en') ? countryInText(country) : country);
    const percent = (of: number) => formats.share(of / whole, 0);
    const lead = { country: capitalised(inText(first.name)), share: percent(first.value) };
    if (second === undefined || second.value === 0) return text(`world-map.title.${measure}`, lead);
    return text(`world-map.title.${measure}Two`, {
      ...lead,
      second: inText(second.name),
      secondShare: percent(second.value),
    });
  }
}
