import type { CategoryBySegment } from '@clientele/contracts';
import { defineFigure } from '../define-figure.ts';
import type { Figure, FigureContext } from '../figure.ts';
import { breakdownFigure } from './breakdown-figure.ts';

const mostRows = 12;

export interface CategoryBreakdownInput {
  category: CategoryBySegment;
  /** The column's name as shown; left out, the feature's id. */
  label?: string;
}

/** Share of each category value's customers in each segment, at most twelve values. */
export function categoryBreakdownFigure({ category, label }: CategoryBreakdownInput, context: FigureContext): Figure {
  const { formats, text } = context;
  const percent = (share: number) => formats.share(share, 0);
  const name = label ?? category.feature;
  return breakdownFigure(
    category.values.slice(0, mostRows).map(({ value, customers, bySegment }) => ({
      name: value === '' ? text('common.empty') : value,
      customers,
      bySegment,
    })),
    {
      id: `breakdown-${category.feature.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
      column: name,
      subtitle: text('category-breakdown.subtitle', { column: name }),
      title: text('category-breakdown.titlePlain', { column: name }),
      sentence: (row, { share, elsewhere }, segment) =>
        text('category-breakdown.title', {
          value: row.name,
          share: percent(share),
          segment,
          elsewhere: percent(elsewhere),
        }),
    },
    context,
  );
}

/** `choices.feature` says which category; left out, the first. */
export const categoryBreakdown = defineFigure({
  id: 'category-breakdown',
  name: 'category-breakdown.name',
  help: 'category-breakdown.help',
  screen: 'segments',
  needs: ['segmentCategories'],
  make({ segmentCategories }, setting) {
    const { feature } = setting.choices;
    const chosen =
      feature === undefined ? segmentCategories[0] : segmentCategories.find((each) => each.feature === feature);
    if (chosen === undefined || chosen.values.length === 0) return null;
    const label = setting.dataset.features.find(({ id }) => id === chosen.feature)?.label ?? chosen.feature;
    return categoryBreakdownFigure({ category: chosen, label }, setting);
  },
});
