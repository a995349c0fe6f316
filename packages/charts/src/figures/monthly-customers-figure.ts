import type { Month } from '@clientele/contracts';
import type { Figure, FigureContext } from '../figure.ts';
import { monthlyFigure } from './monthly-figure.ts';

/** Customers with at least one order, by month. */
export function monthlyCustomersFigure(months: readonly Month[], context: FigureContext): Figure {
  const { formats } = context;
  return monthlyFigure(
    months,
    {
      id: 'monthly-customers',
      title: 'Customers by month',
      subtitle: 'Customers with an order in the month',
      column: 'Customers',
      value: ({ customers }) => customers,
      text: formats.count,
      amount: (value) => `${formats.count(value)} ${value === 1 ? 'customer' : 'customers'}`,
      axis: formats.count,
      isCount: true,
    },
    context,
  );
}
