import type { Month } from '@clientele/contracts';
import { defineFigure } from '../define-figure.ts';
import type { Figure, FigureContext } from '../figure.ts';
import { moneyScale, withUnit } from '../format/money-scale.ts';
import { monthlyFigure } from './monthly-figure.ts';

/** Revenue by month. Months in order of time; `days` below `daysInMonth` marks an unfinished one. */
export function monthlyRevenueFigure(months: readonly Month[], context: FigureContext): Figure {
  const { formats, text } = context;
  const scale = moneyScale(Math.max(0, ...months.map(({ revenue }) => Math.abs(revenue))), formats);
  return monthlyFigure(
    months,
    {
      id: 'monthly-revenue',
      title: text('monthly-revenue.name'),
      subtitle:
        formats.currency === null
          ? withUnit(text('monthly-revenue.subtitlePlain'), scale.unit)
          : text('monthly-revenue.subtitle', { unit: scale.unit }),
      column: withUnit(text('common.revenue'), formats.currencySign),
      of: 'revenue',
      text: formats.money,
      amount: formats.moneyShort,
      axis: scale.label,
    },
    context,
  );
}

export const monthlyRevenue = defineFigure({
  id: 'monthly-revenue',
  name: 'monthly-revenue.name',
  help: 'monthly-revenue.help',
  screen: 'overview',
  kind: 'orders',
  needs: ['months'],
  make: ({ months }, setting) => (months.length === 0 ? null : monthlyRevenueFigure(months, setting)),
});
