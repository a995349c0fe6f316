import type { Overview } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { rowBars, rowBarsHeight } from '../theme/row-bars.ts';

export interface CategoryInput {
  category: Overview['categories'][number];
  /** The column's name as shown; left out, the feature's id. */
  label?: string;
}

const mostBars = 10;

/** Customers by value of a category. */
export function categoryFigure({ category, label }: CategoryInput, { formats }: FigureContext): Figure {
  const name = label ?? category.feature;
  const values = [...category.values]
    .sort((left, right) => right.customers - left.customers)
    .map(({ value, customers }) => ({ name: value === '' ? '(empty)' : value, customers }));
  const total = values.reduce((sum, { customers }) => sum + customers, 0);
  const share = (customers: number) => (total > 0 ? customers / total : null);
  const kept = values.length <= mostBars + 1 ? values : values.slice(0, mostBars);
  const rest = values.slice(kept.length).reduce((sum, { customers }) => sum + customers, 0);
  const drawn =
    rest === 0 ? kept : [...kept, { name: `${formats.count(values.length - kept.length)} others`, customers: rest }];
  const first = values[0];

  const option = (drawing: Drawing): EChartsOption =>
    rowBars(
      drawn.map((row, index) => ({
        name: row.name,
        value: row.customers,
        text: formats.share(share(row.customers)),
        isEmphasised: index === 0,
      })),
      drawing,
      (index) => {
        const row = drawn[index];
        if (row === undefined) return null;
        return {
          title: row.name,
          rows: [
            ['Customers', formats.count(row.customers)],
            ['Share', formats.share(share(row.customers))],
          ],
        };
      },
    );

  return {
    id: `category-${category.feature.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    title:
      first !== undefined && values.length > 1 && first.customers > total / 2
        ? `${name}: ${formats.share(share(first.customers), 0)} are ${first.name}`
        : name,
    subtitle: `Customers by ${name}; share of all`,
    option: total === 0 ? null : option,
    renderer: 'svg',
    height: rowBarsHeight(drawn.length),
    table: {
      columns: [textColumn('value', name), numberColumn('customers', 'Customers'), numberColumn('share', 'Share')],
      rows: values.map((row) => ({
        value: cell(row.name),
        customers: cell(row.customers, formats.count(row.customers)),
        share: cell(share(row.customers), formats.share(share(row.customers))),
      })),
    },
  };
}
