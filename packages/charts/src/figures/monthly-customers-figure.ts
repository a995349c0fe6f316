import type { Month } from '@clientele/contracts';
import { defineFigure } from '../define-figure.ts';
import type { Figure, FigureContext } from '../figure.ts';
import { monthlyFigure } from './monthly-figure.ts';

/** Customers with at least one order, by month. */
export function monthlyCustomersFigure(months: readonly Month[], context: FigureContext): Figure {
  const { formats, text } = context;
  return monthlyFigure(
    months,
    {
      id: 'monthly-customers',
      title: text('monthly-customers.name'),
      subtitle: text('monthly-customers.subtitle'),
      column: text('common.customers'),
      of: 'customers',
      text: formats.count,
      amount: (value) => text('monthly-customers.amount', { n: Math.round(value) }),
      axis: formats.count,
      isCount: true,
    },
    context,
  );
}

export const monthlyCustomers = defineFigure({
  id: 'monthly-customers',
  name: 'monthly-customers.name',
  help: 'monthly-customers.help',
  screen: 'overview',
  kind: 'orders',
  needs: ['months'],
  make: ({ months }, setting) => (months.length === 0 ? null : monthlyCustomersFigure(months, setting)),
});
