import type { CountryMonths } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { peaks } from '../findings/peaks-finding.ts';
import { countryInShort } from '../format/country-name.ts';
import { moneyScale, withUnit } from '../format/money-scale.ts';
import { monthLabels } from '../format/month-labels.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { heatGrid, heatNameWidth } from '../theme/heat-grid.ts';
import { rampColor } from '../theme/ramp-color.ts';
import { textOn } from '../theme/segment-mark.ts';
import { tokens } from '../theme/tokens.ts';

const mostRows = 9;
const rowHeight = 26;
const headHeight = 34;
/** Times a country's own mean month at which the ramp ends. */
const rampEnd = 2;

interface Row {
  name: string;
  revenue: readonly number[];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function rowsOf({ months, countries }: CountryMonths, { formats, text }: FigureContext): Row[] {
  const kept = countries.length <= mostRows + 1 ? countries : countries.slice(0, mostRows);
  const rest = countries.slice(kept.length);
  const rows: Row[] = kept.map(({ name, revenue }) => ({ name: countryInShort(name), revenue }));
  if (rest.length === 0) return rows;
  const others = months.map((_month, at) => sum(rest.map(({ revenue }) => revenue[at] ?? 0)));
  return [...rows, { name: text('country-months.others', { count: formats.count(rest.length) }), revenue: others }];
}

function titleOf(data: CountryMonths, { formats, text }: FigureContext): string {
  const found = peaks({ ...data, countries: data.countries.slice(0, 3) });
  if (found.length === 0) return text('country-months.name');
  const parts = found.map(({ name, month }) =>
    text('country-months.peak', { country: countryInShort(name), month: formats.month(month, true) }),
  );
  return text('country-months.title', { peaks: parts.join(', ') });
}

/** Revenue by country and month; colour compares a month with the country's own mean, so that a large country hides no small one. */
export function countryMonthsFigure(data: CountryMonths, context: FigureContext): Figure {
  const { formats, text } = context;
  const { months, countries } = data;
  const rows = rowsOf(data, context);
  const scale = moneyScale(Math.max(0, ...rows.flatMap(({ revenue }) => revenue)), formats);
  const short = (amount: number) => {
    if (amount === 0) return '\u2013';
    return amount > 0 && amount < scale.divisor / 2 ? '<1' : formats.count(amount / scale.divisor);
  };
  const cellsOf = (scheme: Drawing['scheme']) =>
    rows.flatMap(({ revenue }, y) => {
      const mean = sum(revenue) / Math.max(1, months.length);
      return months.map((_month, x) => {
        const amount = revenue[x] ?? 0;
        const fill = amount > 0 && mean > 0 ? rampColor(amount / mean / rampEnd, scheme) : tokens[scheme].subtle;
        const written = short(amount);
        return { x, y, fill, text: written, short: written, ink: amount === 0 ? tokens[scheme].ink3 : textOn(fill) };
      });
    });

  const option = (drawing: Drawing): EChartsOption => {
    const names = rows.map(({ name }) => name);
    const nameWidth = heatNameWidth(names, drawing.width, 0.24);
    return heatGrid(
      {
        rows: names,
        columns: monthLabels(months, drawing.width - nameWidth, formats),
        cells: cellsOf(drawing.scheme),
        nameWidth,
        headHeight,
        describe(index) {
          const row = rows[Math.floor(index / months.length)];
          const month = months[index % months.length];
          if (row === undefined || month === undefined) return null;
          const amount = row.revenue[index % months.length] ?? 0;
          const mean = sum(row.revenue) / months.length;
          return {
            title: `${row.name}, ${formats.month(month, true)}`,
            rows: [
              [text('common.revenue'), formats.money(amount)],
              [text('country-months.mean'), formats.money(mean)],
            ],
          };
        },
      },
      drawing,
    );
  };

  return {
    id: 'country-months',
    title: titleOf(data, context),
    subtitle: withUnit(
      text('country-months.subtitle'),
      scale.unit === '' ? '' : text('country-months.unit', { unit: scale.unit }),
    ),
    option,
    renderer: 'svg',
    height: headHeight + rows.length * rowHeight,
    table: {
      columns: [
        textColumn('country', text('common.country')),
        ...months.map((month) => numberColumn(month, formats.month(month, true))),
        numberColumn('total', text('country-months.total')),
      ],
      rows: countries.map(({ name, revenue }) => ({
        country: cell(name),
        ...Object.fromEntries(
          months.map((month, at) => [month, cell(revenue[at] ?? 0, formats.money(revenue[at] ?? 0))]),
        ),
        total: cell(sum(revenue), formats.money(sum(revenue))),
      })),
    },
  };
}

export const countryMonths = defineFigure({
  id: 'country-months',
  name: 'country-months.name',
  help: 'country-months.help',
  screen: 'overview',
  kind: 'orders',
  needs: ['countryMonths'],
  make: (sources, setting) =>
    sources.countryMonths.countries.length === 0 || sources.countryMonths.months.length === 0
      ? null
      : countryMonthsFigure(sources.countryMonths, setting),
});
