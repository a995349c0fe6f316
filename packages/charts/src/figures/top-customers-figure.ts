import type { TopCustomer } from '@clientele/contracts';
import type { Figure, FigureContext } from '../figure.ts';
import { countryInShort } from '../format/country-name.ts';
import { withUnit } from '../format/money-scale.ts';
import { capitalised, numberWord } from '../format/number-word.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { segmentName } from './segment-name.ts';

export interface TopCustomersInput {
  /** Highest revenue first. */
  customers: readonly TopCustomer[];
  /** Of all customers under the same filters. */
  revenue: number;
}

function finding(input: TopCustomersInput, { formats }: FigureContext): string | null {
  const { customers, revenue } = input;
  const sum = customers.reduce((total, customer) => total + customer.revenue, 0);
  if (customers.length === 0 || revenue <= 0 || sum <= 0 || sum > revenue) return null;
  const verb = customers.length === 1 ? 'customer brings' : 'customers bring';
  return `${capitalised(numberWord(customers.length, formats.count))} ${verb} ${formats.share(sum / revenue, 0)} of revenue`;
}

/** The best customers as a table; its cells in column `segment` hold the segment's name, the rows stand in the order given. */
export function topCustomersFigure(input: TopCustomersInput, context: FigureContext): Figure {
  const { formats } = context;
  const hasSegments = input.customers.some(({ segment }) => segment !== null);
  const hasCountries = input.customers.some(({ country }) => country !== null);
  return {
    id: 'top-customers',
    title: finding(input, context) ?? 'Top customers',
    subtitle: 'Top customers by revenue',
    option: null,
    renderer: 'svg',
    height: 32 + 22 * Math.max(1, input.customers.length),
    table: {
      columns: [
        textColumn('customer', 'Customer'),
        ...(hasSegments ? [textColumn('segment', 'Segment')] : []),
        ...(hasCountries ? [textColumn('country', 'Country')] : []),
        numberColumn('orders', 'Orders'),
        numberColumn('revenue', withUnit('Revenue', formats.currencySign)),
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
