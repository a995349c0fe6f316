import type { TopCustomer } from '@clientele/contracts';
import { defineFigure } from '../define-figure.ts';
import type { Figure, FigureContext } from '../figure.ts';
import { capitalised } from '../format/capitalised.ts';
import { countryInShort } from '../format/country-name.ts';
import { inWords } from '../format/in-words.ts';
import { withUnit } from '../format/money-scale.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { segmentName } from './segment-name.ts';

export interface TopCustomersInput {
  /** Highest revenue first. */
  customers: readonly TopCustomer[];
  /** Of all customers under the same filters. */
  revenue: number;
}

function finding(input: TopCustomersInput, context: FigureContext): string | null {
  const { formats, text } = context;
  const { customers, revenue } = input;
  const sum = customers.reduce((total, customer) => total + customer.revenue, 0);
  if (customers.length === 0 || revenue <= 0 || sum <= 0 || sum > revenue) return null;
  const n = customers.length;
  return capitalised(
    text('top-customers.title', { n, customers: inWords(n, context), share: formats.share(sum / revenue, 0) }),
  );
}

/** The best customers as a table; its cells in column `segment` hold the segment's name, the rows stand in the order given. */
export function topCustomersFigure(input: TopCustomersInput, context: FigureContext): Figure {
  const { formats, text } = context;
  const hasSegments = input.customers.some(({ segment }) => segment !== null);
  const hasCountries = input.customers.some(({ country }) => country !== null);
  return {
    id: 'top-customers',
    title: finding(input, context) ?? text('top-customers.name'),
    subtitle: text('top-customers.subtitle'),
    option: null,
    renderer: 'svg',
    height: 32 + 22 * Math.max(1, input.customers.length),
    table: {
      columns: [
        textColumn('customer', text('common.customer')),
        ...(hasSegments ? [textColumn('segment', text('common.segment'))] : []),
        ...(hasCountries ? [textColumn('country', text('common.country'))] : []),
        numberColumn('orders', text('common.orders')),
        numberColumn('revenue', withUnit(text('common.revenue'), formats.currencySign)),
      ],
      rows: input.customers.map(({ id, segment, country, orders, revenue }) => ({
        customer: cell(id),
        segment: cell(segment === null ? null : segmentName(segment, context)),
        country: cell(country, country === null ? undefined : countryInShort(country)),
        orders: cell(orders, formats.count(orders)),
        revenue: cell(revenue, formats.count(revenue)),
      })),
    },
  };
}

export const topCustomers = defineFigure({
  id: 'top-customers',
  name: 'top-customers.name',
  help: 'top-customers.help',
  screen: 'overview',
  kind: 'orders',
  needs: ['topCustomers', 'kpis'],
  make: ({ topCustomers: customers, kpis }, setting) =>
    customers.length === 0 ? null : topCustomersFigure({ customers, revenue: kpis.revenue }, setting),
});
