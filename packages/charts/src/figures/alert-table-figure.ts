import type { Series } from '@clientele/contracts';
import { defineFigure } from '../define-figure.ts';
import type { Figure, FigureContext } from '../figure.ts';
import { driversText, isMoney, measureText, stepName, stepWhen, strongestAlert } from '../findings/alert-words.ts';
import { withUnit } from '../format/money-scale.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';

/** Unusual steps as a table, latest first, with what they were made of. Null where nothing is unusual. */
export function alertTableFigure({ grain, measure, alerts, steps }: Series, context: FigureContext): Figure | null {
  const { formats, text } = context;
  const strongest = strongestAlert(alerts);
  if (strongest === undefined) return null;
  const name = text(`series.measure.${measure}`);
  const unit = isMoney(measure) ? formats.currencySign : '';
  const hasMoney = measure !== 'revenue' && alerts.some(({ money }) => money !== null);
  const signed = (value: number | null, written: (value: number | null) => string) =>
    value !== null && value > 0 ? `+${written(value)}` : written(value);
  return {
    id: 'alerts',
    title: text('alerts.title', {
      n: steps.filter(({ isUnusual }) => isUnusual).length,
      grain,
      when: stepWhen(strongest.start, grain, context),
    }),
    subtitle: text('alerts.subtitle', { name, grain }),
    option: null,
    renderer: 'svg',
    height: 32 * (alerts.length + 1),
    table: {
      columns: [
        textColumn('start', text('series.column.start', { grain })),
        numberColumn('value', withUnit(name, unit)),
        numberColumn('expected', text('series.column.expected')),
        numberColumn('difference', text('alerts.column.difference')),
        ...(hasMoney ? [numberColumn('money', withUnit(text('alerts.column.money'), formats.currencySign))] : []),
        textColumn('drivers', text('alerts.column.drivers')),
      ],
      rows: alerts.map(({ start, value, expected, difference, money, drivers }) => ({
        start: cell(start, grain === 'month' ? stepName(start, grain, context) : formats.date(start)),
        value: cell(value, measureText(value, measure, context)),
        expected: cell(expected, measureText(expected, measure, context)),
        difference: cell(
          difference,
          signed(difference, (of) => measureText(of, measure, context)),
        ),
        ...(hasMoney && { money: cell(money, signed(money, formats.money)) }),
        drivers: cell(driversText(drivers, context)),
      })),
    },
  };
}

export const alerts = defineFigure({
  id: 'alerts',
  name: 'alerts.name',
  help: 'alerts.help',
  screen: 'insights',
  kind: 'orders',
  needs: ['series'],
  make: ({ series }, setting) => alertTableFigure(series, setting),
});
