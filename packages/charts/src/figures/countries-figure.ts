import type { CountryTotals } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { countryFinding } from '../findings/country-finding.ts';
import { withUnit } from '../format/money-scale.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { rowBars, rowBarsHeight } from '../theme/row-bars.ts';

const mostBars = 9;

/** Revenue by country, or customers where there is no revenue (a table of customers). */
export function countriesFigure(countries: readonly CountryTotals[], { formats, text: say }: FigureContext): Figure {
  const isMoney = countries.some(({ revenue }) => revenue !== 0);
  const rows = countries
    .map((country) => ({ ...country, value: isMoney ? country.revenue : country.customers }))
    .sort((left, right) => right.value - left.value);
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  const text = (value: number) => (isMoney ? formats.money(value) : formats.count(value));
  const share = (value: number) => (total > 0 ? value / total : null);
  const measure = isMoney ? 'revenue' : 'customers';
  const measureName = say(`common.${measure}`);
  const drawn = rows.length <= mostBars + 1 ? rows : rows.slice(0, mostBars);
  const rest = rows.slice(drawn.length);
  const restValue = rest.reduce((sum, { value }) => sum + value, 0);
  const bars = [
    ...drawn.map(({ name, value }, index) => ({
      name,
      value,
      text: share(value) === null ? text(value) : formats.share(share(value)),
      isEmphasised: index === 0,
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            name: say('common.others', { count: formats.count(rest.length) }),
            value: restValue,
            text: share(restValue) === null ? text(restValue) : formats.share(share(restValue)),
            isEmphasised: false,
          },
        ]),
  ];

  const option = (drawing: Drawing): EChartsOption =>
    rowBars(bars, drawing, (index) => {
      const row = drawn[index];
      if (row === undefined) {
        const bar = bars[index];
        return bar === undefined ? null : { title: bar.name, rows: [[measureName, text(bar.value)]] };
      }
      return {
        title: row.name,
        rows: [
          ...(isMoney ? [[say('common.revenue'), formats.money(row.revenue)] as const] : []),
          [say('common.customers'), formats.count(row.customers)],
          ...(isMoney ? [[say('common.orders'), formats.count(row.orders)] as const] : []),
          [say('common.share'), formats.share(share(row.value))],
        ],
      };
    });

  return {
    id: 'countries',
    title: countryFinding(rows, total, measure, { formats, text: say }) ?? say('countries.name'),
    subtitle: say('countries.subtitle', {
      measure: withUnit(say(`world-map.measure.${measure}`), isMoney ? formats.currencySign : ''),
    }),
    option: rows.length === 0 ? null : option,
    renderer: 'svg',
    height: rowBarsHeight(bars.length),
    table: {
      columns: [
        textColumn('country', say('common.country')),
        numberColumn('customers', say('common.customers')),
        ...(isMoney
          ? [
              numberColumn('orders', say('common.orders')),
              numberColumn('revenue', withUnit(say('common.revenue'), formats.currencySign)),
            ]
          : []),
        numberColumn('share', say('common.share')),
      ],
      rows: rows.map((row) => ({
        country: cell(row.name),
        customers: cell(row.customers, formats.count(row.customers)),
        orders: cell(row.orders, formats.count(row.orders)),
        revenue: cell(row.revenue, formats.money(row.revenue)),
        share: cell(share(row.value), formats.share(share(row.value))),
      })),
    },
  };
}

export const countries = defineFigure({
  id: 'countries',
  name: 'countries.name',
  help: 'countries.help',
  screen: 'overview',
  needs: ['countries'],
  make: (sources, setting) => (sources.countries.length === 0 ? null : countriesFigure(sources.countries, setting)),
});
