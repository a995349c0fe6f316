import type { CategoryCount } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { rowBars, rowBarsHeight } from '../theme/row-bars.ts';

export interface CategoryInput {
  category: CategoryCount;
  /** The column's name as shown; left out, the feature's id. */
  label?: string;
}

const mostBars = 10;

/** Customers by value of a category. */
export function categoryFigure({ category, label }: CategoryInput, { formats, text }: FigureContext): Figure {
  const name = label ?? category.feature;
  const values = [...category.values]
    .sort((left, right) => right.customers - left.customers)
    .map(({ value, customers }) => ({ name: value === '' ? text('common.empty') : value, customers }));
  const total = values.reduce((sum, { customers }) => sum + customers, 0);
  const share = (customers: number) => (total > 0 ? customers / total : null);
  const kept = values.length <= mostBars + 1 ? values : values.slice(0, mostBars);
  const rest = values.slice(kept.length).reduce((sum, { customers }) => sum + customers, 0);
  const drawn =
    rest === 0
      ? kept
      : [
          ...kept,
          { name: text('common.others', { count: formats.count(values.length - kept.length) }), customers: rest },
        ];
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
            [text('common.customers'), formats.count(row.customers)],
            [text('common.share'), formats.share(share(row.customers))],
          ],
        };
      },
    );

  return {
    id: `category-${category.feature.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    title:
      first !== undefined && values.length > 1 && first.customers > total / 2
        ? text('category.title', { column: name, share: formats.share(share(first.customers), 0), value: first.name })
        : name,
    subtitle: text('category.subtitle', { column: name }),
    option: total === 0 ? null : option,
    renderer: 'svg',
    height: rowBarsHeight(drawn.length),
    table: {
      columns: [
        textColumn('value', name),
        numberColumn('customers', text('common.customers')),
        numberColumn('share', text('common.share')),
      ],
      rows: values.map((row) => ({
        value: cell(row.name),
        customers: cell(row.customers, formats.count(row.customers)),
        share: cell(share(row.customers), formats.share(share(row.customers))),
      })),
    },
  };
}

/** `choices.feature` says which category; left out, the first. */
export const category = defineFigure({
  id: 'category',
  name: 'category.name',
  help: 'category.help',
  screen: 'explore',
  needs: ['categories'],
  make({ categories }, setting) {
    const { feature } = setting.choices;
    const chosen = feature === undefined ? categories[0] : categories.find((each) => each.feature === feature);
    if (chosen === undefined || chosen.values.length === 0) return null;
    const label = setting.dataset.features.find(({ id }) => id === chosen.feature)?.label ?? chosen.feature;
    return categoryFigure({ category: chosen, label }, setting);
  },
});
