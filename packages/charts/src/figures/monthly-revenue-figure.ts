import type { Month } from '@clientele/contracts';
import type { Figure, FigureContext } from '../figure.ts';
import { moneyScale, withUnit } from '../format/money-scale.ts';
import { monthlyFigure } from './monthly-figure.ts';

/** Revenue by month. Months in order of time; `days` below `daysInMonth` marks an unfinished one. */
export function monthlyRevenueFigure(months: readonly Month[], context: FigureContext): Figure {
  const { formats } = context;
  const scale = moneyScale(Math.max(0, ...months.map(({ revenue }) => Math.abs(revenue))), formats);
  return monthlyFigure(
    months,
    {
      id: 'monthly-revenue',
      title: 'Monthly revenue',
      subtitle: formats.currency === null ? withUnit('Revenue a month', scale.unit) : `${scale.unit} a month`,
      column: withUnit('Revenue', formats.currencySign),
      value: ({ revenue }) => revenue,
      text: formats.money,
      amount: formats.moneyShort,
      axis: scale.label,
    },
    context,
  );
}
