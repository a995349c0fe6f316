import type { Cohorts } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { cohortFinding } from '../findings/cohort-finding.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { heatGrid, heatNameWidth } from '../theme/heat-grid.ts';
import { rampColor } from '../theme/ramp-color.ts';
import { textOn } from '../theme/segment-mark.ts';
import { tokens } from '../theme/tokens.ts';

const rowHeight = 20;
const headHeight = 24;
const mostDrawn = { cohorts: 18, months: 18 };

/** Customers by the month of their first order, and the share of them who ordered in each month since. */
function cohortRetentionFigure({ cohorts, isLastMonthFinished }: Cohorts, context: FigureContext): Figure {
  const { formats, text } = context;
  const share = (customers: number, active: number | null | undefined) =>
    active === null || active === undefined || customers === 0 ? null : active / customers;
  // Of a month that is not over yet a share would say too little.
  const isOver = (count: number, at: number) => isLastMonthFinished || at < count - 1;
  const known = cohorts.flatMap((cohort) => {
    const row = cohort.active
      .slice(1, mostDrawn.months + 1)
      .map((count, index) => (isOver(cohort.active.length, index + 1) ? share(cohort.customers, count) : null));
    return row.some((value) => value !== null) ? [{ ...cohort, row }] : [];
  });
  const drawn = known.slice(-mostDrawn.cohorts);
  const months = Math.max(0, ...drawn.map(({ row }) => row.findLastIndex((value) => value !== null) + 1));
  const shares = drawn.map(({ row }) => Array.from({ length: months }, (_, index) => row[index] ?? null));
  const most = Math.max(0.01, ...shares.flat().map((value) => value ?? 0));
  const name = (month: string) => formats.month(month, true);
  const rowNames = drawn.map(({ month }) => name(month));

  const option = (drawing: Drawing): EChartsOption => {
    const colors = tokens[drawing.scheme];
    return heatGrid(
      {
        rows: rowNames,
        columns: Array.from({ length: months }, (_, index) => String(index + 1)),
        cells: shares.flatMap((row, y) =>
          row.map((value, x) => {
            const fill = value === null ? 'transparent' : rampColor(value / most, drawing.scheme);
            const written = value === null ? '' : formats.share(value, 0).replace(/\s?%/, '');
            return { x, y, fill, text: written, short: '', ink: value === null ? colors.ink3 : textOn(fill) };
          }),
        ),
        nameWidth: heatNameWidth(rowNames, drawing.width),
        headHeight,
        describe(index) {
          const [row, column] = [Math.floor(index / months), index % months];
          const cohort = drawn[row];
          const value = shares[row]?.[column] ?? null;
          if (cohort === undefined || value === null) return null;
          return {
            title: text('cohort-retention.cell', { month: name(cohort.month), n: column + 1 }),
            rows: [
              [text('cohort-retention.active'), formats.count(cohort.active[column + 1] ?? 0)],
              [text('cohort-retention.of'), formats.count(cohort.customers)],
              [text('common.share'), formats.share(value)],
            ],
          };
        },
      },
      drawing,
    );
  };

  const longest = Math.max(0, ...cohorts.map(({ active }) => active.length));
  return {
    id: 'cohort-retention',
    title: cohortFinding({ cohorts, isLastMonthFinished }, context) ?? text('cohort-retention.name'),
    subtitle: text('cohort-retention.subtitle'),
    option: months < 1 ? null : option,
    renderer: 'svg',
    height: headHeight + drawn.length * rowHeight,
    table: {
      columns: [
        textColumn('cohort', text('cohort-retention.column')),
        numberColumn('customers', text('common.customers')),
        ...Array.from({ length: Math.max(0, longest - 1) }, (_, index) =>
          numberColumn(`m${index + 1}`, text('cohort-retention.after', { n: index + 1 })),
        ),
      ],
      rows: cohorts.map(({ month, customers, active }) => ({
        cohort: cell(month, name(month)),
        customers: cell(customers, formats.count(customers)),
        ...Object.fromEntries(
          active.slice(1).map((count, index) => {
            const value = share(customers, count);
            return [`m${index + 1}`, cell(value, formats.share(value, 0))];
          }),
        ),
      })),
    },
  };
}

export const cohortRetention = defineFigure({
  id: 'cohort-retention',
  name: 'cohort-retention.name',
  help: 'cohort-retention.help',
  screen: 'overview',
  kind: 'orders',
  needs: ['cohorts'],
  make: ({ cohorts }, setting) => (cohorts.cohorts.length < 2 ? null : cohortRetentionFigure(cohorts, setting)),
});
